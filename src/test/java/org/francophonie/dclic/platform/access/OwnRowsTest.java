package org.francophonie.dclic.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.service.ClassService;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The second line behind the gate: a service that forgot to filter is shown nobody else's rows by the database. */
@Requirement({"F-123", "F-141"})
class OwnRowsTest extends PlatformTest {
    private static final String OF_A_PLACE = "(select learner_id from learning.enrolment e where e.id = enrolment_id)";

    private static final String OF_A_TRY = "(select learner_id from assessment.attempt a where a.id = attempt_id)";

    /** Each guarded table, and how a row of it leads to its person. */
    private static final Map<String, String> GUARDED = Map.ofEntries(
            Map.entry("platform.draft", "person_id"),
            Map.entry("rights.own_plan", "person_id"),
            Map.entry("identity.account", "person_id"),
            Map.entry("identity.consent", "person_id"),
            Map.entry("identity.device_person", "person_id"),
            Map.entry("identity.one_time_link", "person_id"),
            Map.entry("identity.passkey", "person_id"),
            Map.entry("identity.recovery_code", "person_id"),
            Map.entry("identity.second_factor", "person_id"),
            Map.entry("identity.session", "person_id"),
            Map.entry("identity.sign_in_token", "person_id"),
            Map.entry("learning.enrolment", "learner_id"),
            Map.entry("assessment.attempt", "learner_id"),
            Map.entry("learning.lesson_read", OF_A_PLACE),
            Map.entry("learning.step_passed", OF_A_PLACE),
            Map.entry("learning.exercise_answer", OF_A_PLACE),
            Map.entry("assessment.answer", OF_A_TRY),
            Map.entry("assessment.flag", OF_A_TRY));

