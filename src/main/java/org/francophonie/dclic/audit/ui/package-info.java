@NamedInterface("ui")
@NullMarked
package org.francophonie.dclic.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
