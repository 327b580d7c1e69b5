package org.francophonie.dclic.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.PasswordRule.Problem;
import org.junit.jupiter.api.Test;

@Requirement({"F-140"})
class PasswordRuleTest {

    @Test
    void four_random_words_are_a_good_password() {
        assertThat(PasswordRule.problem("tortue mauve sous le vent", "Awa", "awa@exemple.sn"))
                .isEmpty();
    }

    @Test
    void short_simple_and_own_words_are_refused() {
        assertThat(PasswordRule.problem("court")).contains(Problem.TOO_SHORT);
        assertThat(PasswordRule.problem("123456789012")).contains(Problem.TOO_SIMPLE);
        assertThat(PasswordRule.problem("aaaaaaaaaaaaaaa")).contains(Problem.TOO_SIMPLE);
        assertThat(PasswordRule.problem("azertyuiopqs")).contains(Problem.TOO_SIMPLE);
        assertThat(PasswordRule.problem("mamadou-12345", "Mamadou Ba")).contains(Problem.OWN_WORDS);
    }
}
