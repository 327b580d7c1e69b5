/** Profiles, the matrix of rights, and the gate that reads it. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.francophonie.dclic.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
