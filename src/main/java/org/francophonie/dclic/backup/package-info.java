/** Storage and its rules: what is kept for how long, and what goes. */
@ApplicationModule(allowedDependencies = {"platform", "rights"})
@NullMarked
package org.francophonie.dclic.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
