/** Files by content, streamed within bounds. */
@NullMarked
package org.francophonie.dclic.platform.files;

import org.jspecify.annotations.NullMarked;
