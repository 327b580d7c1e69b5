package org.francophonie.dclic.identity.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.PersonGroup.Kind;
import org.francophonie.dclic.identity.service.PeopleSearch;
import org.francophonie.dclic.identity.service.PeopleService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.RightsRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-123", "F-124", "F-126"})
class GroupTreeTest extends PlatformTest {
    @Autowired
    private GroupTreeService groups;

    @Autowired
    private GroupPeopleService members;

    @Autowired
    private PeopleService directory;

    @Autowired
    private Gate gate;

    private Somebody admin;

    @BeforeEach
    void anAdministrator() throws Exception {
        admin = somebody("PEDAGOGICAL_ADMIN");
    }

    /** Rows that were made beside the platform have no history, and others count on it. */
    @AfterEach
    void leaveNothing() {
        owner().sql("delete from rights.assignment where profile like 'RESP\\_%' or group_id is not null")
                .update();
        owner().sql("delete from rights.matrix_cell where profile like 'RESP\\_%'")
                .update();
        owner().sql("delete from rights.profile where code like 'RESP\\_%'").update();
    }

    private GroupId make(String name, Kind kind, GroupId... parent) throws Exception {
        return make(admin, name, kind, parent);
    }

    private GroupId make(Somebody who, String name, Kind kind, GroupId... parent) throws Exception {
        return who.does(() -> groups.create(ids.next(), List.of(parent).stream().findFirst(), name, kind, ""));
    }

    private void does(Somebody who, Runnable act) throws Exception {
        who.does(() -> {
            act.run();
            return true;
        });
    }

    private void move(GroupId group, GroupId... parent) throws Exception {
        does(
                admin,
                () -> groups.move(
                        group,
                        groups.details(group).version(),
                        List.of(parent).stream().findFirst()));
    }