    /** Tables that name a person, and why the acts of everybody may see them. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("audit.subject_key", "the keys with which what is written about others is enciphered"),
            Map.entry("authoring.import_report", "reports of authors, without personal data"),
            Map.entry("identity.attendance", "the roll of a class"),
            Map.entry("identity.bulk_line", "acts of administrators, for whom nothing is confined"),
            Map.entry("identity.invitation", "who is asked into a class is told to both sides"),
            Map.entry("identity.membership", "who belongs where decides what is seen"),
            Map.entry("identity.membership_aud", "its history"),
            Map.entry("identity.people_import_row", "acts of administrators"),
            Map.entry("learning.merged_place", "acts of administrators"),
            Map.entry("platform.command", "ids of commands"),
            Map.entry("platform.mail", "letters are counted by address, whoever they are about"),
            Map.entry("rights.assignment", "who holds what decides what is seen"),
            Map.entry("rights.assignment_aud", "its history"),
            Map.entry("rights.member", "who belongs where decides what is seen"));

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private List<Advisor> advisors;

    @Autowired
    private LearningService learning;

    @Autowired
    private DraftService drafts;

    @Autowired
    private ClassService classes;

    private Somebody me;
    private Somebody other;
    private Sight mine;

    @BeforeEach
    void twoLearners() throws Exception {
        var course = publishedCourse();
        me = somebody("LEARNER_A");
        other = somebody("LEARNER_A");
        mine = new Sight(me.id(), Set.of());
        for (var each : List.of(me, other)) {
            each.does(() -> learning.enrol(course));
            each.does(() -> drafts.keep("reflection", "somewhere", "Ce que je pense", 0));
        }
    }

    private <T> T confined(Sight sight, Callable<T> work) throws Exception {
        try {
            return Sight.within(Optional.of(sight), () -> new TransactionTemplate(transactions).execute(_ -> {
                try {
                    return work.call();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<UUID> people(String table) {
        return Set.copyOf(sql.sql("select distinct " + GUARDED.get(table) + " from " + table)
                .query(UUID.class)
                .list());
    }

    @Test
    void an_act_of_ones_own_is_shown_ones_own_rows_alone() throws Exception {
        var myself = Set.of(me.id().value());

        for (var table : GUARDED.keySet())
            assertThat(confined(mine, () -> people(table))).as(table).isSubsetOf(myself);
        for (var table : List.of("platform.draft", "identity.account", "learning.enrolment")) {
            assertThat(confined(mine, () -> people(table))).as(table).isEqualTo(myself);
            assertThat(people(table)).contains(me.id().value(), other.id().value());
        }
    }

    @Test
    void whoever_is_responsible_for_a_class_is_shown_its_people_too() throws Exception {
        var trainer = somebody("TRAINER");
        var group = trainer.does(() -> classes.create(ids.next(), "Mardi soir", "SN"));
        trainer.does(() -> classes.add(group, classes.understand("Ama;1990").learners(), false, Locale.FRENCH));
        var learner = trainer.does(() -> classes.learners(group)).getFirst().id();
        var responsible = new Sight(trainer.id(), Set.of(group.value()));

        assertThat(confined(responsible, () -> people("identity.account")))
                .containsExactlyInAnyOrder(trainer.id().value(), learner.value());
        assertThat(confined(new Sight(trainer.id(), Set.of()), () -> people("identity.account")))
                .containsExactly(trainer.id().value());
        new Somebody(learner, "").does(() -> drafts.keep("reflection", "somewhere", "Pour moi seule", 0));
        assertThat(confined(responsible, () -> people("platform.draft")))
                .as("thoughts are nobody else's")
                .isEmpty();
    }

    @Test
    void nothing_is_given_to_others_or_taken_from_them() throws Exception {
        assertThat(confined(mine, () -> sql.sql("delete from platform.draft where person_id = ?")
                        .param(other.id().value())
                        .update()))
                .isZero();
        assertThat(confined(
                        mine, () -> sql.sql("update identity.account set email = 'moi@exemple.sn' where person_id = ?")
                                .param(other.id().value())
                                .update()))
                .isZero();
        assertThatThrownBy(() -> confined(
                        mine, () -> sql.sql("update learning.enrolment set learner_id = ? where learner_id = ?")
                                .param(other.id().value())
                                .param(me.id().value())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void the_trail_is_written_and_not_read() throws Exception {
        var all = "select count(*) from audit.audit_event";

        assertThat(confined(mine, () -> sql.sql(all).query(Integer.class).single()))
                .isZero();
        assertThat(sql.sql(all).query(Integer.class).single()).isPositive();
    }

    @Test
    void the_next_transaction_of_the_connection_is_as_free_as_before() throws Exception {
        confined(mine, () -> people("identity.account"));

        assertThat(sql.sql("select current_user").query(String.class).single()).isEqualTo("dclic_web");
        assertThat(people("identity.account")).contains(other.id().value());
    }

    @Test
    void a_service_that_forgot_to_filter_sees_as_far_as_its_right_reaches() throws Exception {
        var proxies = new ProxyFactory(new Careless());
        advisors.stream().sorted(AnnotationAwareOrderComparator.INSTANCE).forEach(proxies::addAdvisor);
        var careless = (Accounts) proxies.getProxy();

        assertThat(me.does(careless::mine)).isEqualTo(1);
        assertThat(me.does(careless::onPurpose)).isGreaterThan(1);
        assertThat(somebody("TECHNICAL_ADMIN").does(careless::all)).isGreaterThan(1);
    }

    interface Accounts {
        int mine();

        int onPurpose();

        int all();
    }

    /** As a tired programmer writes it. */
    @Service
    private class Careless implements Accounts {
        @Override
        @Requires(Right.READ_OWN_ACCOUNT)
        @Transactional(readOnly = true)
        public int mine() {
            return people("identity.account").size();
        }

        @Override
        @Requires(value = Right.READ_OWN_ACCOUNT, seesAll = true)
        @Transactional(readOnly = true)
        public int onPurpose() {
            return people("identity.account").size();
        }

        @Override
        @Requires(value = Right.READ_PERSON, looksOnly = true)
        @Transactional(readOnly = true)
        public int all() {
            return people("identity.account").size();
        }
    }

    @Test
    void each_table_that_names_a_person_is_guarded_or_open_for_a_reason() {
        var named = superuser()
                .sql("""
                        select c.relnamespace::regnamespace || '.' || c.relname as name, c.relrowsecurity as guarded
                        from pg_class c where c.relkind in ('r', 'p') and not c.relispartition
                            and c.oid <> 'audit.audit_event'::regclass
                            and c.relnamespace::regnamespace::text in
                                ('platform', 'rights', 'identity', 'catalogue', 'authoring', 'learning', 'assessment', 'audit')
                            and (c.relrowsecurity or exists (select from pg_attribute a where a.attrelid = c.oid
                                and a.attname in ('person_id', 'learner_id', 'subject_ids', 'enrolment_id', 'attempt_id')))""")
                .query((row, _) -> Map.entry(row.getString("name"), row.getBoolean("guarded")))
                .list();

        assertThat(named).isNotEmpty().allSatisfy(table -> assertThat(
                        table.getValue() ? GUARDED.keySet() : OPEN.keySet())
                .as("guarded: %s", table.getValue())
                .contains(table.getKey()));
    }
}
