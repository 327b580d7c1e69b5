/** D-CLIC, the platform with which digital skills are taught and learnt in French. */
@NullMarked
package org.francophonie.dclic;

import org.jspecify.annotations.NullMarked;
