@NullMarked
package org.francophonie.dclic.audit.domain;

import org.jspecify.annotations.NullMarked;
