/** Questions, quizzes, attempts and their marks. */
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
            "learning",
            "learning::service",
            "learning::ui"
        })
@NullMarked
package org.francophonie.dclic.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
