package org.francophonie.dclic.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a bad link an answer gets lost on its way: the browser asks again and gets the same one. */
@Requirement({"F-019", "F-069"})
class LostAnswerTest extends PlatformTest {

    @Test
    void a_message_sent_again_gets_the_answer_that_was_lost() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var screen = new Screen(client, URI.create("http://127.0.0.1:" + port + "/"));
            screen.open("connexion");
            assertThat(screen.again()).isEqualTo(screen.answer());
            assertThat(screen.again()).as("as often as it takes").isEqualTo(screen.answer());

            screen.navigate("inscription", "");
            assertThat(screen.again()).isEqualTo(screen.answer());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"csrfToken\":\"TOKEN\",\"rpc\":[],\"syncId\":0,\"clientId\":\"x\"}",
                "{\"csrfToken\":\"TOKEN\",\"rpc\":[],\"syncId\":1.5,\"clientId\":1}",
                "{\"csrfToken\":\"TOKEN\",\"rpc\":[],\"syncId\":0,\"clientId\":1099511627776}",
                "{\"csrfToken\":\"TOKEN\",\"rpc\":[],\"clientId\":1}",
                "{\"csrfToken\":\"TOKEN\",\"rpc\":{},\"syncId\":0,\"clientId\":1}",
                "{\"csrfToken\":\"TOKEN\",\"rpc\":[null],\"syncId\":0,\"clientId\":1}",
                "{\"csrfToken\":\"TOKEN\",\"rpc\":[{\"type\":\"dance\"}],\"syncId\":0,\"clientId\":1}",
                "{\"csrfToken\":\"TOKEN\",\"rpc\":[{\"type\":\"mSync\",\"node\":1,\"feature\":1,\"property\":\"x\"}],\"syncId\":0,\"clientId\":1}",
                "{\"csrfToken\":\"TOKEN\",\"rpc\":[{\"type\":\"event\",\"node\":\"1\",\"event\":\"click\"}],\"syncId\":0,\"clientId\":1}",
                "[]",
                "\"x\""
            })
    void a_message_that_no_browser_sends_is_refused_and_harms_nothing(String odd) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var screen = new Screen(client, URI.create("http://127.0.0.1:" + port + "/"));
            screen.open("connexion");

            assertThat(screen.sendOdd(odd)).isEqualTo(400);

            screen.navigate("inscription", "");
            assertThat(screen.answer()).contains("changes");
        }
    }
}
