package org.francophonie.dclic.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Requirement("F-145")
class IncidentTest extends PlatformTest {
    @Autowired
    private IncidentService incidents;

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    private IncidentService.Found kept(Throwable thrown) throws Exception {
        var number = Incident.record(thrown).number();
        for (int i = 0; i < 100; i++) {
            var found = asPlatform(() -> incidents.find(number));
            if (found.isPresent()) return found.get();
            Thread.sleep(50);
        }
        throw new AssertionError("not kept");
    }

    private static void on(String page, String screen) {
        var request = new MockHttpServletRequest("POST", page.split("\\?")[0]);
        if (page.contains("?")) request.setQueryString(page.split("\\?")[1]);
        if (!screen.isEmpty()) request.addHeader("Referer", screen);
        request.addHeader("User-Agent", "Mozilla/5.0 Firefox/140");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @Test
    void an_incident_is_found_by_its_number_with_its_place_and_lines_and_nothing_that_was_typed() throws Exception {
        on(
                "/app/?v-r=uidl&v-uiId=3",
                "https://exemple.org/app/admin/personnes/0198f2a0-1111-7222-8333-444455556666?q=Awa+Diop");
        var thrown = new IllegalStateException(
                "cannot write to awa@exemple.sn", new RuntimeException("Key (email)=(awa@exemple.sn) already exists"));

        var kept = kept(thrown);

        assertThat(kept.place()).isEqualTo("/app/admin/personnes/:id");
        assertThat(kept.browser()).isEqualTo("Firefox");
        assertThat(kept.kind()).isEqualTo("java.lang.RuntimeException");
        assertThat(kept.stack())
                .contains("java.lang.IllegalStateException", "IncidentTest.java")
                .doesNotContain("awa", "exemple.sn");
        assertThat(asPlatform(() -> incidents.list(Optional.of(kept.cause()), 0)))
                .extracting(IncidentService.Found::number)
                .contains(kept.number());
    }

    @Test
    void what_java_says_of_the_program_is_kept_without_what_stands_in_quotes() throws Exception {
        var thrown = new ClassCastException("\"Awa\" cannot be cast to Integer");

        assertThat(kept(thrown).stack()).contains("… cannot be cast to Integer").doesNotContain("Awa");
    }

    @Test
    void the_same_mistake_twice_is_counted_together_and_another_one_is_not() throws Exception {
        on("/formations", "");
        var first = kept(new ArithmeticException("/ by zero"));
        var second = kept(new ArithmeticException("/ by zero"));
        var other = kept(new ArrayIndexOutOfBoundsException("7"));

        assertThat(second.cause()).isEqualTo(first.cause());
        assertThat(second.lately()).isGreaterThanOrEqualTo(2);
        assertThat(other.cause()).isNotEqualTo(first.cause());
    }

    @Test
    void a_chain_that_bites_its_tail_and_a_very_long_one_come_to_an_end() throws Exception {
        Throwable deep = new RuntimeException("0");
        for (int i = 0; i < 100; i++) deep = new RuntimeException(deep);

        assertThat(kept(deep).stack().length()).isLessThan(50_000);
    }

    @Test
    void a_number_is_read_however_it_is_typed() {
        assertThat(Incident.read(" 7k3m q9f2 ")).contains("7K3M-Q9F2");
        assertThat(Incident.read("7K3MQ9F2")).contains("7K3M-Q9F2");
        assertThat(Incident.read("7K3M-Q9F")).isEmpty();
    }

    @Test
    void only_those_who_may_read_it() throws Exception {
        var editor = somebody("EDITOR");

        assertThatThrownBy(() -> editor.does(() -> incidents.list(Optional.empty(), 0)))
                .isInstanceOf(AccessRefused.class);
    }
}
