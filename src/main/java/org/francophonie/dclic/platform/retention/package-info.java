/** What is kept for some time only: rules that every module gives, and one place that follows them. */
@NullMarked
package org.francophonie.dclic.platform.retention;

import org.jspecify.annotations.NullMarked;
