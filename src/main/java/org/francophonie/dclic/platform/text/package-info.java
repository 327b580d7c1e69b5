/** One sanitiser, one XML factory, one bounded unzip. */
@NullMarked
package org.francophonie.dclic.platform.text;

import org.jspecify.annotations.NullMarked;
