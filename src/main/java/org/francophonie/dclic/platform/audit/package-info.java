/** The port through which acts reach the audit trail. */
@NullMarked
package org.francophonie.dclic.platform.audit;

import org.jspecify.annotations.NullMarked;
