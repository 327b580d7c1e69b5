/** Two accounts of one human being become one, with a look before and a way back. */
@NullMarked
package org.francophonie.dclic.identity.merge;

import org.jspecify.annotations.NullMarked;
