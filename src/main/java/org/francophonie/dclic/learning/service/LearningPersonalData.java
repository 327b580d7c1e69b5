package org.francophonie.dclic.learning.service;

import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.PersonalData;
import org.francophonie.dclic.platform.personal.PersonalTables;
import org.springframework.stereotype.Component;

/** Courses followed, lessons read, exercises answered. */
@Component
class LearningPersonalData implements PersonalData {
    private final PersonalTables tables;

    LearningPersonalData(PersonalTables tables) {
        this.tables = tables;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Table> of(PersonId person) {
        return List.of(
                tables.read(
                        "courses",
                        "select course_id, status, enrolled_at, completed_at, place_at from learning.enrolment"
                                + " where learner_id = :person order by enrolled_at",
                        person),
                tables.read(
                        "lessons read",
                        "select e.course_id, r.lesson_id, r.read_at from learning.lesson_read r"
                                + " join learning.enrolment e on e.id = r.enrolment_id where e.learner_id = :person order by r.read_at",
                        person),
                tables.read(
                        "exercises answered",
                        "select e.course_id, a.lesson_id, a.question_version, a.response::text as response, a.fraction,"
                                + " a.answered_at from learning.exercise_answer a join learning.enrolment e"
                                + " on e.id = a.enrolment_id where e.learner_id = :person order by a.answered_at",
                        person));
    }

    @Override
    public void erase(PersonId person) {
        tables.call("learning.erase", person);
    }

    @Override
    public void anonymise(PersonId person, UUID nobody) {
        tables.call("learning.anonymise", person, nobody);
    }
}
