package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

/** The line by which the platform wakes a screen: opened late, closed to strangers. */
@Requirement({"F-143", "F-144"})
class PushLineTest extends JourneyTest {

    private static WebSocket line(Page page) {
        return page.waitForWebSocket(() -> {});
    }

    private static String cookies(BrowserContext context) {
        return context.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    @Test
    void a_screen_whose_session_ends_elsewhere_says_so_by_itself() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320);
                var other = browser.context(1280)) {
            var first = inFirstLesson(phone, code, learner);
            line(first);
            var second = other.newPage();
            go(second, "/app/plus");

            signIn(second, learner.email());

            sees(second, "Où vous êtes connecté");
            first.waitForURL(Pattern.compile(".*/app/connexion.*"));
            sees(first, "Vous vous êtes connecté sur un autre appareil");
        }
    }

    @Test
    void a_page_of_somebody_else_cannot_open_it_with_the_cookies_of_a_person() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320)) {
            var address = URI.create(line(inFirstLesson(phone, code, learner)).url());
            var cookies = cookies(phone);
            try (var client = HttpClient.newHttpClient()) {
                for (var origin : List.of(
                        "https://evil.example",
                        "null",
                        "http://localhost:1",
                        "http://localhost.evil.example:" + address.getPort(),
                        "file://"))
                    assertThatThrownBy(() -> client.newWebSocketBuilder()
                                    .header("Cookie", cookies)
                                    .header("Origin", origin)
                                    .buildAsync(address, new java.net.http.WebSocket.Listener() {})
                                    .join())
                            .as(origin)
                            .isInstanceOf(CompletionException.class)
                            .cause()
                            .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                            refused.getResponse().statusCode())
                                    .isEqualTo(403));
            }
        }
    }

    @Test
    void whoever_does_not_know_the_secret_of_a_screen_hears_nothing_of_it() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320);
                var other = browser.context(320)) {
            var page = inFirstLesson(phone, code, learner);
            var address = line(page).url();
            var stranger = inFirstLesson(other, code, somebody("LEARNER_A"));
            line(stranger);

            for (var wrong : List.of(
                    address.replaceAll("v-pushId=[^&]+", "v-pushId=00000000-0000-0000-0000-000000000000"), address)) {
                var heard = new CopyOnWriteArrayList<String>();
                stranger.onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(text(frame))));
                stranger.evaluate("""
                        address => new Promise(done => {
                          const line = new WebSocket(address);
                          line.onclose = done;
                          setTimeout(done, 3000);
                        })""", wrong);
                assertThat(heard).allMatch(PushLineTest::isEmpty);
            }
        }
    }

    /** Pure protocol: its greeting, or that there is nothing to be had. */
    private static boolean isEmpty(String frame) {
        return !frame.contains("syncId") || frame.contains("\"changes\":{}") && frame.contains("appError");
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() == null ? "" : frame.text();
    }
}
