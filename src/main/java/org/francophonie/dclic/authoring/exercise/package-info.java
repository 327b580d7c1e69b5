/** Questions as lessons and quizzes show them; the engine that keeps and marks them is a higher module's. */
@NamedInterface("exercise")
@NullMarked
package org.francophonie.dclic.authoring.exercise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
