/** Every visible word, by key. */
@NullMarked
package org.francophonie.dclic.platform.i18n;

import org.jspecify.annotations.NullMarked;
