/** Work that the platform does by itself, on one node at a time. */
@NullMarked
package org.francophonie.dclic.platform.jobs;

import org.jspecify.annotations.NullMarked;
