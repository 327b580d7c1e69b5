package org.francophonie.dclic.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("F-140")
class TimeCodeTest {
    /** Appendix B of RFC 6238: its codes have eight digits, of which ours are the last six. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void codes_are_those_of_the_standard() {
        assertThat(TimeCode.at(SECRET, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(TimeCode.at(SECRET, Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        assertThat(TimeCode.at(SECRET, Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
    }

    @Test
    void a_phone_whose_clock_is_half_a_minute_wrong_is_understood_and_one_that_is_two_minutes_wrong_is_not() {
        var now = Instant.parse("2026-11-27T08:00:10Z");

        assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, now.minusSeconds(30)), now))
                .isPresent();
        assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, now.plusSeconds(30)), now))
                .isPresent();
        assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, now.minusSeconds(120)), now))
                .isEmpty();
    }

    @Test
    void a_code_is_read_with_spaces_and_in_any_script() {
        assertThat(TimeCode.read(" 081 804 ")).contains("081804");
        assertThat(TimeCode.read("081\u00a0804")).contains("081804");
        assertThat(TimeCode.read("٠٨١٨٠٤")).contains("081804");
        assertThat(TimeCode.read("08180")).isEmpty();
        assertThat(TimeCode.read("7K3MQ-9F2XK")).isEmpty();
        assertThat(TimeCode.read("")).isEmpty();
    }

    @Test
    void the_secret_is_written_as_applications_take_it() {
        assertThat(TimeCode.letters(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(TimeCode.letters(new byte[TimeCode.SECRET_BYTES])).isEqualTo("A".repeat(32));
    }
}
