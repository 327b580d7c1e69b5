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
    void whatever_is_hard_to_guess_is_taken_without_a_rule_about_its_characters() {
        for (var good : new String[] {
            "cheval correct pile agrafe", "kjqzvbwmtrxp", "x7Kp29vLq3zM", "un long texte sur ma rivière 7".repeat(6)
        }) assertThat(PasswordRule.problem(good)).as(good).isEmpty();
    }

    @Test
    void the_staff_takes_sixteen_characters() {
        assertThat(PasswordRule.problemOfStaff("x7Kp29vLq3zM")).contains(Problem.TOO_SHORT_FOR_STAFF);
        assertThat(PasswordRule.problemOfStaff("court")).contains(Problem.TOO_SHORT_FOR_STAFF);
        assertThat(PasswordRule.problemOfStaff("tortue mauve sous le vent")).isEmpty();
    }

    @Test
    void short_simple_and_own_words_are_refused() {
        assertThat(PasswordRule.problem("court")).contains(Problem.TOO_SHORT);
        assertThat(PasswordRule.problem("123456789012")).contains(Problem.TOO_SIMPLE);
        assertThat(PasswordRule.problem("aaaaaaaaaaaaaaa")).contains(Problem.TOO_SIMPLE);
        assertThat(PasswordRule.problem("azertyuiopqs")).contains(Problem.TOO_SIMPLE);
        for (var common : new String[] {
            "password1234",
            "motdepasse123",
            "iloveyou2024",
            "francophonie2024",
            "Bonjour12345",
            "dclicdclic12",
            "P@ssw0rd1234",
            "Ouagadougou2024"
        }) assertThat(PasswordRule.problem(common)).as(common).contains(Problem.TOO_COMMON);
        assertThat(PasswordRule.problem("technical-admin@demo.example", "Paul", "technical-admin@demo.example"))
                .contains(Problem.OWN_WORDS);
        assertThat(PasswordRule.problem("aissatou.fall-2008", "Awa", "aissatou.fall@exemple.sn"))
                .contains(Problem.OWN_WORDS);
        assertThat(PasswordRule.problem("mamadou-12345", "Mamadou Ba")).contains(Problem.OWN_WORDS);
    }
}
