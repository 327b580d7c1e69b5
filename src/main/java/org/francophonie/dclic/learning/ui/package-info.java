@NamedInterface("ui")
@NullMarked
package org.francophonie.dclic.learning.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
