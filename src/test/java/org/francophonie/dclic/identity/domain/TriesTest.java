package org.francophonie.dclic.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.Tries.Limit;
import org.junit.jupiter.api.Test;

@Requirement("F-041")
class TriesTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Limit LIMIT = new Limit(5, Duration.ofMinutes(20));

    @Test
    void five_mistakes_cost_nothing_and_each_further_one_doubles_the_wait() {
        var tries = Tries.none(MORNING);
        for (int i = 0; i < 5; i++) tries = tries.with(LIMIT, MORNING);
        assertThat(tries.mustWait(MORNING)).isFalse();

        assertThat(tries.mustWait(MORNING.minusMillis(5)))
                .as("nor for a try that began just before and was counted after")
                .isFalse();

        tries = tries.with(LIMIT, MORNING);
        assertThat(Duration.between(MORNING, tries.freeAt())).isEqualTo(Duration.ofSeconds(2));
        tries = tries.with(LIMIT, MORNING);
        assertThat(Duration.between(MORNING, tries.freeAt())).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void whoever_guesses_all_day_gets_at_most_a_hundred_tries() {
        var now = MORNING;
        var tries = Tries.none(now);
        int made = 0;
        while (now.isBefore(MORNING.plus(Duration.ofDays(1)))) {
            tries = tries.with(LIMIT, now);
            made++;
            if (tries.mustWait(now)) now = tries.freeAt();
        }
        assertThat(made).isBetween(70, 100);
    }

    @Test
    void time_takes_mistakes_away_even_when_others_are_made() {
        var tries = Tries.none(MORNING);
        for (int hour = 0; hour < 48; hour++) tries = tries.with(LIMIT, MORNING.plus(Duration.ofHours(hour)));

        assertThat(tries.mustWait(MORNING.plus(Duration.ofHours(47)))).isFalse();
    }

    @Test
    void a_class_that_signs_in_well_behind_one_address_never_waits() {
        var now = MORNING;
        var tries = Tries.none(now);
        for (int i = 0; i < 10_000; i++) {
            assertThat(tries.mustWait(now)).isFalse();
            tries = tries.with(LIMIT, now).without(LIMIT, now);
        }
    }
}
