package org.francophonie.dclic.assessment.service;

import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.PersonalData;
import org.francophonie.dclic.platform.personal.PersonalTables;
import org.springframework.stereotype.Component;

/** Quizzes taken, with every answer. */
@Component
class AssessmentPersonalData implements PersonalData {
    private final PersonalTables tables;

    AssessmentPersonalData(PersonalTables tables) {
        this.tables = tables;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Table> of(PersonId person) {
        return List.of(
                tables.read(
                        "quizzes taken",
                        "select v.title, a.number, a.started_at, a.ends_at, a.submitted_at, a.timed_out, a.points, a.max_points, a.passed"
                                + " from assessment.attempt a join assessment.quiz_version v on v.id = a.quiz_version_id"
                                + " where a.learner_id = :person order by a.started_at",
                        person),
                tables.read(
                        "questions to look at again",
                        "select v.title, f.question_version from assessment.flag f"
                                + " join assessment.attempt a on a.id = f.attempt_id"
                                + " join assessment.quiz_version v on v.id = a.quiz_version_id where a.learner_id = :person",
                        person),
                tables.read(
                        "quiz answers",
                        "select v.title, n.question_version, n.response::text as response, n.answered_at"
                                + " from assessment.answer n join assessment.attempt a on a.id = n.attempt_id"
                                + " join assessment.quiz_version v on v.id = a.quiz_version_id"
                                + " where a.learner_id = :person order by n.answered_at",
                        person));
    }

    @Override
    public void erase(PersonId person) {
        tables.call("assessment.erase", person);
    }

    @Override
    public void anonymise(PersonId person, UUID nobody) {
        tables.call("assessment.anonymise", person, nobody);
    }
}
