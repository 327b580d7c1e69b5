@NullMarked
package org.francophonie.dclic.identity.domain;

import org.jspecify.annotations.NullMarked;
