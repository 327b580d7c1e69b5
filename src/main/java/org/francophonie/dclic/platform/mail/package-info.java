/** The mail outbox: letters wait here, leave once, and are accounted for. */
@NullMarked
package org.francophonie.dclic.platform.mail;

import org.jspecify.annotations.NullMarked;
