@NullMarked
package org.francophonie.dclic.assessment.domain;

import org.jspecify.annotations.NullMarked;
