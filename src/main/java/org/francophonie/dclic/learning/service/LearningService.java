package org.francophonie.dclic.learning.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.LessonId;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.authoring.exercise.Mark;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.learning.ActivityPassed;
import org.francophonie.dclic.learning.EnrolmentId;
import org.francophonie.dclic.learning.MyCourse;
import org.francophonie.dclic.learning.domain.Enrolment;
import org.francophonie.dclic.learning.domain.EnrolmentRepository;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** A learner's way through courses: entering, reading, answering, coming back. */
@Service
@Transactional
public class LearningService {
    private static final int MOST_COURSES = 200;

    /** That are kept to one exercise of one learner. */
    private static final int MOST_ANSWERS = 200;

    private final EnrolmentRepository enrolments;
    private final Publications publications;
    private final Visits visits;
    private final ExerciseSource exercises;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    LearningService(
            EnrolmentRepository enrolments,
            Publications publications,
            Visits visits,
            ExerciseSource exercises,
            JdbcClient sql,
            JsonMapper json,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.enrolments = enrolments;
        this.publications = publications;
        this.visits = visits;
        this.exercises = exercises;
        this.sql = sql;
        this.json = json;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Enrolling twice is harmless: the first place stands, with its version. */
    @Requires(Right.ENROL_SELF)
    public EnrolmentId enrol(CourseId course) {
        var learner = me();
        var known = enrolments.findByLearnerIdAndCourseId(learner.value(), course.value());
        if (known.isPresent()) return known.get().id();
        var publication = publications.current(course).orElseThrow(() -> new NotFound("course"));
        var id = ids.next(EnrolmentId::new);
        var isNew = sql.sql("""
                        insert into learning.enrolment (id, learner_id, course_id, publication_id, status, enrolled_at)
                        values (?, ?, ?, ?, 'ACTIVE', ?) on conflict (learner_id, course_id) do nothing""")
                        .param(id.value())
                        .param(learner.value())
                        .param(course.value())
                        .param(publication.id().value())
                        .param(now())
                        .update()
                == 1;
        if (!isNew)
            return enrolments
                    .findByLearnerIdAndCourseId(learner.value(), course.value())
                    .orElseThrow()
                    .id();
        trail.record(AuditEntry.command(Right.ENROL_SELF).on("CourseId", course).about(learner));
        return id;
    }

    /** The learner's own visit of a course, by its code; nothing when not enrolled. */
    @Requires(Right.FOLLOW_COURSE)
    @Transactional(readOnly = true)
    public Optional<CourseVisit> visit(String code) {
        return publications
                .currentByCode(code)
                .flatMap(current -> enrolments.findByLearnerIdAndCourseId(
                        me().value(), current.course().value()))
                .map(visits::visit);
    }

    /** Opens a lesson, which becomes the place to resume; nothing when not enrolled. */
    @Requires(Right.FOLLOW_COURSE)
    public Optional<OpenLesson> open(String code, int number) {
        return visit(code).map(visit -> {
            var lesson = visit.publication().document().lesson(number).orElseThrow(() -> new NotFound("lesson"));
            int block = visit.resume() == number ? visit.resumeBlock() : 0;
            rest(visit.enrolment(), lesson.lessonId(), block);
            return new OpenLesson(visit, lesson, block, visits.answers(visit.enrolment(), lesson));
        });
    }

    /** The learner's courses, last visited first. */
    @Requires(Right.FOLLOW_COURSE)
    @Transactional(readOnly = true)
    public List<MyCourse> mine() {
        return visits.rows(enrolments.ofLearner(me().value(), MOST_COURSES));
    }

    /** Remembers where the learner is, for the next visit; after a power cut it may be the place of a moment before. */
    @Requires(Right.FOLLOW_COURSE)
    public void rest(EnrolmentId enrolment, LessonId lesson, int block) {
        sql.sql("""
                with unhurried as (select set_config('synchronous_commit', 'off', true))
                update learning.enrolment set place_lesson = ?, place_block = ?, place_at = ? from unhurried
                where id = ? and learner_id = ?""")
                .param(lesson.value())
                .param(Math.max(0, block))
                .param(now())
                .param(enrolment.value())
                .param(me().value())
                .update();
    }

    /** The learner says that a lesson is done; saying it twice changes nothing. */
    @Requires(value = Right.FOLLOW_COURSE, on = "enrolment")
    public void read(EnrolmentId enrolment, LessonId lesson) {
        var visit = own(enrolment);
        if (visit.publication().document().number(lesson) == 0) throw new NotFound("lesson");
        markRead(enrolment, lesson);
        completeWhenDone(enrolment);
    }

    private void markRead(EnrolmentId enrolment, LessonId lesson) {
        sql.sql(
                        "insert into learning.lesson_read (enrolment_id, lesson_id, read_at) values (?, ?, ?) on conflict do nothing")
                .param(enrolment.value())
                .param(lesson.value())
                .param(now())
                .update();
    }

    private CourseVisit own(EnrolmentId enrolment) {
        return enrolments
                .findById(enrolment.value())
                .filter(found -> found.learner().equals(me()))
                .map(visits::visit)
                .orElseThrow(() -> new NotFound("enrolment"));
    }

    /** Marks an answer given in place, and keeps it; the command id makes a repeated send one answer. */
    @Requires(value = Right.FOLLOW_COURSE, on = "enrolment")
    public Mark answer(EnrolmentId enrolment, LessonId lesson, UUID question, UUID commandId, Response response) {
        var document = own(enrolment).publication().document();
        document.lesson(document.number(lesson))
                .filter(found -> found.blocks().contains(new Block.Exercise(question)))
                .orElseThrow(() -> new NotFound("exercise"));
        var mark = exercises.mark(question, response).orElseThrow(() -> new NotFound("answer"));
        if (visits.answerCount(enrolment, question) >= MOST_ANSWERS)
            return mark; // practice goes on, the record is full
        sql.sql("""
                insert into learning.exercise_answer (id, enrolment_id, lesson_id, question_version, response, fraction, answered_at)
                values (?, ?, ?, ?, cast(? as jsonb), ?, ?) on conflict (id) do nothing""")
                .param(commandId)
                .param(enrolment.value())
                .param(lesson.value())
                .param(question)
                .param(json.writerFor(Response.class).writeValueAsString(response))
                .param(mark.fraction())
                .param(now())
                .update();
        return mark;
    }

    /** How the learner stands in these courses, where enrolled. */
    @Requires(Right.FOLLOW_COURSE)
    @Transactional(readOnly = true)
    public Map<CourseId, MyCourse> standing(Set<CourseId> courses) {
        var keys = courses.stream().map(CourseId::value).toList();
        if (keys.isEmpty()) return Map.of();
        return visits.rows(enrolments.findByLearnerIdAndCourseIdIn(me().value(), keys)).stream()
                .collect(Collectors.toMap(MyCourse::course, Function.identity()));
    }

    /**
     * Makes what somebody read as a visitor their own: enrols in each course and marks the lessons read. It never counts as
     * more than read.
     *
     * @param lessons numbers of lessons by course code; what no longer exists is left out
     */
    @Requires(Right.ENROL_SELF)
    public void takeOver(Map<String, Set<Integer>> lessons) {
        lessons.forEach((code, numbers) -> publications.currentByCode(code).ifPresent(current -> {
            var enrolment = enrol(current.course());
            var followed = own(enrolment).publication().document();
            numbers.forEach(
                    number -> followed.lesson(number).ifPresent(lesson -> markRead(enrolment, lesson.lessonId())));
            completeWhenDone(enrolment);
        }));
    }

    /** Within the transaction of the module that marked the activity. */
    @EventListener
    @Open("an event of another module, whose own act was guarded")
    public void on(ActivityPassed passed) {
        enrolments
                .findByLearnerIdAndCourseId(
                        passed.learner().value(), passed.course().value())
                .ifPresent(enrolment -> {
                    sql.sql(
                                    "insert into learning.step_passed (enrolment_id, step_id, passed_at) values (?, ?, ?) on conflict do nothing")
                            .param(enrolment.id().value())
                            .param(passed.step())
                            .param(Timestamp.from(passed.at()))
                            .update();
                    completeWhenDone(enrolment.id());
                });
    }

    private void completeWhenDone(EnrolmentId id) {
        var isDone = enrolments
                .findById(id.value())
                .filter(Enrolment::isActive)
                .filter(place -> visits.visit(place).progress().isComplete())
                .isPresent();
        if (isDone)
            sql.sql(
                            "update learning.enrolment set status = 'COMPLETED', completed_at = ? where id = ? and status = 'ACTIVE'")
                    .param(now())
                    .param(id.value())
                    .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static PersonId me() {
        return Actors.current().requirePerson();
    }
}
