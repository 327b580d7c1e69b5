package org.francophonie.dclic.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

@Requirement({"F-039", "F-040"})
class HumanCodeTest {

    @Test
    void a_code_is_read_however_it_is_typed() {
        var code = HumanCode.learner(new Random(1));

        assertThat(HumanCode.read(" " + code.toLowerCase().replace('-', ' ') + " "))
                .contains(code);
    }

    @Test
    void one_wrong_character_or_a_swap_is_noticed() {
        var code = HumanCode.course(new Random(2));
        var body = code.substring(4, 9);
        for (int i = 0; i < body.length(); i++) {
            var wrong = body.substring(0, i) + (body.charAt(i) == 'A' ? 'B' : 'A') + body.substring(i + 1);
            assertThat(HumanCode.read(code.replace(body, wrong))).isEmpty();
            if (i == 0 || body.charAt(i) == body.charAt(i - 1)) continue;
            var swapped = body.substring(0, i - 1) + body.charAt(i) + body.charAt(i - 1) + body.substring(i + 1);
            assertThat(HumanCode.read(code.replace(body, swapped))).isEmpty();
        }
    }
}
