/** Long pieces of work that people begin: each a row that every node sees, done beside the screen, stopped and taken up again. */
@NullMarked
package org.francophonie.dclic.platform.work;

import org.jspecify.annotations.NullMarked;
