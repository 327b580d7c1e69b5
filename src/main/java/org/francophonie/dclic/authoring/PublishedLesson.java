package org.francophonie.dclic.authoring;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.block.Block;

/**
 * A lesson as learners read it.
 *
 * @param bytes what it weighs with its pictures, compressed as sent
 */
public record PublishedLesson(UUID id, String title, int minutes, String objective, long bytes, List<Block> blocks) {

    public LessonId lessonId() {
        return new LessonId(id);
    }

    /** The versions of the questions that its exercises ask. */
    public Set<UUID> questions() {
        return blocks.stream()
                .filter(Block.Exercise.class::isInstance)
                .map(block -> ((Block.Exercise) block).questionVersion())
                .collect(Collectors.toUnmodifiableSet());
    }
}
