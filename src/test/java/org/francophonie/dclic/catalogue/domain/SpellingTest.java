package org.francophonie.dclic.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("F-034")
class SpellingTest {

    @Test
    void accents_case_and_the_ways_to_write_email_are_forgiven() {
        assertThat(Spelling.words("Écrire un E-mail à Noël, au cœur"))
                .containsExactly("ecrire", "un", "email", "a", "noel", "au", "coeur");
        assertThat(Spelling.words("e mail")).containsExactly("email");
        assertThat(Spelling.words("le Wi-Fi, le wi fi, le WIFI"))
                .containsExactly("le", "wifi", "le", "wifi", "le", "wifi");
    }

    @Test
    void a_swap_of_two_letters_is_one_slip() {
        assertThat(Spelling.distance("intrenet", "internet")).isEqualTo(1);
        assertThat(Spelling.distance("ordinatuer", "ordinateur")).isEqualTo(1);
        assertThat(Spelling.distance("chat", "chien")).isGreaterThan(2);
    }
}
