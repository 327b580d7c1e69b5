/** The live bus: tells every node that something others watch has changed. */
@NullMarked
package org.francophonie.dclic.platform.live;

import org.jspecify.annotations.NullMarked;
