package org.francophonie.dclic.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("F-143")
class LineTest {
    @Test
    void a_name_of_nothing_that_can_be_seen_is_no_name() {
        for (var nothing :
                List.of("", "  ", "\u200b", "\u2060\ufeff", "\u3164", "\u2800 \u115f", "\u202e\u2066", "\u0000"))
            assertThat(HtmlSanitiser.line(nothing)).isEmpty();
    }

    @Test
    void marks_that_join_and_part_letters_stay_where_scripts_need_them() {
        assertThat(HtmlSanitiser.line(" می\u200cخواهم ")).isEqualTo("می\u200cخواهم");
        assertThat(HtmlSanitiser.line("क्\u200dष")).isEqualTo("क्\u200dष");
    }

    @Test
    void a_part_that_a_spreadsheet_would_run_is_plain_text() {
        assertThat(Csv.line(List.of("=1+1", "+33", "-1", "@x", "\tx", "a;b", "say \"x\"", "")))
                .isEqualTo("\"'=1+1\";\"'+33\";\"'-1\";\"'@x\";\"'\tx\";\"a;b\";\"say \"\"x\"\"\";\"\"\r\n");
    }
}
