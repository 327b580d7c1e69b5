/** What is kept about people, shown to them and erased when they leave. */
@NullMarked
package org.francophonie.dclic.platform.personal;

import org.jspecify.annotations.NullMarked;
