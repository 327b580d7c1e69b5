package org.francophonie.dclic.rights.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.PersonGroup;
import org.francophonie.dclic.identity.groups.GroupPeopleService;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.service.ErasureService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.ui.ScreenPart;
import org.francophonie.dclic.platform.ui.Surface;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.RightsRefused.Rule;
import org.francophonie.dclic.rights.screens.PlanLine.Showing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator arranges the menu of a profile and of a group, and people arrange it on for themselves. */
@Requirement("F-117")
class ScreenPlanTest extends PlatformTest {
    private static final List<ScreenPart> PARTS = Stream.of("place.home", "place.courses", "place.more")
            .map(code -> new ScreenPart(code, Optional.empty(), code.equals("place.more")))
            .toList();
    private static final PlanOwner LEARNERS = PlanOwner.of("LEARNER_M");

    @Autowired
    private ScreenPlanService plans;

    @Autowired
    private GroupTreeService groups;

    @Autowired
    private GroupPeopleService members;

    @Autowired
    private ErasureService erasures;

    private Somebody admin;
    private Somebody learner;

    @BeforeEach
    void people() throws Exception {
        admin = somebody("PEDAGOGICAL_ADMIN");
        learner = somebody("LEARNER_M");
    }

    /** All tests see the same profiles. */
    @AfterEach
    void asBuilt() throws Exception {
        asPlatform(() -> {
            for (var surface : Surface.values()) plans.remove(LEARNERS, surface);
            return true;
        });
    }

    private void arrange(PlanOwner owner, Surface surface, PlanLine... lines) throws Exception {
        admin.does(() -> {
            plans.save(owner, surface, plans.plan(owner, surface).version(), List.of(lines));
            return true;
        });
    }

    private List<String> menu(Somebody who) throws Exception {
        return who.does(() -> plans.arrange(Surface.MENU, PARTS));
    }

    private static PlanLine shown(String part) {
        return new PlanLine(part, Showing.SHOWN);
    }

    private static PlanLine hidden(String part) {
        return new PlanLine(part, Showing.HIDDEN);
    }

    @Test
    void the_menu_of_a_profile_is_as_it_was_arranged_and_says_nothing_of_rights() throws Exception {
        assertThat(menu(learner)).startsWith("place.home", "place.courses");

        arrange(LEARNERS, Surface.MENU, shown("place.more"), hidden("place.courses"));

        assertThat(menu(learner))
                .startsWith("place.more")
                .contains("place.home")
                .doesNotContain("place.courses");
        assertThat(menu(somebody("LEARNER_A"))).contains("place.courses");
        assertThat(admin.does(() -> plans.seenBy("LEARNER_M", Surface.MENU, PARTS)))
                .startsWith("place.more");
        assertThat(sql.sql("""
                        select (changes -> 'menu' ->> 1) from audit.audit_event
                        where actor = ? and act = 'arrange' and object_id = 'LEARNER_M'""").param(admin.id().value()).query(String.class).single())
                .isEqualTo("place.more, place.courses HIDDEN");
    }

    @Test
    void a_group_counts_before_the_profile_and_the_nearest_before_those_above() throws Exception {
        var programme = admin.does(() -> groups.create(
                UUID.randomUUID(), Optional.empty(), "Programme " + ids.next(), PersonGroup.Kind.PROGRAMME, ""));
        var cohort = admin.does(() -> groups.create(
                UUID.randomUUID(), Optional.of(programme), "Cohorte " + ids.next(), PersonGroup.Kind.COHORT, ""));
        admin.does(() -> {
            members.take(cohort, learner.id());
            return true;
        });
        arrange(LEARNERS, Surface.MENU, hidden("place.home"));
        arrange(PlanOwner.of(programme), Surface.MENU, shown("place.courses"));
        assertThat(menu(learner)).startsWith("place.courses").contains("place.home");

        arrange(PlanOwner.of(cohort), Surface.MENU, shown("place.more"));
        assertThat(menu(learner)).startsWith("place.more");
        assertThat(admin.does(plans::groups)).containsKeys(programme, cohort);

        admin.does(() -> {
            members.remove(cohort, learner.id());
            groups.delete(cohort, groups.details(cohort).version());
            return true;
        });
        assertThat(admin.does(plans::groups)).doesNotContainKey(cohort);
    }

    @Test
    void people_arrange_for_themselves_what_is_left_to_them() throws Exception {
        arrange(
                LEARNERS,
                Surface.MENU,
                new PlanLine("place.home", Showing.FIXED),
                shown("place.courses"),
                shown("place.more"));
        learner.does(() -> {
            plans.adjust(Surface.MENU, List.of(shown("place.courses"), hidden("place.home")));
            return true;
        });

        assertThat(menu(learner)).startsWith("place.courses").contains("place.home");
        assertThat(learner.does(() -> plans.mine(Surface.MENU, PARTS)))
                .filteredOn(ScreenPlanService.Mine::fixed)
                .extracting(ScreenPlanService.Mine::part)
                .contains("place.home", "place.more");

        learner.does(() -> {
            plans.adjustNothing(Surface.MENU);
            return true;
        });
        assertThat(menu(learner)).startsWith("place.home");
    }

    @Test
    void two_administrators_do_not_undo_each_others_work_unseen() throws Exception {
        var seen = admin.does(() -> plans.plan(LEARNERS, Surface.HOME));
        arrange(LEARNERS, Surface.HOME, shown("my.finished"));

        assertThatThrownBy(() -> admin.does(() -> {
                    plans.save(LEARNERS, Surface.HOME, seen.version(), List.of(shown("my.resume")));
                    return true;
                }))
                .isInstanceOfSatisfying(RightsRefused.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.STALE));
    }

    @Test
    void nobody_else_arranges_and_what_somebody_arranged_goes_with_her() throws Exception {
        assertThatThrownBy(() -> learner.does(() -> plans.plan(LEARNERS, Surface.MENU)))
                .isInstanceOf(AccessRefused.class);
        learner.does(() -> {
            plans.adjust(Surface.MENU, List.of(shown("place.courses")));
            return true;
        });

        asPlatform(() -> {
            erasures.erase(learner.id());
            return true;
        });

        assertThat(sql.sql("select count(*) from rights.own_plan where person_id = ?")
                        .param(learner.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
