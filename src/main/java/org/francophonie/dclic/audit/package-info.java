/** Who did what: revisions of content and the append-only trail. */
@ApplicationModule(allowedDependencies = {"platform", "rights"})
@NullMarked
package org.francophonie.dclic.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
