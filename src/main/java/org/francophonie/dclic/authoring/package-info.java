/** Courses as authors make them: lessons of blocks, versions, publication, import. */
@ApplicationModule(allowedDependencies = {"platform", "rights", "audit", "identity", "catalogue"})
@NullMarked
package org.francophonie.dclic.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
