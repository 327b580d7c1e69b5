/** What an administrator may change. */
@NullMarked
package org.francophonie.dclic.platform.settings;

import org.jspecify.annotations.NullMarked;
