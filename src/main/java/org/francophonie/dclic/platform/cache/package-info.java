/** Values kept in memory within bounds. */
@NullMarked
package org.francophonie.dclic.platform.cache;

import org.jspecify.annotations.NullMarked;
