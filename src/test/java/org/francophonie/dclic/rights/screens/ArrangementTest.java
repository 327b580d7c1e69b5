package org.francophonie.dclic.rights.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.ui.ScreenPart;
import org.francophonie.dclic.rights.screens.PlanLine.Showing;
import org.junit.jupiter.api.Test;

@Requirement("F-117")
class ArrangementTest {
    private static final List<ScreenPart> PARTS = List.of(part("a", false), part("b", false), part("c", true));
    private static final Optional<List<PlanLine>> NONE = Optional.empty();

    private static ScreenPart part(String code, boolean fixed) {
        return new ScreenPart(code, Optional.empty(), fixed);
    }

    /** Written as {@code "b -a !c"}: in this order, a minus for what is hidden, an exclamation mark for what is fixed. */
    private static List<PlanLine> plan(String text) {
        return Arrays.stream(text.split(" "))
                .map(word -> switch (word.charAt(0)) {
                    case '-' -> new PlanLine(word.substring(1), Showing.HIDDEN);
                    case '!' -> new PlanLine(word.substring(1), Showing.FIXED);
                    default -> new PlanLine(word, Showing.SHOWN);
                })
                .toList();
    }

    private static List<String> profiles(List<Optional<List<PlanLine>>> plans) {
        return new Arrangement(List.of(), plans, List.of()).of(PARTS);
    }

    @Test
    void without_a_plan_everything_is_seen_as_it_was_built() {
        assertThat(profiles(List.of(NONE))).containsExactly("a", "b", "c");
        assertThat(profiles(List.of())).containsExactly("a", "b", "c");
    }

    @Test
    void a_plan_hides_and_orders_and_what_it_does_not_name_comes_last() {
        assertThat(profiles(List.of(Optional.of(plan("c -a"))))).containsExactly("c", "b");
        assertThat(profiles(List.of(Optional.of(plan("gone b"))))).containsExactly("b", "a", "c");
    }

    @Test
    void what_would_be_missed_is_never_hidden() {
        assertThat(profiles(List.of(Optional.of(plan("-c -b a"))))).containsExactly("c", "a");
    }

    @Test
    void whoever_holds_several_profiles_sees_what_one_of_them_shows() {
        assertThat(profiles(List.of(Optional.of(plan("-a b")), Optional.of(plan("b a")))))
                .contains("a");
        assertThat(profiles(List.of(Optional.of(plan("-a b")), NONE))).contains("a");
        assertThat(profiles(List.of(Optional.of(plan("-a b")), Optional.of(plan("b -a")))))
                .doesNotContain("a");
    }

    @Test
    void a_group_counts_before_the_profiles() {
        var both = new Arrangement(List.of(plan("b -a")), List.of(Optional.of(plan("a -b"))), List.of());

        assertThat(both.of(PARTS)).containsExactly("b", "c");
    }

    @Test
    void each_arranges_for_herself_within_that() {
        var profile = List.of(Optional.of(plan("a !b")));

        assertThat(new Arrangement(List.of(), profile, plan("b -a")).of(PARTS)).containsExactly("b", "c");
        assertThat(new Arrangement(List.of(), profile, plan("a -b -c")).of(PARTS))
                .as("what is fixed stays")
                .containsExactly("a", "b", "c");
        assertThat(new Arrangement(List.of(), List.of(Optional.of(plan("-a b"))), plan("a b")).of(PARTS))
                .as("what is hidden is not hers to show")
                .containsExactly("b", "c");
    }
}
