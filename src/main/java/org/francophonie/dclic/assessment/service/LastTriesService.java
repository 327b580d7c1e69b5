package org.francophonie.dclic.assessment.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.francophonie.dclic.learning.LastTries;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ids.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why a quiz is still to be done, for the places that show a learner's courses. */
@Service
public class LastTriesService implements LastTries {
    private final JdbcClient sql;
    private final Clock clock;

    LastTriesService(JdbcClient sql, Clock clock) {
        this.clock = clock;
        this.sql = sql;
    }

    @Override
    @Requires(Right.TAKE_QUIZ)
    @Transactional(readOnly = true)
    public Optional<Instant> runsUntil(CourseId course) {
        return sql.sql("select ends_at from assessment.attempt"
                        + " where learner_id = ? and course_id = ? and state = 'OPEN' and ends_at > ?")
                .param(Actors.current().requirePerson().value())
                .param(course.value())
                .param(Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    @Requires(Right.TAKE_QUIZ)
    @Transactional(readOnly = true)
    public Optional<LastTry> failed(CourseId course) {
        return sql.sql("""
                        select a.points, a.max_points, v.pass_mark, a.submitted_at, a.passed
                        from assessment.attempt a join assessment.quiz_version v on v.id = a.quiz_version_id
                        where a.learner_id = ? and a.course_id = ? and a.state = 'SUBMITTED'
                        order by a.passed desc, a.submitted_at desc limit 1""")
                .param(Actors.current().requirePerson().value())
                .param(course.value())
                .query((row, _) -> row.getBoolean("passed")
                        ? Optional.<LastTry>empty()
                        : Optional.of(new LastTry(
                                row.getDouble("points"),
                                row.getDouble("max_points"),
                                row.getInt("pass_mark"),
                                row.getTimestamp("submitted_at").toInstant())))
                .optional()
                .flatMap(found -> found);
    }
}
