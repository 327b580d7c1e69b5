package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.francophonie.dclic.Node;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.start.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A node behind a proxy that speaks HTTPS for it, as docs/operations.md says. */
@Requirement({"F-142", "F-143"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsTest extends PlatformTest {
    @Autowired
    private Platform platform;

    private Node node;

    @BeforeAll
    void start() throws Exception {
        node = nodeOnTheDatabaseOfTheTest(
                        platform,
                        "--dclic.base-url=https://dclic.test",
                        "--server.forward-headers-strategy=native",
                        "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1")
                .serving();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path));
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoever_comes_without_is_sent_to_https_on_both_lanes() throws Exception {
        for (var path : new String[] {"/", "/formations", "/app/connexion"}) {
            var answer = get(path, "X-Forwarded-Proto", "http", "X-Forwarded-For", "203.0.113.7");
            assertThat(answer.statusCode()).as(path).isBetween(301, 308);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).isEqualTo("https://dclic.test" + path);
        }
        var elsewhere = get("/formations?q=mail", "X-Forwarded-Proto", "http", "X-Forwarded-Host", "evil.example:8092");
        assertThat(elsewhere.headers().firstValue("Location")).contains("https://dclic.test/formations?q=mail");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void browsers_remember_it_and_cookies_never_travel_in_clear() throws Exception {
        var answer = get(
                "/app/connexion",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-For",
                "203.0.113.7",
                "Accept",
                "text/html");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000");
        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax"));
    }

    @Test
    void without_scripts_the_application_leads_to_the_pages_that_need_none() throws Exception {
        var page = get("/app/", "X-Forwarded-Proto", "https", "Accept", "text/html", "Accept-Language", "ar")
                .body();

        assertThat(page).contains("<noscript>").contains("href=\"/ar/formations\"");
    }

    @Test
    void the_application_runs_no_script_that_the_platform_did_not_send() throws Exception {
        var first = get("/app/connexion", "X-Forwarded-Proto", "https", "Accept", "text/html");
        var second = get("/app/connexion", "X-Forwarded-Proto", "https", "Accept", "text/html");

        var policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'")
                .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}' 'unsafe-eval';")
                .contains("frame-ancestors 'self'")
                .contains("object-src 'none'");
        assertThat(policy.replaceAll("style-src[^;]*;", "")).doesNotContain("unsafe-inline");
        assertThat(second.headers().firstValue("Content-Security-Policy"))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(policy));
        assertThat(first.headers().allValues("Content-Security-Policy")).hasSize(1);
    }
}
