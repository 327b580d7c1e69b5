package org.francophonie.dclic.rights.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.RightsRefused.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators change who may do what, within rules that keep them honest. */
@Requirement({"F-123", "F-124", "F-126", "F-127"})
class MatrixServiceTest extends PlatformTest {
    @Autowired
    private MatrixService matrix;

    @Autowired
    private MatrixHistoryService history;

    @Autowired
    private ProfileCatalogueService catalogue;

    @Autowired
    private Gate gate;

    /** A profile of the test's own, with the rights of a trainer. */
    private String trainers(Somebody admin) throws Exception {
        var name = "Test " + letters();
        return admin.does(() -> catalogue.copy("TRAINER", name, name));
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + System.nanoTime() % 100;
    }

    private void change(Somebody admin, String profile, Map<Right, Cell> cells) throws Exception {
        admin.does(() -> matrix.change(profile, matrix.column(profile).version(), cells));
    }

    private void assign(Somebody admin, Somebody to, String profile) throws Exception {
        admin.does(() -> {
            assignments.assign(to.id(), profile);
            return true;
        });
    }

    private static void isRefused(Rule rule, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RightsRefused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }

    @Test
    void a_changed_right_counts_at_once_and_leaves_who_what_before_and_after() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var profile = trainers(admin);
        var holder = somebody("LEARNER_A");
        assign(admin, holder, profile);
        assertThat(holder.does(() -> gate.reach(Right.CREATE_COURSE))).isEqualTo(Scope.NONE);

        change(admin, profile, Map.of(Right.CREATE_COURSE, Cell.allow(Scope.GROUP)));

