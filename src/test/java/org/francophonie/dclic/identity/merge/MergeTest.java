package org.francophonie.dclic.identity.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.assessment.service.QuizService;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.identity.domain.PersonGroup.Kind;
import org.francophonie.dclic.identity.groups.GroupPeopleService;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.merge.MergeService.Merged;
import org.francophonie.dclic.identity.service.AccountMerged;
import org.francophonie.dclic.identity.service.ErasureService;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.identity.service.SignInService;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.learning.MyCourse;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.francophonie.dclic.platform.personal.MergedData.Effect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner joined twice; an administrator makes one account of the two, and goes back when that was wrong. */
@Requirement("F-051")
class MergeTest extends PlatformTest {
    private static final String WHY = "Elle a montré les deux cartes.";

    @Autowired
    private MergeService merges;

    @Autowired
    private DuplicatesService duplicates;

    @Autowired
    private LearningService learning;

    @Autowired
    private QuizService quizzes;

    @Autowired
    private DraftService drafts;

    @Autowired
    private GroupTreeService groups;

    @Autowired
    private GroupPeopleService members;

    @Autowired
    private SuspensionService suspensions;

    @Autowired
    private ErasureService erasures;

    @Autowired
    private PeopleDesk desk;

    @Autowired
    private SignInService signIns;

    @Autowired
    private Gate gate;

    @Autowired
    private List<Recurring> rounds;

    private Somebody admin;
    private Somebody kept;
    private Somebody gone;

    @BeforeEach
    void twoAccounts() throws Exception {
        admin = somebody("PEDAGOGICAL_ADMIN");
        kept = somebody("LEARNER_A");
        gone = somebody("LEARNER_A");
    }

    private void merge() throws Exception {
        admin.does(() -> {
            merges.merge(kept.id(), gone.id(), WHY);
            return true;
        });
    }

    private void split() throws Exception {
        admin.does(() -> {
            merges.split(merged().id());
            return true;
        });
    }

    private Merged merged() throws Exception {
        return admin.does(() -> merges.of(kept.id())).getFirst();
    }

    private Publication publication(CourseId course) throws Exception {
        return asPlatform(() -> publications.current(course)).orElseThrow();
    }

    /** Somebody follows a course and has read these lessons. */
    private void reads(Somebody learner, CourseId course, int... lessons) throws Exception {
        var document = publication(course).document();
        learner.does(() -> {
            var place = learning.enrol(course);
            for (int number : lessons)
                learning.read(place, document.lesson(number).orElseThrow().lessonId());
            return true;
        });
    }

    private void passesQuiz(Somebody learner, CourseId course) throws Exception {
        var quiz = publication(course).document().quiz().orElseThrow().id();
        sql.sql("""
                        insert into learning.step_passed (enrolment_id, step_id, passed_at)
                        select id, ?, now() from learning.enrolment where learner_id = ? and course_id = ?""")
                .param(quiz)
                .param(learner.id().value())
                .param(course.value())
                .update();
    }

    private MyCourse place(Somebody learner, CourseId course) throws Exception {
        return learner.does(learning::mine).stream()
                .filter(mine -> mine.course().equals(course))
                .findFirst()
                .orElseThrow();
    }

    private void triesQuiz(Somebody learner, CourseId course) throws Exception {
        var version = publication(course).id();
        learner.does(() -> quizzes.handIn(quizzes.begin(version)));
    }

    private List<Integer> tries(Somebody learner) {
        return sql.sql("select number from assessment.attempt where learner_id = ? order by number")
                .param(learner.id().value())
                .query(Integer.class)
                .list();
    }

