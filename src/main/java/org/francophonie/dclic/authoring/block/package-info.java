/** What lessons are made of, and how it looks. */
@NamedInterface("block")
@NullMarked
package org.francophonie.dclic.authoring.block;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