        assertThat(holder.does(() -> gate.reach(Right.CREATE_COURSE))).isEqualTo(Scope.GROUP);
        assertThat(sql.sql("select changes::text from audit.audit_event where actor = ? and act = 'change'")
                        .param(admin.id().value())
                        .query(String.class)
                        .single())
                .contains("CREATE_COURSE")
                .contains("NONE")
                .contains("GROUP");
    }

    @Test
    void nobody_grants_what_they_do_not_hold() throws Exception {
        var pedagogical = somebody("PEDAGOGICAL_ADMIN");
        var technical = somebody("TECHNICAL_ADMIN");
        var profile = trainers(pedagogical);
        var somebody = somebody("LEARNER_A");

        isRefused(
                Rule.NOT_HELD, () -> change(pedagogical, profile, Map.of(Right.CHANGE_SETTING, Cell.allow(Scope.ALL))));
        isRefused(Rule.NOT_HELD, () -> assign(pedagogical, somebody, "TECHNICAL_ADMIN"));
        isRefused(Rule.NOT_HELD, () -> assign(technical, somebody, "TRAINER"));
        isRefused(Rule.NOT_HELD, () -> technical.does(() -> catalogue.copy("EDITOR", letters(), letters())));
        isRefused(
                Rule.BY_CONSENT,
                () -> change( // what is forbidden to minors comes back
                        technical, "AWAITING_CONSENT", Map.of(Right.PUBLISH_COURSE, Cell.NOTHING)));
        assertThat(somebody.does(() -> gate.reach(Right.TEACH_CLASS))).isEqualTo(Scope.NONE);
    }

    @Test
    void nobody_forbids_what_they_do_not_hold() throws Exception {
        var pedagogical = somebody("PEDAGOGICAL_ADMIN");
        var technical = somebody("TECHNICAL_ADMIN");
        var profile = trainers(pedagogical);

        isRefused(
                Rule.NOT_HELD,
                () -> change(pedagogical, profile, Map.of(Right.CHANGE_SETTING, Cell.prohibit(Scope.ALL))));
        change(pedagogical, profile, Map.of(Right.PUBLISH_COURSE, Cell.prohibit(Scope.ALL)));
        isRefused(Rule.NOT_HELD, () -> assign(technical, somebody("EDITOR"), profile));
    }

    @Test
    void nobody_changes_a_profile_that_they_hold() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");

        isRefused(
                Rule.OWN_PROFILE,
                () -> change(
                        admin,
                        "PEDAGOGICAL_ADMIN",
                        Map.of(Right.READ_MAIL, Cell.NOTHING, Right.READ_SETTING, Cell.NOTHING)));
        isRefused(
                Rule.OWN_PROFILE,
                () -> admin.does(() -> {
                    catalogue.switchTo(
                            "PEDAGOGICAL_ADMIN",
                            matrix.column("PEDAGOGICAL_ADMIN").version(),
                            false);
                    return true;
                }));
    }

    @Test
    void two_who_change_one_profile_at_once_do_not_overwrite_each_other() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var profile = trainers(admin);
        long seen = admin.does(() -> matrix.column(profile).version());
        change(admin, profile, Map.of(Right.CREATE_COURSE, Cell.allow(Scope.OWN)));

        isRefused(
                Rule.STALE,
                () -> admin.does(
                        () -> matrix.change(profile, seen, Map.of(Right.CREATE_COURSE, Cell.allow(Scope.ALL)))));
    }

    @Test
    void a_former_version_is_found_with_its_differences_and_comes_back_as_a_new_one() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var profile = trainers(admin);
        change(admin, profile, Map.of(Right.TEACH_CLASS, Cell.NOTHING, Right.CREATE_COURSE, Cell.prohibit(Scope.ALL)));

        var versions = admin.does(() -> history.versions(profile));
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().actor()).contains(admin.id());
        assertThat(versions.getFirst().changes())
                .extracting(MatrixService.Change::right)
                .containsExactlyInAnyOrder(Right.TEACH_CLASS, Right.CREATE_COURSE);
        var former =
                admin.does(() -> history.cellsAt(profile, versions.getLast().revision()));
        var other = somebody("TECHNICAL_ADMIN");
        isRefused(Rule.NOT_HELD, () -> change(other, profile, former));
        change(admin, profile, former);

        assertThat(admin.does(() -> matrix.column(profile).cells())).isEqualTo(former);
        assertThat(admin.does(() -> history.versions(profile))).hasSize(3);
    }

    @Test
    void a_profile_is_copied_renamed_switched_off_and_on() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var profile = trainers(admin);
        var holder = somebody("LEARNER_A");
        assign(admin, holder, profile);
        assertThat(holder.does(() -> gate.allows(Right.TEACH_CLASS))).isTrue();
        var name = "Formatrice " + letters();

        admin.does(() -> {
            catalogue.rename(profile, matrix.column(profile).version(), name, "Trainer " + name);
            catalogue.switchTo(profile, matrix.column(profile).version(), false);
            return true;
        });
        assertThat(holder.does(() -> gate.allows(Right.TEACH_CLASS))).isFalse();
        isRefused(Rule.UNKNOWN_PROFILE, () -> assign(admin, holder, profile));
        isRefused(Rule.NAME_TAKEN, () -> admin.does(() -> catalogue.copy("TRAINER", name, letters())));
        isRefused(Rule.NAME_EMPTY, () -> admin.does(() -> catalogue.copy("TRAINER", " \u200b", letters())));

        admin.does(() -> {
            catalogue.switchTo(profile, matrix.column(profile).version(), true);
            return true;
        });
        assertThat(holder.does(() -> gate.allows(Right.TEACH_CLASS))).isTrue();
        assertThat(admin.does(() -> matrix.column(profile).nameFr())).isEqualTo(name);
    }

    @Test
    void two_administrators_of_rights_remain_even_when_two_are_dismissed_at_once() throws Exception {
        var three = List.of(somebody("TECHNICAL_ADMIN"), somebody("TECHNICAL_ADMIN"), somebody("PEDAGOGICAL_ADMIN"));
        owner().sql("update identity.person set status = 'SUSPENDED' where status = 'ACTIVE' and id not in (:three)"
                        + " and id in (select person_id from rights.held where profile like '%_ADMIN')")
                .param("three", three.stream().map(one -> one.id().value()).toList())
                .update();
        assertThat(administrators()).isEqualTo(3);
        var forbidding = trainers(three.get(2));
        change(three.get(2), forbidding, Map.of(Right.CHANGE_MATRIX, Cell.prohibit(Scope.ALL)));
        assign(three.get(2), three.get(0), forbidding);
        assertThat(administrators()).as("whoever is forbidden it is none").isEqualTo(2);
        isRefused(Rule.TWO_REMAIN, () -> assign(three.get(2), three.get(1), forbidding));
        asPlatform(() -> {
            for (var line : assignments.list(three.get(0).id()))
                if (line.profile().equals(forbidding))
                    assignments.take(three.get(0).id(), line.id());
            return true;
        });
        assertThat(administrators()).isEqualTo(3);

        var refused = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both = threads.invokeAll(List.of(dismissing(three.get(0)), dismissing(three.get(1))));
            for (var one : both) if (!one.get()) refused++;
        }
        assertThat(refused).isEqualTo(1);
        assertThat(administrators()).isEqualTo(2);

        isRefused(Rule.TWO_REMAIN, () -> dismiss(three.get(2)));
        assertThatThrownBy(() -> owner().sql("update identity.person set status = 'SUSPENDED' where id = ?")
                        .param(three.get(2).id().value())
                        .update())
                .as("not even by SQL")
                .hasMessageContaining("two administrators");
        assertThat(administrators()).isEqualTo(2);
    }

    private Callable<Boolean> dismissing(Somebody admin) {
        return () -> {
            try {
                dismiss(admin);
                return true;
            } catch (RightsRefused refused) {
                assertThat(refused.rule()).isEqualTo(Rule.TWO_REMAIN);
                return false;
            }
        };
    }

    private void dismiss(Somebody admin) throws Exception {
        asPlatform(() -> {
            for (var line : assignments.list(admin.id())) assignments.take(admin.id(), line.id());
            return true;
        });
    }

    private int administrators() {
        return sql.sql("select rights.count_administrators()")
                .query(Integer.class)
                .single();
    }
}
