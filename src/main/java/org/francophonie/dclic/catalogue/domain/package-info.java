@NullMarked
package org.francophonie.dclic.catalogue.domain;

import org.jspecify.annotations.NullMarked;
