/** The tree of organisations, programmes, cohorts and classes, and who belongs where. */
@NullMarked
package org.francophonie.dclic.identity.groups;

import org.jspecify.annotations.NullMarked;
