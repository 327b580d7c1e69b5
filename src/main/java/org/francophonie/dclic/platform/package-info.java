/** The toolbox all modules stand on: gate, trail port, files, drafts, settings, words, screen parts. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.francophonie.dclic.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
