/** The gate: who may do what, asked in one place. */
@NullMarked
package org.francophonie.dclic.platform.access;

import org.jspecify.annotations.NullMarked;