    private String codeOf(Somebody person) {
        return sql.sql("select code from identity.person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    private GroupId groupWith(Somebody member) throws Exception {
        return admin.does(() -> {
            var group = groups.create(ids.next(), Optional.empty(), "Cohorte " + ids.next(), Kind.COHORT, "");
            members.add(group, member.email());
            return group;
        });
    }

    /** Everything that two people have done, row by row. */
    private List<String> traces(Somebody... others) {
        var people = Stream.concat(Stream.of(kept, gone), Stream.of(others))
                .map(somebody -> somebody.id().value())
                .toList();
        return Stream.of(
                        "select id, learner_id, course_id, status, completed_at from learning.enrolment where learner_id in (:people)",
                        "select r.* from learning.lesson_read r join learning.enrolment e on e.id = r.enrolment_id where e.learner_id in (:people)",
                        "select r.* from learning.step_passed r join learning.enrolment e on e.id = r.enrolment_id where e.learner_id in (:people)",
                        "select id, learner_id, number, state from assessment.attempt where learner_id in (:people)",
                        "select person_id, form, object, text from platform.draft where person_id in (:people)",
                        "select person_id, group_id, manager from identity.membership where person_id in (:people)",
                        "select * from rights.member where person_id in (:people)",
                        "select group_id, day, person_id from identity.attendance where person_id in (:people)",
                        "select id, status from identity.person where id in (:people)",
                        "select person_id, email, secret from identity.account where person_id in (:people)")
                .flatMap(select -> sql
                        .sql("select t::text from (" + select + ") t")
                        .param("people", people)
                        .query(String.class)
                        .list()
                        .stream())
                .sorted()
                .toList();
    }

    @Test
    void what_was_done_with_both_accounts_is_in_the_one_that_stays_and_nothing_is_there_twice() throws Exception {
        var onlyHers = publishedCourse();
        var shared = publishedCourse();
        reads(gone, onlyHers, 1);
        reads(gone, shared, 1);
        reads(kept, shared, 2);
        triesQuiz(kept, shared);
        triesQuiz(gone, shared);
        triesQuiz(gone, shared);
        gone.does(() -> drafts.keep("reflection", "one", "ce que j’en pense", 0));
        var group = groupWith(gone);

        var outlook = admin.does(() -> merges.look(kept.id(), gone.id()));
        assertThat(outlook.obstacles()).isEmpty();
        assertThat(outlook.effects())
                .containsExactlyInAnyOrder(
                        new Effect("courses", 1),
                        new Effect("both", 1),
                        new Effect("attempts", 2),
                        new Effect("drafts", 1),
                        new Effect("groups", 1));
        assertThat(outlook.gone().email()).contains(gone.email());
        merge();

        assertThat(place(kept, onlyHers).progress().stepsDone()).isEqualTo(1);
        assertThat(place(kept, shared).progress().stepsDone()).isEqualTo(2);
        assertThat(kept.does(learning::mine)).hasSize(2);
        assertThat(tries(kept)).containsExactly(1, 2, 3);
        assertThat(kept.does(() -> drafts.find("reflection", "one"))).isPresent();
        assertThat(admin.does(() -> members.list(group, 0)))
                .extracting(GroupPeopleService.Belonging::id)
                .containsExactly(kept.id());
        assertThatThrownBy(() -> signIns.signIn(gone.email(), PASSWORD, Optional.empty()))
                .isInstanceOfSatisfying(
                        AccountMerged.class, told -> assertThat(told.keptCode()).isEqualTo(codeOf(kept)));
        assertThatThrownBy(() -> signIns.signIn(gone.email(), "not the password", Optional.empty()))
                .isInstanceOf(SignInRefused.class)
                .isNotInstanceOf(AccountMerged.class);
        assertThat(signIns.signIn(kept.email(), PASSWORD, Optional.empty())
                        .who()
                        .person())
                .isEqualTo(kept.id());
        assertThat(letter(gone.email()).orElseThrow()).contains("n’en font plus qu’un");
        assertThat(letter(kept.email()).orElseThrow()).contains("rejoint");
    }

    @Test
    void when_it_was_a_mistake_each_account_gets_back_exactly_what_was_its_own() throws Exception {
        var onlyHers = publishedCourse();
        var shared = publishedCourse();
        var finished = publishedCourse();
        reads(gone, onlyHers, 1);
        reads(gone, shared, 1);
        reads(kept, shared, 2);
        passesQuiz(kept, shared);
        reads(kept, finished, 1);
        reads(gone, finished, 1, 2);
        passesQuiz(gone, finished);
        reads(gone, finished, 1); // says so again: the course is complete now
        complete(gone, finished);
        triesQuiz(kept, shared);
        triesQuiz(gone, shared);
        gone.does(() -> drafts.keep("reflection", "one", "à elle", 0));
        gone.does(() -> drafts.keep("reflection", "both", "de l’une", 0));
        kept.does(() -> drafts.keep("reflection", "both", "de l’autre", 0));
        var common = groupWith(gone);
        admin.does(() -> members.add(common, kept.email()));
        var hers = groupWith(gone);
        present(hers, gone);
        var before = traces();

        merge();
        assertThat(traces()).isNotEqualTo(before);
        assertThat(place(kept, shared).completedAt())
                .as("both together have done all of it")
                .isPresent();
        assertThat(place(kept, finished).completedAt()).isPresent();
        split();

        assertThat(traces()).isEqualTo(before);
        assertThat(signIns.signIn(gone.email(), PASSWORD, Optional.empty())
                        .who()
                        .person())
                .isEqualTo(gone.id());
        assertThat(admin.does(() -> merges.of(kept.id()))).isEmpty();
    }

    private void complete(Somebody learner, CourseId course) {
        complete(learner, course, "2026-03-01T10:00:00Z");
    }

    private void complete(Somebody learner, CourseId course, String at) {
        sql.sql(
                        "update learning.enrolment set status = 'COMPLETED', completed_at = ? where learner_id = ? and course_id = ?")
                .param(Timestamp.from(Instant.parse(at)))
                .param(learner.id().value())
                .param(course.value())
                .update();
    }

    private void present(GroupId group, Somebody learner) {
        sql.sql(
                        "insert into identity.attendance (group_id, day, person_id, marked_by, marked_at) values (?, ?, ?, ?, now())")
                .param(group.value())
                .param(LocalDate.parse("2026-05-04"))
                .param(learner.id().value())
                .param(admin.id().value())
                .update();
    }

    @Test
    void a_course_that_was_finished_with_the_other_account_counts_with_its_own_version_and_date() throws Exception {
        var course = publishedCourse();
        reads(kept, course, 1);
        reads(gone, course, 1, 2);
        complete(gone, course);
        var finished = place(gone, course);

        merge();

        var place = place(kept, course);
        assertThat(place.enrolment()).isEqualTo(finished.enrolment());
        assertThat(place.completedAt()).contains(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void three_accounts_become_one_and_are_parted_in_the_order_in_which_that_makes_sense() throws Exception {
        var third = somebody("LEARNER_A");
        var course = publishedCourse();
        var other = publishedCourse();
        reads(kept, course, 1);
        reads(gone, course, 1, 2);
        complete(gone, course, "2026-03-01T10:00:00Z");
        reads(third, course, 2);
        complete(third, course, "2026-02-01T10:00:00Z");
        reads(gone, other, 1);
        reads(third, other, 2);
        complete(third, other, "2026-02-01T10:00:00Z");
        triesQuiz(gone, course);
        triesQuiz(third, course);
        var before = traces(third);

        merge();
        admin.does(() -> {
            merges.merge(kept.id(), third.id(), WHY);
            return true;
        });
        assertThat(place(kept, course).completedAt()).contains(Instant.parse("2026-02-01T10:00:00Z"));
        assertThat(place(kept, other).progress().stepsDone()).isEqualTo(2);
        assertThat(tries(kept)).containsExactly(1, 2);
        var all = admin.does(() -> merges.of(kept.id()));
        assertThatThrownBy(() -> part(all.getLast())).isInstanceOf(MergeRefused.class);
        part(all.getFirst());
        part(all.getLast());

        assertThat(traces(third)).isEqualTo(before);
    }

    private void part(Merged merged) throws Exception {
        admin.does(() -> {
            merges.split(merged.id());
            return true;
        });
    }

    @Test
    void a_try_with_a_time_does_not_run_out_in_a_closed_account() throws Exception {
        var version = publication(publishedCourse()).id();
        var open = gone.does(() -> quizzes.begin(version));
        owner().sql("update assessment.attempt set ends_at = now() + interval '10 minutes' where id = ?")
                .param(open.value())
                .update();

        merge();

        assertThat(kept.does(() -> quizzes.sheet(open)).result()).isPresent();
    }

    @Test
    void a_quiz_is_begun_and_gone_on_with_after_a_merge_and_after_a_split() throws Exception {
        var course = publishedCourse();
        var version = publication(course).id();
        triesQuiz(gone, course);
        var open = kept.does(() -> quizzes.begin(version));
        var left = gone.does(() -> quizzes.begin(version));

        merge();
        assertThat(kept.does(() -> quizzes.begin(version))).isEqualTo(open);
        kept.does(() -> quizzes.handIn(open));
        triesQuiz(kept, course);
        split();

        triesQuiz(kept, course);
        assertThat(gone.does(() -> quizzes.begin(version)))
                .as("what was under way")
                .isEqualTo(left);
    }

    @Test
    void an_account_that_was_given_up_is_not_erased_alone() throws Exception {
        merge();

        assertThatThrownBy(() -> admin.does(() -> {
                    erasures.anonymise(gone.id());
                    return true;
                }))
                .isInstanceOf(PeopleRefused.class);
    }

    @Test
    void what_was_done_since_goes_back_with_the_course_it_was_done_in() throws Exception {
        var course = publishedCourse();
        reads(gone, course, 1);
        merge();
        reads(kept, course, 2);

        split();

        assertThat(place(gone, course).progress().stepsDone()).isEqualTo(2);
        assertThat(kept.does(learning::mine)).isEmpty();
    }

    private List<String> obstacles(Somebody kept, Somebody gone) throws Exception {
        return admin.does(() -> merges.look(kept.id(), gone.id())).obstacles();
    }

    @Test
    void what_would_do_harm_is_refused_with_its_reason() throws Exception {
        var trainer = somebody("TRAINER");
        assertThat(obstacles(kept, trainer)).containsExactly("merge.obstacle.profiles");
        assertThat(obstacles(trainer, gone)).isEmpty();
        assertThat(obstacles(admin, gone)).containsExactly("merge.obstacle.yourself");
        assertThat(obstacles(kept, kept)).contains("merge.obstacle.same");

        var responsible = somebody("LEARNER_A");
        var group = groupWith(responsible);
        admin.does(() -> {
            members.setResponsible(group, responsible.id(), true);
            return true;
        });
        assertThat(obstacles(kept, responsible)).containsExactly("merge.obstacle.responsible");

        var author = somebody("LEARNER_A");
        owner().sql("update authoring.course set owner_id = ? where id = ?")
                .param(author.id().value())
                .param(publishedCourse().value())
                .update();
        assertThat(obstacles(kept, author)).containsExactly("merge.obstacle.courses");
        assertThat(obstacles(author, gone))
                .as("an author may be the one who stays")
                .isEmpty();

        var minor = somebody("LEARNER_A");
        admin.does(() -> {
            desk.correct(minor.id(), 0, new PeopleDesk.Facts("Awa Test", "2012", "FR"));
            return true;
        });
        assertThat(obstacles(kept, minor)).contains("merge.obstacle.consent");
        assertThat(obstacles(minor, kept)).contains("merge.obstacle.consent");
        owner().sql("update identity.consent set state = 'GIVEN', decided_at = now() where person_id = ?")
                .param(minor.id().value())
                .update();
        assertThat(obstacles(kept, minor))
                .as("the word of a guardian would be lost")
                .contains("merge.obstacle.consent");
        assertThat(obstacles(minor, kept)).doesNotContain("merge.obstacle.consent");

        var third = somebody("LEARNER_A");
        merge();
        assertThat(obstacles(third, kept)).containsExactly("merge.obstacle.chain");
        assertThat(obstacles(third, gone)).contains("merge.obstacle.merged");
        assertThat(obstacles(gone, third)).contains("merge.obstacle.merged");
        admin.does(() -> {
            suspensions.suspend(third.id(), "essai");
            return true;
        });
        assertThat(obstacles(kept, third)).containsExactly("merge.obstacle.suspended");
        assertThat(obstacles(third, somebody("LEARNER_A"))).containsExactly("merge.obstacle.suspended");
        assertThatThrownBy(() -> admin.does(() -> {
                    merges.merge(third.id(), kept.id(), WHY);
                    return true;
                }))
                .isInstanceOf(MergeRefused.class);
    }

    @Test
    void a_reason_is_asked_for_and_nothing_happens_without_one() throws Exception {
        var before = traces();

        assertThatThrownBy(() -> admin.does(() -> {
                    merges.merge(kept.id(), gone.id(), "  ");
                    return true;
                }))
                .isInstanceOf(PeopleRefused.class);

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void the_account_that_was_given_up_is_opened_again_only_by_parting_the_two() throws Exception {
        merge();

        assertThatThrownBy(() -> admin.does(() -> {
                    suspensions.readmit(gone.id());
                    return true;
                }))
                .isInstanceOf(PeopleRefused.class);
        assertThat(gone.does(() -> gate.allows(Right.FOLLOW_COURSE))).isFalse();
    }

    @Test
    void two_presses_of_the_button_are_one_and_so_are_two_administrators() throws Exception {
        var other = somebody("TECHNICAL_ADMIN");
        reads(gone, publishedCourse(), 1);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var tries = Stream.of(admin, admin, other)
                    .<Callable<Object>>map(who -> () -> who.does(() -> {
                        merges.merge(kept.id(), gone.id(), WHY);
                        return true;
                    }))
                    .toList();
            for (var result : threads.invokeAll(tries)) result.get();
        }

        assertThat(admin.does(() -> merges.of(kept.id()))).hasSize(1);
        split();
        var undone = admin.does(() -> merges.of(kept.id()));
        assertThat(undone).isEmpty();
    }

    @Test
    void after_thirty_days_there_is_no_way_back_and_the_address_is_free_again() throws Exception {
        merge();
        var merged = merged();
        assertThat(merged.undoable()).isTrue();
        owner().sql("update identity.merge set merged_at = ? where id = ?")
                .param(Timestamp.from(Instant.now().minus(31, ChronoUnit.DAYS)))
                .param(merged.id())
                .update();

        assertThat(merged().undoable()).isFalse();
        assertThatThrownBy(this::split).isInstanceOf(MergeRefused.class);
        asPlatform(() -> {
            rounds.stream()
                    .filter(round -> round.name().equals("identity-sweep"))
                    .findFirst()
                    .orElseThrow()
                    .run();
            return true;
        });

        assertThat(sql.sql("select count(*) from identity.account where person_id = ?")
                        .param(gone.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoever_leaves_takes_both_accounts_along_and_reads_what_is_kept_of_both_before() throws Exception {
        var course = publishedCourse();
        reads(gone, course, 1);
        reads(kept, course, 2);
        merge();
        var told = kept.does(erasures::mine).toString();
        assertThat(told).contains(kept.email()).as("not before it is for good").doesNotContain(gone.email());

        kept.does(() -> {
            erasures.eraseMe(PASSWORD);
            return true;
        });

        for (var person : List.of(kept, gone))
            assertThat(sql.sql("select status from identity.person where id = ?")
                            .param(person.id().value())
                            .query(String.class)
                            .single())
                    .isEqualTo("ERASED");
        assertThat(sql.sql("select count(*) from learning.enrolment where course_id = ?")
                        .param(course.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void called(Somebody person, String name, String year) throws Exception {
        admin.does(() -> {
            desk.correct(person.id(), 0, new PeopleDesk.Facts(name, year, "SN"));
            return true;
        });
    }

    @Test
    void accounts_with_the_same_name_in_another_order_and_the_same_year_are_found() throws Exception {
        var mark = "Zzaa" + ids.next().toString().substring(30).replaceAll("[0-9]", "x");
        called(kept, "Aïssatou " + mark, "1981");
        called(gone, mark.toLowerCase() + "  AISSATOU", "1981");
        var other = somebody("LEARNER_A");
        called(other, "Aïssatou " + mark, "1982");

        var found = admin.does(() -> duplicates.find(0)).stream()
                .filter(alike -> alike.accounts().stream()
                        .anyMatch(account -> account.displayName().contains(mark)))
                .toList();

        assertThat(found).singleElement().satisfies(alike -> {
            assertThat(alike.birthYear()).contains(1981);
            assertThat(alike.accounts()).extracting(DuplicatesService.Alike::id).containsExactly(kept.id(), gone.id());
        });
        assertThat(admin.does(() -> duplicates.named(kept.email()))).contains(kept.id());
        assertThat(admin.does(() -> duplicates.named("nobody@exemple.sn"))).isEmpty();
        assertThat(admin.does(() -> duplicates.named(" "))).isEmpty();
    }

    @Test
    void nobody_else_compares_or_merges() throws Exception {
        for (var profile : List.of("LEARNER_A", "TRAINER", "EDITOR")) {
            var other = somebody(profile);
            assertThatThrownBy(() -> other.does(() -> merges.look(kept.id(), gone.id())))
                    .isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> other.does(() -> {
                        merges.merge(kept.id(), gone.id(), WHY);
                        return true;
                    }))
                    .isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> other.does(() -> duplicates.find(0))).isInstanceOf(AccessRefused.class);
        }
        assertThatThrownBy(() -> admin.does(() -> merges.look(kept.id(), ids.next(PersonId::new))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void both_people_find_it_in_the_trail() throws Exception {
        merge();
        split();

        for (var person : List.of(kept, gone))
            assertThat(sql.sql("""
                            select act from audit.audit_event where ? = any(subject_ids) and right_name = 'MERGE_PEOPLE'
                                and nature = 'COMMAND' order by at""")
                            .param(person.id().value())
                            .query(String.class)
                            .list())
                    .contains("merge", "split");
    }
}
