@NamedInterface("ui")
@NullMarked
package org.francophonie.dclic.rights.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
