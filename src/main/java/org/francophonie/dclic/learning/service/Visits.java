package org.francophonie.dclic.learning.service;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.learning.EnrolmentId;
import org.francophonie.dclic.learning.MyCourse;
import org.francophonie.dclic.learning.Progress;
import org.francophonie.dclic.learning.domain.Enrolment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads how far places on courses have come, and where their learners go on; {@link LearningService} asks for the rights. */
@Component
class Visits {
    private final Publications publications;
    private final JdbcClient sql;
    private final JsonMapper json;

    Visits(Publications publications, JdbcClient sql, JsonMapper json) {
        this.publications = publications;
        this.sql = sql;
        this.json = json;
    }

    CourseVisit visit(Enrolment enrolment) {
        return visit(enrolment, done(List.of(enrolment)).getOrDefault(enrolment.id(), Set.of()));
    }

    private CourseVisit visit(Enrolment enrolment, Set<UUID> done) {
        var publication = publications.version(enrolment.publication()).orElseThrow();
        int place = enrolment
                .placeLesson()
                .map(lesson -> publication.document().number(lesson))
                .orElse(0);
        int resume = place > 0 ? place : Math.max(1, firstLeft(publication, done));
        return new CourseVisit(
                enrolment.id(),
                publication,
                done,
                Progress.of(publication.document(), done),
                resume,
                place > 0 ? enrolment.placeBlock() : 0,
                enrolment.completedAt());
    }

    private static int firstLeft(Publication publication, Set<UUID> done) {
        var lessons = publication.document().lessons();
        for (int i = 0; i < lessons.size(); i++)
            if (!done.contains(lessons.get(i).id())) return i + 1;
        return 0;
    }

    /** What was done in each of these places, read at once. */
    private Map<EnrolmentId, Set<UUID>> done(List<Enrolment> places) {
        var done = new HashMap<EnrolmentId, Set<UUID>>();
        if (places.isEmpty()) return done;
        sql.sql("""
                select enrolment_id, lesson_id as step from learning.lesson_read where enrolment_id in (:ids)
                union all select enrolment_id, step_id from learning.step_passed where enrolment_id in (:ids)""")
                .param("ids", places.stream().map(place -> place.id().value()).toList())
                .query((java.sql.ResultSet row) -> {
                    done.computeIfAbsent(
                                    new EnrolmentId(row.getObject("enrolment_id", UUID.class)), _ -> new HashSet<>())
                            .add(row.getObject("step", UUID.class));
                });
        return done;
    }

    List<MyCourse> rows(List<Enrolment> places) {
        var done = done(places);
        return places.stream()
                .map(place -> row(place, visit(place, done.getOrDefault(place.id(), Set.of()))))
                .toList();
    }

    private static MyCourse row(Enrolment enrolment, CourseVisit visit) {
        var document = visit.publication().document();
        int next = document.lesson(visit.resume())
                        .filter(lesson -> !visit.done().contains(lesson.id()))
                        .isPresent()
                ? visit.resume()
                : firstLeft(visit.publication(), visit.done());
        var title = document.lesson(next)
                .map(lesson -> lesson.title())
                .or(() -> document.quiz().map(quiz -> quiz.title()))
                .orElse("");
        return new MyCourse(
                enrolment.id(),
                enrolment.course(),
                document.code(),
                document.description().title(),
                visit.progress(),
                next,
                title,
                enrolment.completedAt(),
                enrolment.lastAt());
    }

    /** The last answer to each exercise of a lesson. */
    Map<UUID, Response> answers(EnrolmentId enrolment, PublishedLesson lesson) {
        var answers = new HashMap<UUID, Response>();
        var asked = lesson.questions();
        if (asked.isEmpty()) return answers;
        sql.sql("""
                select distinct on (question_version) question_version, response from learning.exercise_answer
                where enrolment_id = :enrolment and question_version in (:questions)
                order by question_version, answered_at desc""")
                .param("enrolment", enrolment.value())
                .param("questions", asked)
                .query((java.sql.ResultSet row) -> {
                    answers.put(
                            row.getObject("question_version", UUID.class),
                            json.readValue(row.getString("response"), Response.class));
                });
        return answers;
    }

    long answerCount(EnrolmentId enrolment, UUID question) {
        return sql.sql("select count(*) from learning.exercise_answer where enrolment_id = ? and question_version = ?")
                .param(enrolment.value())
                .param(question)
                .query(Long.class)
                .single();
    }
}
