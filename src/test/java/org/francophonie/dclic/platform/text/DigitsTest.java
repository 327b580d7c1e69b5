package org.francophonie.dclic.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("F-122")
class DigitsTest {

    @Test
    void figures_of_any_script_are_the_same_figures_and_all_else_stays() {
        assertThat(Digits.plain("١٩٩٠")).isEqualTo("1990");
        assertThat(Digits.plain("۱۹۹۰")).isEqualTo("1990");
        assertThat(Digits.plain("१९९० ߁ߙ")).isEqualTo("1990 1ߙ");
        assertThat(Digits.plain("Awa Diop, 2008 é")).isEqualTo("Awa Diop, 2008 é");
    }
}
