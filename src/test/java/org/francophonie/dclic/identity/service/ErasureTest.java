package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.merge.MergeService;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.personal.PersonalData.Table;
import org.francophonie.dclic.platform.start.Platform;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People take away what is kept about them, and have it erased everywhere. */
@Requirement({"F-140", "F-141"})
class ErasureTest extends PlatformTest {
    @Autowired
    private ErasureService erasures;

    @Autowired
    private PeopleDesk desk;

    @Autowired
    private MergeService merges;

    @Autowired
    private LearningService enrolments;

    @Autowired
    private DraftService drafts;

    @Autowired
    private Gate gate;

    @Autowired
    private Platform platform;

    /** Somebody with a name that is nowhere else, a course, a text of her own and letters. */
    private Somebody remarkable(String name) throws Exception {
        var learner = somebody("LEARNER_A");
        var admin = somebody("PEDAGOGICAL_ADMIN");
        admin.does(() -> {
            desk.correct(learner.id(), 0, new PeopleDesk.Facts(name, "1987", "BJ"));
            return true;
        });
        var course = publishedCourse();
        learner.does(() -> {
            enrolments.enrol(course);
            return drafts.keep("reflection", "some", "I, " + name + ", think so", 0);
        });
        people.join(joining(ids.next(), Optional.of(learner.email()), false, PASSWORD)); // and a letter to her address
        return learner;
    }

