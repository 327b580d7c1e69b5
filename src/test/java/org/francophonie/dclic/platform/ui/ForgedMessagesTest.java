package org.francophonie.dclic.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.load.Screen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who is signed in writes messages of her own to the server, of each of the seven kinds that Flow understands: at
 * every node of her screen and at some that are not on it.
 */
@Requirement({"F-125", "F-143"})
class ForgedMessagesTest extends PlatformTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARK = "forged by hand";

    /** The first of any screen, the ends of numbers, and what nobody was given. */
    private static final int[] NODES = IntStream.concat(
                    IntStream.rangeClosed(0, 25), IntStream.of(-1, 4_000, Integer.MAX_VALUE))
            .toArray();

    private static ObjectNode call(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    private static Stream<String> kinds(int node) {
        return Stream.of(
                        "{'type':'event','node':%d,'event':'click','data':{}}",
                        "{'type':'event','node':%d,'event':'change','data':{'event.detail':'x'}}",
                        "{'type':'event','node':%d,'event':'nothing','data':{}}",
                        "{'type':'mSync','node':%d,'feature':1,'property':'innerHTML','value':'" + MARK + "'}",
                        "{'type':'mSync','node':%d,'feature':1,'property':'textContent','value':'" + MARK + "'}",
                        "{'type':'mSync','node':%d,'feature':3,'property':'href','value':'" + MARK + "'}",
                        "{'type':'mSync','node':%d,'feature':2,'property':'value','value':{'x':1}}",
                        "{'type':'publishedEventHandler','node':%d,'templateEventMethodName':'removeAll','templateEventMethodArgs':[],'promise':1}",
                        "{'type':'publishedEventHandler','node':%d,'templateEventMethodName':'beforeEnter','templateEventMethodArgs':[null]}",
                        "{'type':'publishedEventHandler','node':%d,'templateEventMethodName':'rest','templateEventMethodArgs':[-7]}",
                        "{'type':'publishedEventHandler','node':%d,'templateEventMethodName':'rest','templateEventMethodArgs':['x',{}]}",
                        "{'type':'channel','node':%d,'channel':0,'args':[]}",
                        "{'type':'channel','node':%d,'channel':3,'args':['" + MARK + "']}",
                        "{'type':'attachExistingElement','node':%d,'attachReqId':1,'assignedId':2,'attachTagName':'script','attachIndex':0}",
                        "{'type':'attachExistingElementById','node':%d,'attachReqId':1,'assignedId':2,'attachTagName':'script','attachId':'x'}")
                .map(text -> text.formatted(node));
    }

    @ParameterizedTest
    @CsvSource({"LEARNER_A, plus", "TRAINER, classes"})
    void nothing_happens_that_the_person_may_not_do_and_no_incident_is_left(String profile, String place)
            throws Exception {
        var victim = somebody("LEARNER_A");
        var me = somebody(profile);
        var incidents = incidents();
        try (var client = HttpClient.newHttpClient()) {
            var screen = new Screen(client, URI.create("http://127.0.0.1:" + port + "/"));
            screen.open("connexion");
            screen.signIn(me.email(), PASSWORD);
            screen.open(place);
            int refused = 0;
            for (int node : NODES)
                for (var text : kinds(node).toList()) {
                    if (screen.knows(node) && text.contains("'click'")) continue; // she may press what she sees
                    try {
                        screen.send(List.of(call(text)));
                    } catch (IllegalStateException _) { // refused; a browser would load the page anew
                        refused++;
                        screen.open(place);
                    }
                    assertThat(screen.answer()).doesNotContain(MARK);
                }
            assertThat(refused).as("some are no messages of this screen").isPositive();
            screen.open(place);
            assertThat(screen.answer()).doesNotContain(MARK);
            for (var address :
                    List.of("admin", "admin/personnes/" + victim.id(), "admin/audit", "admin/profils", "auteur")) {
                screen.send(List.of(call("{'type':'navigation','location':'" + address + "','link':1}")));
                assertThat(screen.answer()).doesNotContain(victim.email(), code(victim));
                screen.navigate(address, "");
                assertThat(screen.answer()).as(address).contains("Vous n’avez pas accès");
                screen.open(address);
                assertThat(screen.answer()).as("typed: " + address).contains("Vous n’avez pas accès");
            }
        }
        assertThat(incidents()).isEqualTo(incidents);
    }

    private String code(Somebody person) {
        return sql.sql("select code from identity.person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    private long incidents() {
        return sql.sql("select count(*) from platform.incident")
                .query(Long.class)
                .single();
    }
}
