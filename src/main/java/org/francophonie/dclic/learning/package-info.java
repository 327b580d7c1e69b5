/** Learners in their courses: enrolment, player, progress. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "rights",
            "audit",
            "identity",
            "catalogue",
            "authoring",
            "authoring::block",
            "authoring::exercise"
        })
@NullMarked
package org.francophonie.dclic.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
