/** Unfinished text and repeated submits, kept safe. */
@NullMarked
package org.francophonie.dclic.platform.drafts;

import org.jspecify.annotations.NullMarked;
