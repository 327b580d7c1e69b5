@NullMarked
package org.francophonie.dclic.learning.domain;

import org.jspecify.annotations.NullMarked;
