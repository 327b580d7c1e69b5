package org.francophonie.dclic.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("F-120")
class KeptTest {

    @Test
    void what_was_not_used_for_longest_is_let_go_first() {
        var kept = new Kept<String, String>(2);
        kept.keep("a", "1");
        kept.keep("b", "2");
        kept.find("a");

        kept.keep("c", "3");

        assertThat(kept.find("a")).contains("1");
        assertThat(kept.find("b")).isEmpty();
        assertThat(kept.find("c")).contains("3");
    }

    @Test
    void heavy_values_never_weigh_more_together_than_they_may() {
        var kept = new Kept<Integer, String>(100, String::length);
        for (int i = 0; i < 10; i++) kept.keep(i, "x".repeat(20));

        assertThat(kept.find(4)).isEmpty();
        assertThat(kept.find(5)).isPresent();
        kept.keep(10, "x".repeat(26));
        assertThat(kept.find(10)).as("one alone may not push all others out").isEmpty();
        assertThat(kept.find(9)).isPresent();
    }
}