    private String code(Somebody person) {
        return sql.sql("select code from identity.person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    /** Where a text stands, in every table of the database. */
    private TreeSet<String> traces(String text) {
        var found = new TreeSet<String>();
        superuser()
                .sql(
                        "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE'"
                                + " and table_schema not in ('pg_catalog', 'information_schema', 'jobs')"
                                + " and table_name not in ('file_chunk')")
                .query(String.class)
                .list()
                .forEach(table -> {
                    if (superuser()
                            .sql("select exists (select from " + table
                                    + " t where position(lower(?) in lower(t::text)) > 0)")
                            .param(text)
                            .query(Boolean.class)
                            .single()) found.add(table);
                });
        return found;
    }

    @Test
    void nothing_of_somebody_who_leaves_is_left_in_any_table_and_the_trail_stays_sound() throws Exception {
        var name = "Zénobie Inoubliable " + System.nanoTime();
        var learner = remarkable(name);
        var code = code(learner);
        assertThat(traces(name)).contains("identity.person", "platform.draft");
        assertThat(traces(code)).contains("identity.person", "identity.person_aud");
        assertThat(traces(learner.email())).contains("identity.account", "platform.mail");

        learner.does(() -> {
            erasures.eraseMe(PASSWORD);
            return true;
        });

        var left = new ArrayList<String>();
        for (var text : List.of(name, code, learner.email()))
            traces(text).forEach(table -> left.add(table + " still says " + text));
        left.removeIf(trace -> trace.startsWith("identity.account still says " + learner.email())
                && claimsOfOthers(learner.email()) > 0); // whoever else says that it is theirs
        assertThat(left).isEmpty();
        assertThat(traces(learner.id().toString()))
                .as("the id alone stays where others' acts refer to it")
                .isSubsetOf(
                        "audit.audit_event",
                        "audit.audit_event_default",
                        "audit.revision",
                        "audit.subject_key",
                        "identity.person",
                        "identity.person_aud",
                        "identity.session",
                        "rights.assignment_aud",
                        monthOfNow());
        assertThat(owner().sql("select wrapped is null from audit.subject_key where person_id = ?")
                        .param(learner.id().value())
                        .query(Boolean.class)
                        .single())
                .as("what the trail said of her is unreadable for ever")
                .isTrue();
        assertThat(owner().sql("select count(*) from audit.audit_event e where row_hash <> sha256(audit.canonical(e))")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(learner.does(() -> gate.allows(Right.FOLLOW_COURSE))).isFalse();
        assertThat(Files.readString(platform.dataFolder().resolve("erased.txt")))
                .contains(learner.id().toString());
    }

    @Test
    void nothing_is_left_of_an_account_that_had_become_one_with_hers() throws Exception {
        var name = "Célestine Double " + System.nanoTime();
        var learner = somebody("LEARNER_A");
        var other = remarkable(name);
        var otherCode = code(other);
        var admin = somebody("PEDAGOGICAL_ADMIN");
        admin.does(() -> {
            merges.merge(learner.id(), other.id(), "Elle a montré les deux cartes.");
            return true;
        });

        learner.does(() -> {
            erasures.eraseMe(PASSWORD);
            return true;
        });

        var left = new ArrayList<String>();
        for (var text : List.of(name, otherCode, other.email())) left.addAll(traces(text));
        left.removeIf(table -> table.equals("identity.account") && claimsOfOthers(other.email()) > 0);
        assertThat(left).isEmpty();
    }

    @Test
    void somebody_who_becomes_anonymous_stays_in_the_figures_of_courses_and_nowhere_else() throws Exception {
        var name = "Gaspard Introuvable " + System.nanoTime();
        var learner = remarkable(name);
        var course = sql.sql("select course_id from learning.enrolment where learner_id = ?")
                .param(learner.id().value())
                .query(java.util.UUID.class)
                .single();
        var document = asPlatform(() -> publications.current(new CourseId(course)))
                .orElseThrow()
                .document();
        learner.does(() -> {
            var place = enrolments.enrol(new CourseId(course));
            enrolments.read(place, document.lesson(1).orElseThrow().lessonId());
            return true;
        });
        var admin = somebody("PEDAGOGICAL_ADMIN");

        admin.does(() -> {
            erasures.anonymise(learner.id());
            return true;
        });

        assertThat(status(learner)).isEqualTo("ERASED");
        assertThat(sql.sql("""
                        select count(*) from learning.enrolment e join learning.lesson_read r on r.enrolment_id = e.id
                        where e.course_id = ?""").param(course).query(Long.class).single())
                .as("the course knows that somebody has read")
                .isEqualTo(1);
        var left = new ArrayList<String>();
        for (var text : List.of(name, learner.email())) left.addAll(traces(text));
        left.removeIf(table -> table.equals("identity.account") && claimsOfOthers(learner.email()) > 0);
        assertThat(left).isEmpty();
        assertThat(traces(learner.id().toString())).doesNotContain("learning.enrolment", "assessment.attempt");
        assertThatThrownBy(() -> admin.does(() -> {
                    erasures.anonymise(admin.id());
                    return true;
                }))
                .isInstanceOf(PeopleRefused.class);
    }

    private long claimsOfOthers(String email) {
        return sql.sql("select count(*) from identity.account where claimed_email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private String monthOfNow() {
        return "audit.audit_event_"
                + java.time.format.DateTimeFormatter.ofPattern("yyyyMM")
                        .format(java.time.LocalDate.now(java.time.ZoneOffset.UTC));
    }

    @Test
    void what_somebody_takes_away_holds_everything_and_no_secret() throws Exception {
        var name = "Apolline " + System.nanoTime();
        var learner = remarkable(name);

        var tables = learner.does(erasures::mine).stream().collect(Collectors.toMap(Table::name, Table::rows));

        assertThat(tables.get("person")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("display_name", name)
                .containsEntry("email", learner.email())
                .containsEntry("birth_year", "1987"));
        assertThat(tables.get("courses")).hasSize(1);
        assertThat(tables.get("drafts")).singleElement().satisfies(row -> assertThat(row.get("text"))
                .contains(name));
        assertThat(tables.get("who has read or changed these data")).anySatisfy(row -> assertThat(row)
                .containsEntry("act", "correct")
                .containsEntry("by", "PEDAGOGICAL_ADMIN")
                .hasEntrySatisfying("before and after", text -> assertThat(text).contains(name)));
        assertThat(tables.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("argon")
                .doesNotContain("hash");
        assertThat(sql.sql("select count(*) from audit.audit_event where nature = 'EXPORT' and actor = ?")
                        .param(learner.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoever_holds_the_phone_only_erases_nothing_without_the_password() throws Exception {
        var learner = somebody("LEARNER_A");

        assertThatThrownBy(() -> learner.does(() -> {
                    erasures.eraseMe("not the password at all");
                    return true;
                }))
                .isInstanceOfSatisfying(SignInRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(SignInRefused.Reason.WRONG));
        assertThat(learner.does(() -> gate.allows(Right.FOLLOW_COURSE))).isTrue();
    }

    @Test
    void an_administrator_erases_at_somebodys_request_but_not_the_last_of_the_administrators() throws Exception {
        var admin = somebody("TECHNICAL_ADMIN");
        var learner = somebody("LEARNER_A");

        admin.does(() -> {
            erasures.erase(learner.id());
            erasures.erase(learner.id());
            return true;
        });

        assertThat(sql.sql("select status from identity.person where id = ?")
                        .param(learner.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("ERASED");
        assertThatThrownBy(() -> admin.does(() -> {
                    erasures.erase(admin.id());
                    return true;
                }))
                .isInstanceOf(PeopleRefused.class);
    }

    @Test
    void an_account_that_a_guardian_refused_goes_after_thirty_days() throws Exception {
        var minor = somebody("AWAITING_CONSENT");
        owner().sql("insert into identity.consent (person_id, state, asked_at, needed_until, decided_at)"
                        + " values (?, 'REFUSED', now(), now() + interval '1 year', now() - interval '29 days')")
                .param(minor.id().value())
                .update();
        owner().sql("update identity.person set status = 'SUSPENDED' where id = ?")
                .param(minor.id().value())
                .update();
        asPlatform(() -> {
            erasures.eraseRefused();
            return true;
        });
        assertThat(status(minor)).isEqualTo("SUSPENDED");

        owner().sql("update identity.consent set decided_at = now() - interval '31 days' where person_id = ?")
                .param(minor.id().value())
                .update();
        asPlatform(() -> {
            erasures.eraseRefused();
            return true;
        });
        assertThat(status(minor)).isEqualTo("ERASED");
    }

    private String status(Somebody person) {
        return sql.sql("select status from identity.person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void somebody_whom_a_restored_backup_brings_back_is_erased_again_at_the_next_start() throws Exception {
        var learner = somebody("LEARNER_A");
        Files.writeString(
                platform.dataFolder().resolve("erased.txt"),
                learner.id() + "\nnonsense\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);

        erasures.eraseAgain();

        assertThat(status(learner)).isEqualTo("ERASED");
    }
}
