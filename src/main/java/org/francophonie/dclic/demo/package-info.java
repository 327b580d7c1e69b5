/** What a demonstration starts with: our two courses and one account for each role. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "rights",
            "rights::service",
            "audit",
            "identity",
            "identity::service",
            "authoring",
            "authoring::imports",
            "authoring::service"
        })
@NullMarked
package org.francophonie.dclic.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
