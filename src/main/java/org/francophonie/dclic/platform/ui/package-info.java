/** Screen parts used by every module. */
@NullMarked
package org.francophonie.dclic.platform.ui;

import org.jspecify.annotations.NullMarked;
