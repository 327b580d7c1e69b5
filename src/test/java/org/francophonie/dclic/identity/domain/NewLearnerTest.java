package org.francophonie.dclic.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.NewLearner.Problem;
import org.junit.jupiter.api.Test;

/** A list as trainers type or paste it. */
@Requirement("F-025")
class NewLearnerTest {
    private static final int THIS_YEAR = 2026;

    @Test
    void a_line_is_a_name_and_a_year_however_they_are_parted_or_a_code() {
        var read = NewLearner.read(
                "Awa Diop 2011\n\n  Jean-Luc N’Guessan ; 2009\nمحمد\t2010\nKofi,2019\napp-gw265fpj5-2\n", THIS_YEAR);

        assertThat(read.wrong()).isEmpty();
        assertThat(read.learners())
                .extracting(NewLearner::line, NewLearner::name, NewLearner::birthYear)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "Awa Diop", 2011),
                        org.assertj.core.groups.Tuple.tuple(3, "Jean-Luc N’Guessan", 2009),
                        org.assertj.core.groups.Tuple.tuple(4, "محمد", 2010),
                        org.assertj.core.groups.Tuple.tuple(5, "Kofi", 2019),
                        org.assertj.core.groups.Tuple.tuple(6, "", 0));
        assertThat(read.learners().getLast().code()).contains("APP-GW265FPJ5-2");
    }

    @Test
    void what_cannot_be_read_is_told_line_by_line() {
        var read = NewLearner.read("Awa Diop\nKofi 1870\nAdjoa 2030\n" + "x".repeat(121) + " 2010\n2010", THIS_YEAR);

        assertThat(read.learners()).isEmpty();
        assertThat(read.wrong())
                .extracting(NewLearner.Wrong::line, NewLearner.Wrong::problem)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, Problem.NO_YEAR),
                        org.assertj.core.groups.Tuple.tuple(2, Problem.WRONG_YEAR),
                        org.assertj.core.groups.Tuple.tuple(3, Problem.WRONG_YEAR),
                        org.assertj.core.groups.Tuple.tuple(4, Problem.LONG_NAME),
                        org.assertj.core.groups.Tuple.tuple(5, Problem.NO_YEAR));
    }
}
