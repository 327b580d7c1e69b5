/** The public site: plain pages that need no script, no cookie and no account. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "rights",
            "audit",
            "identity",
            "catalogue",
            "authoring",
            "authoring::block",
            "authoring::exercise",
            "learning"
        })
@NullMarked
package org.francophonie.dclic.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
