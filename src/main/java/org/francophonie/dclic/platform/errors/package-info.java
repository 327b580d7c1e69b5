/** What went wrong, in words for people and a number for us. */
@NullMarked
package org.francophonie.dclic.platform.errors;

import org.jspecify.annotations.NullMarked;
