/** The library of courses: cards, search, filters. */
@ApplicationModule(allowedDependencies = {"platform", "rights", "audit", "identity"})
@NullMarked
package org.francophonie.dclic.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
