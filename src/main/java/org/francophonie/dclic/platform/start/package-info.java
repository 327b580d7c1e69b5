/** Starting and stopping: data folder, embedded database, refusals to start. */
@NullMarked
package org.francophonie.dclic.platform.start;

import org.jspecify.annotations.NullMarked;
