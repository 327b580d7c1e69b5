package org.francophonie.dclic.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

/** A year of birth and a PIN, in the figures that a person writes. */
@Requirement({"F-017", "F-122"})
class OwnFiguresTest {

    @Test
    void a_year_is_a_year_in_any_script() {
        assertThat(Birth.problem("١٩٩٠", 2026)).isEmpty();
        assertThat(Birth.problem("२०१९", 2026)).contains(Birth.Problem.CHILD);
        assertThat(Birth.problem("١٩٩", 2026)).contains(Birth.Problem.NO_YEAR);
        var read = NewLearner.read("آمنة ٢٠٠٨", 2026);
        assertThat(read.wrong()).isEmpty();
        assertThat(read.learners()).extracting(NewLearner::birthYear).containsExactly(2008);
    }

    @Test
    void a_pin_is_the_same_in_any_script() {
        assertThat(PinRule.problem("٤٨٢٩١٣", "")).isEmpty();
        assertThat(PinRule.problem("١٢٣٤٥٦", "")).contains(PinRule.Problem.TOO_SIMPLE);
        assertThat(PinRule.problem("𝟐𝟎𝟎𝟖𝟕𝟑", "٢٠٠٨")).contains(PinRule.Problem.BIRTH_YEAR);
        assertThat(PinRule.problem("٢٠٠٨٧٣", "2008")).contains(PinRule.Problem.BIRTH_YEAR);
    }

    @Test
    void what_anybody_tries_first_is_no_pin() {
        for (var pin : new String[] {"123456", "987654", "121212", "123123", "112233", "778899"})
            assertThat(PinRule.problem(pin, "")).as(pin).contains(PinRule.Problem.TOO_SIMPLE);
    }
}
