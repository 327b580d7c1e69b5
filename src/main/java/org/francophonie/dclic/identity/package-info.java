/** People, their accounts, groups and ways to sign in. */
@ApplicationModule(allowedDependencies = {"platform", "rights", "rights::service", "rights::ui", "audit", "audit::ui"})
@NullMarked
package org.francophonie.dclic.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