    private String code(PersonId person) {
        return sql.sql("select code from identity.person where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    /** Somebody with rights over groups for which she is responsible, and only these. */
    private Somebody manager(GroupId of) throws Exception {
        var profile = "RESP_"
                + ids.next()
                        .toString()
                        .substring(24)
                        .chars()
                        .mapToObj(letter -> String.valueOf((char) ('A' + Character.digit(letter, 16))))
                        .collect(Collectors.joining());
        owner().sql("insert into rights.profile (code, name_fr, name_en, staff) values (?, ?, ?, false)")
                .param(profile)
                .param(profile)
                .param(profile)
                .update();
        for (var right : List.of(Right.READ_GROUP, Right.MANAGE_GROUP, Right.READ_PERSON))
            owner().sql(
                            "insert into rights.matrix_cell (profile, right_name, scope, effect) values (?, ?, 'GROUP', 'ALLOW')")
                    .param(profile)
                    .param(right.name())
                    .update();
        var who = somebody("LEARNER_A");
        owner().sql(
                        "insert into rights.assignment (id, person_id, profile, valid_from) values (?, ?, ?, now() - interval '1 minute')")
                .param(ids.next())
                .param(who.id().value())
                .param(profile)
                .update();
        does(admin, () -> {
            members.add(of, code(who.id()));
            members.setResponsible(of, who.id(), true);
        });
        Thread.sleep(1100); // the profile was made beside the platform
        return who;
    }

    @Test
    void an_organisation_holds_programmes_cohorts_and_classes_and_not_the_other_way_round() throws Exception {
        var school = make("École des métiers", Kind.ORGANISATION);
        var programme = make("Bureautique", Kind.PROGRAMME, school);
        var cohort = make("Promotion 2027", Kind.COHORT, programme);
        var group = make("Groupe du matin", Kind.CLASS, cohort);

        assertThat(admin.does(() -> groups.details(group)).above())
                .extracting(GroupTreeService.Named::name)
                .containsExactly("École des métiers", "Bureautique", "Promotion 2027");
        assertThat(admin.does(() -> groups.below(school, 0)))
                .extracting(GroupLine::name)
                .containsExactly("Bureautique");
        assertThatThrownBy(() -> make("À l’envers", Kind.ORGANISATION, cohort)).hasMessage("group.kind");
        assertThatThrownBy(() -> make("Dans une classe", Kind.CLASS, group)).hasMessage("group.kind");
        assertThatThrownBy(() -> make("  ", Kind.CLASS)).hasMessage("group.name.empty");
        assertThatThrownBy(() -> make("x".repeat(81), Kind.CLASS)).hasMessage("group.name.long");
    }

    @Test
    void the_same_form_twice_makes_one_group() throws Exception {
        var command = ids.next();

        for (int i = 0; i < 2; i++)
            admin.does(() -> groups.create(command, Optional.empty(), "Une fois", Kind.ORGANISATION, "SN"));

        assertThat(admin.does(() -> groups.details(new GroupId(command))).country())
                .contains("SN");
    }

    @Test
    void whoever_is_responsible_for_a_branch_sees_and_arranges_it_and_nothing_else() throws Exception {
        var school = make("École A", Kind.ORGANISATION);
        var cohort = make("Cohorte A", Kind.COHORT, school);
        var inside = make("Classe A", Kind.CLASS, cohort);
        var other = make("École B", Kind.ORGANISATION);
        var learner = somebody("LEARNER_A");
        var stranger = somebody("LEARNER_A");
        does(admin, () -> {
            members.add(inside, code(learner.id()));
            members.add(other, code(stranger.id()));
        });
        var manager = manager(cohort);

        assertThat(manager.does(() -> groups.list("", 0)))
                .extracting(GroupLine::name)
                .containsExactly("Cohorte A");
        assertThat(manager.does(() -> groups.details(inside)).above())
                .as("what lies above is not theirs to see")
                .extracting(GroupTreeService.Named::name)
                .containsExactly("Cohorte A");
        assertThat(manager.does(() -> members.list(inside, 0)))
                .extracting(GroupPeopleService.Belonging::id)
                .containsExactly(learner.id());
        assertThat(manager.does(() -> directory.search(PeopleSearch.ALL, 0)).lines())
                .extracting(PeopleService.Line::id)
                .contains(learner.id())
                .doesNotContain(stranger.id());
        make(manager, "Classe de plus", Kind.CLASS, cohort);
        does(manager, () -> groups.rename(inside, groups.details(inside).version(), "Classe renommée"));

        refused(manager, () -> groups.details(school));
        refused(manager, () -> groups.details(other));
        refused(manager, () -> members.list(other, 0));
        refused(manager, () -> make(manager, "En haut", Kind.ORGANISATION));
        refused(manager, () -> make(manager, "Chez les autres", Kind.CLASS, other));
        refused(manager, () -> {
            groups.move(inside, groups.details(inside).version(), Optional.of(other));
            return true;
        });
        refused(manager, () -> {
            groups.move(cohort, groups.details(cohort).version(), Optional.empty());
            return true;
        });
        refused(manager, () -> {
            groups.delete(cohort, groups.details(cohort).version());
            return true;
        });
    }

    private static void refused(Somebody who, Callable<?> act) {
        assertThatThrownBy(() -> who.does(act)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void whoever_arranges_one_branch_fetches_nobody_from_elsewhere() throws Exception {
        var school = make("École", Kind.ORGANISATION);
        var manager = manager(school);
        var stranger = somebody("LEARNER_A");

        assertThatThrownBy(() -> manager.does(() -> members.add(school, code(stranger.id()))))
                .hasMessage("group.nobody");
        assertThatThrownBy(() -> manager.does(() -> members.add(school, stranger.email())))
                .hasMessage("group.nobody");
        assertThatThrownBy(() -> manager.does(() -> members.add(school, "n’importe quoi")))
                .hasMessage("group.nobody");
    }

    @Test
    void reach_follows_a_group_that_is_moved_and_leaves_where_it_was() throws Exception {
        var from = make("De", Kind.ORGANISATION);
        var to = make("À", Kind.ORGANISATION);
        var cohort = make("Cohorte", Kind.COHORT, from);
        var inside = make("Classe", Kind.CLASS, cohort);
        var former = manager(from);
        var next = manager(to);
        assertThat(former.does(() -> gate.allows(Right.READ_GROUP, inside))).isTrue();
        assertThat(next.does(() -> gate.allows(Right.READ_GROUP, inside))).isFalse();

        move(cohort, to);

        assertThat(former.does(() -> gate.allows(Right.READ_GROUP, inside))).isFalse();
        assertThat(next.does(() -> gate.allows(Right.READ_GROUP, inside))).isTrue();
        assertThat(branch(inside)).containsExactlyInAnyOrder(to, cohort, inside);

        move(cohort);

        assertThat(next.does(() -> gate.allows(Right.READ_GROUP, inside))).isFalse();
        assertThat(branch(inside)).containsExactlyInAnyOrder(cohort, inside);
    }

    private Set<GroupId> branch(GroupId group) {
        return Set.copyOf(sql
                .sql("select ancestor_id from rights.branch where group_id = ?")
                .param(group.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(GroupId::new)
                .toList());
    }

    @Test
    void no_group_comes_to_lie_in_itself_even_when_two_are_moved_at_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = make("Une", Kind.ORGANISATION);
            var two = make("Deux", Kind.ORGANISATION);
            var inside = make("Dedans", Kind.ORGANISATION, one);
            assertThatThrownBy(() -> move(one, inside)).hasMessage("group.circle");
            assertThatThrownBy(() -> move(one, one)).hasMessage("group.circle");

            int failed = 0;
            var moves = List.of(moving(one, two), moving(two, one));
            for (var each : moves)
                try {
                    each.join();
                } catch (CompletionException _) {
                    failed++;
                }
            assertThat(failed).isEqualTo(1);
        }
    }

    private CompletableFuture<Void> moving(GroupId group, GroupId to) {
        return CompletableFuture.runAsync(() -> {
            try {
                move(group, to);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() throws Exception {
        var group = make("Avant", Kind.ORGANISATION);
        long seen = admin.does(() -> groups.details(group).version());
        does(admin, () -> groups.rename(group, seen, "Entre-temps"));

        assertThatThrownBy(() -> does(admin, () -> groups.rename(group, seen, "Après")))
                .hasMessage("group.stale");
    }

    @Test
    void a_group_goes_when_nothing_and_nobody_is_in_it() throws Exception {
        var school = make("École", Kind.ORGANISATION);
        var inside = make("Classe", Kind.CLASS, school);
        var learner = somebody("LEARNER_A");
        does(admin, () -> members.add(inside, code(learner.id())));

        assertThatThrownBy(() -> delete(school)).hasMessage("group.has-groups");
        assertThatThrownBy(() -> delete(inside)).hasMessage("group.has-people");
        does(admin, () -> members.remove(inside, learner.id()));
        delete(inside);
        delete(school);

        assertThat(branch(inside)).isEmpty();
        assertThat(admin.does(() -> directory.details(learner.id())).displayName())
                .isEqualTo("Awa Test");
    }

    private void delete(GroupId group) throws Exception {
        does(admin, () -> groups.delete(group, groups.details(group).version()));
    }

    @Test
    void nobody_makes_herself_responsible() throws Exception {
        var school = make("École", Kind.ORGANISATION);
        does(admin, () -> members.add(school, code(admin.id())));

        assertThatThrownBy(() -> does(admin, () -> members.setResponsible(school, admin.id(), true)))
                .hasMessage("group.yourself");
    }

    @Test
    void belonging_to_a_group_gives_no_profile_that_is_not_the_actors_to_give() throws Exception {
        var school = make("Équipe technique", Kind.ORGANISATION);
        var cohort = make("Cohorte", Kind.COHORT);
        owner().sql(
                        "insert into rights.assignment (id, group_id, profile, valid_from) values (?, ?, 'TECHNICAL_ADMIN', now() - interval '1 minute')")
                .param(ids.next())
                .param(school.value())
                .update();
        var learner = somebody("LEARNER_A");

        assertThatThrownBy(() -> does(admin, () -> members.add(school, code(learner.id()))))
                .as("she holds no right to change settings, and gives none by the way of a group")
                .isInstanceOf(RightsRefused.class);
        assertThatThrownBy(() -> does(admin, () -> members.add(school, code(admin.id()))))
                .isInstanceOf(RightsRefused.class);
        assertThatThrownBy(() -> move(cohort, school)).isInstanceOf(RightsRefused.class);
        assertThat(learner.does(() -> gate.reach(Right.CHANGE_SETTING))).isEqualTo(Scope.NONE);
    }

    @Test
    void places_for_a_group_are_those_where_it_may_lie() throws Exception {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var school = make("École " + mark, Kind.ORGANISATION);
        var cohort = make("Cohorte " + mark, Kind.COHORT, school);
        var inside = make("Classe " + mark, Kind.CLASS, cohort);

        assertThat(admin.does(() -> groups.places(cohort, "ecole " + mark)))
                .extracting(GroupLine::id)
                .containsExactly(school);
        assertThat(admin.does(() -> groups.places(inside, mark)))
                .extracting(GroupLine::id)
                .containsExactlyInAnyOrder(school, cohort);
        assertThat(admin.does(() -> groups.places(school, mark))).isEmpty();
    }

    @Test
    void everybody_of_a_branch_holds_what_it_gives_as_long_as_they_belong_to_it() throws Exception {
        var school = make("École", Kind.ORGANISATION);
        var cohort = make("Cohorte", Kind.COHORT, school);
        var learner = somebody("LEARNER_A");
        does(admin, () -> members.add(cohort, code(learner.id())));
        assertThat(learner.does(() -> gate.allows(Right.CREATE_CLASS))).isFalse();

        does(admin, () -> assignments.assignTo(school, "TRAINER", Optional.empty()));
        assertThat(learner.does(() -> gate.allows(Right.CREATE_CLASS))).isTrue();
        var line = admin.does(() -> assignments.ofGroup(school)).getFirst();
        assertThat(line.profile()).isEqualTo("TRAINER");
        assertThatThrownBy(() -> delete(school)).hasMessage("group.has-groups");

        does(admin, () -> members.remove(cohort, learner.id()));
        assertThat(learner.does(() -> gate.allows(Right.CREATE_CLASS))).isFalse();

        does(admin, () -> members.add(cohort, code(learner.id())));
        does(admin, () -> assignments.takeFrom(school, line.id()));
        assertThat(learner.does(() -> gate.allows(Right.CREATE_CLASS))).isFalse();
    }

    @Test
    void no_group_gives_a_profile_of_the_staff_nor_one_to_whoever_gives_it() throws Exception {
        var school = make("École", Kind.ORGANISATION);
        var inside = make("Cohorte", Kind.COHORT, school);
        assertThatThrownBy(() -> does(admin, () -> assignments.assignTo(school, "EDITOR", Optional.empty())))
                .isInstanceOfSatisfying(RightsRefused.class, refused -> assertThat(refused.rule())
                        .isEqualTo(RightsRefused.Rule.STAFF_BY_HAND));

        does(admin, () -> members.add(inside, code(admin.id())));
        assertThatThrownBy(() -> does(admin, () -> assignments.assignTo(school, "TRAINER", Optional.empty())))
                .isInstanceOfSatisfying(RightsRefused.class, refused -> assertThat(refused.rule())
                        .isEqualTo(RightsRefused.Rule.YOURSELF));
        var manager = manager(school);
        refused(manager, () -> {
            assignments.assignTo(school, "TRAINER", Optional.empty());
            return true;
        });
    }
}
