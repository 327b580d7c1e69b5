@NullMarked
package org.francophonie.dclic.rights.domain;

import org.jspecify.annotations.NullMarked;
