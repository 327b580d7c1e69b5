package org.francophonie.dclic.platform.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.stereotype.Service;

/** A service method of which nobody said who may call it keeps the platform from starting. */
@Requirement("F-123")
class SilentServiceTest {

    @Test
    void it_is_named_and_the_start_refused() {
        try (var context = new GenericApplicationContext()) {
            context.registerBean(Forgetful.class);
            context.refresh();
            var check = new GuardConfiguration().everyServiceMethodSaysWhoMay(context);

            assertThatThrownBy(check::afterSingletonsInstantiated)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("forgotten")
                    .hasMessageNotContaining("remembered");
        }
    }

    @Service
    static class Forgetful {
        @Open("everybody may")
        public void remembered() {}

        public void forgotten() {}
    }
}
