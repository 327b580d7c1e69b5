@NullMarked
package org.francophonie.dclic.assessment.ui;

import org.jspecify.annotations.NullMarked;
