package org.francophonie.dclic.learning.service;

import java.util.Map;
import java.util.UUID;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.exercise.Response;

/**
 * A lesson as its learner comes to it.
 *
 * @param block the part of the text that was last in sight, 0 for its beginning
 * @param answers the last one to each exercise, by version of the question
 */
public record OpenLesson(CourseVisit visit, PublishedLesson lesson, int block, Map<UUID, Response> answers) {}
