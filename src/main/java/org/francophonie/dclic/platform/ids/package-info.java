/** Identifiers of machines and of people. */
@NullMarked
package org.francophonie.dclic.platform.ids;

import org.jspecify.annotations.NullMarked;
