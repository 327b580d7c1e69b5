package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("F-041")
class PuzzleTest {
    private static String solve(Puzzle puzzle) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(Integer::toString)
                .filter(puzzle::isSolvedBy)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_answer_is_found_by_work_and_is_good_for_its_own_question_alone() {
        var random = new SecureRandom();
        var puzzle = Puzzle.fresh(random, 0);
        var answer = solve(puzzle);

        assertThat(puzzle.isSolvedBy(answer)).isTrue();
        assertThat(puzzle.isSolvedBy("")).isFalse();
        assertThat(puzzle.isSolvedBy("0".repeat(1000))).isFalse();
        var others = IntStream.range(0, 20)
                .filter(_ -> Puzzle.fresh(random, 0).isSolvedBy(answer))
                .count();
        assertThat(others).isLessThan(3);
    }

    @Test
    void a_class_joins_without_more_work_and_whoever_makes_thousands_pays() {
        assertThat(Puzzle.bits(0)).isEqualTo(15);
        assertThat(Puzzle.bits(60)).isEqualTo(15);
        assertThat(Puzzle.bits(100)).isEqualTo(16);
        assertThat(Puzzle.bits(100_000)).isEqualTo(19);
    }
}
