@NullMarked
package org.francophonie.dclic.authoring.domain;

import org.jspecify.annotations.NullMarked;
