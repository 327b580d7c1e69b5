@NamedInterface("imports")
@NullMarked
package org.francophonie.dclic.authoring.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
