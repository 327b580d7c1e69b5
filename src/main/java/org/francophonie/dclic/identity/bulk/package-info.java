/** One act for many people at once, with a look before and a way back. */
@NullMarked
package org.francophonie.dclic.identity.bulk;

import org.jspecify.annotations.NullMarked;
