/** People, their accounts, groups and ways to sign in. */
@ApplicationModule(allowedDependencies = {"platform", "rights", "audit"})
@NullMarked
package org.francophonie.dclic.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
