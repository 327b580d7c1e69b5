package org.francophonie.dclic.audit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.audit.service.ExportRequests.ReasonRefused;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody carries away the data of many people alone. */
@Requirement({"F-130", "F-140"})
class ExportRequestsTest extends PlatformTest {
    private static final String WHY = "Contrôle demandé par la direction.";

    @Autowired
    private AuditService audit;

    @Autowired
    private ExportRequests requests;

    @Autowired
    private SettingService settings;

    @Autowired
    private PeopleDesk desk;

    private Somebody exporter;
    private Somebody other;
    private AuditSearch search;

    /** The trail of somebody who has corrected two people, where two may be carried away alone: she is the third. */
    @BeforeEach
    void threePeople() throws Exception {
        exporter = somebody("PEDAGOGICAL_ADMIN");
        other = somebody("TECHNICAL_ADMIN");
        var busy = somebody("PEDAGOGICAL_ADMIN");
        for (var learner : new Somebody[] {somebody("LEARNER_A"), somebody("LEARNER_A")})
            busy.does(() -> {
                desk.correct(learner.id(), 0, new PeopleDesk.Facts("Awa Corrigée", "1991", "TG"));
                return true;
            });
        search = doneBy(busy);
        allow(2);
    }

    @AfterEach
    void asBefore() throws Exception {
        allow(Setting.EXPORT_ALONE.standard());
        sql.sql("delete from audit.export_request").update();
    }

    private static AuditSearch doneBy(Somebody person) {
        return new AuditSearch(
                Optional.of(person.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void allow(int people) throws Exception {
        asPlatform(() -> {
            settings.change(Setting.EXPORT_ALONE, String.valueOf(people));
            return true;
        });
    }

    private String export(Somebody who) throws Exception {
        return who.does(() -> {
            var text = new StringWriter();
            audit.export(search, text);
            return text.toString();
        });
    }

    private UUID ask() throws Exception {
        exporter.does(() -> {
            requests.ask(search, "qui=x", WHY);
            return true;
        });
        return other.does(requests::waiting).getFirst().id();
    }

    private void decide(Somebody who, UUID id, boolean granted) throws Exception {
        who.does(() -> requests.decide(id, granted));
    }

    @Test
    void a_file_about_few_people_is_taken_alone() throws Exception {
        allow(3);

        assertThat(exporter.does(() -> requests.standing(search)).mayTake()).isTrue();
        assertThat(export(exporter)).contains("CHANGE_PERSON");
    }

    @Test
    void a_file_about_many_leaves_when_another_one_has_agreed_and_for_a_day() throws Exception {
        var standing = exporter.does(() -> requests.standing(search));
        assertThat(standing.people()).isEqualTo(3);
        assertThat(standing.mayTake()).isFalse();
        assertThatThrownBy(() -> export(exporter)).isInstanceOf(AccessRefused.class);

        var id = ask();
        assertThat(exporter.does(requests::waiting))
                .as("one's own is not one's own to decide")
                .isEmpty();
        assertThat(other.does(requests::waiting)).singleElement().satisfies(request -> {
            assertThat(request.by()).isEqualTo(exporter.id());
            assertThat(request.people()).isEqualTo(3);
            assertThat(request.reason()).contains(WHY);
        });
        decide(other, id, true);

        assertThat(export(exporter)).contains("CHANGE_PERSON");
        assertThatThrownBy(() -> export(other))
                .as("agreed to for whoever asked")
                .isInstanceOf(AccessRefused.class);
        sql.sql("update audit.export_request set decided_at = ? where id = ?")
                .param(Timestamp.from(Instant.now().minus(Duration.ofHours(25))))
                .param(id)
                .update();
        assertThatThrownBy(() -> export(exporter)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void what_was_agreed_to_is_good_for_that_search_alone() throws Exception {
        decide(other, ask(), true);

        var wider = doneBy(exporter);
        asPlatform(() -> {
            settings.change(Setting.EXPORT_ALONE, "1");
            return true;
        });
        exporter.does(() -> audit.search(search, 0));
        assertThat(exporter.does(() -> requests.standing(wider)).request()).isEmpty();
    }

    @Test
    void what_was_refused_does_not_leave_and_can_be_asked_for_again() throws Exception {
        var id = ask();
        decide(other, id, false);
        assertThat(other.does(() -> requests.decide(id, true))).isFalse();
        assertThat(exporter.does(requests::mine)).singleElement().satisfies(mine -> assertThat(mine.granted())
                .contains(false));

        var standing = exporter.does(() -> requests.standing(search));
        assertThat(standing.request().orElseThrow().granted())
                .as("the first word counts")
                .contains(false);
        assertThatThrownBy(() -> export(exporter)).isInstanceOf(AccessRefused.class);
        var again = ask();
        assertThat(again).isNotEqualTo(id);
        assertThat(ask()).as("asked twice, there once").isEqualTo(again);
    }

    @Test
    void nobody_agrees_to_their_own_and_others_do_not_even_see_it() throws Exception {
        var id = ask();

        assertThatThrownBy(() -> decide(exporter, id, true)).isInstanceOf(AccessRefused.class);
        var editor = somebody("EDITOR");
        assertThatThrownBy(() -> decide(editor, id, true)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> editor.does(requests::waiting)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> sql.sql(
                                "update audit.export_request set decided_by = by_person, decided_at = now(), granted = true")
                        .update())
                .hasMessageContaining("check constraint");
    }

    @Test
    void a_reason_is_asked_for() {
        for (var why : new String[] {"", "   ", "x".repeat(501)})
            assertThatThrownBy(() -> exporter.does(() -> {
                        requests.ask(search, "", why);
                        return true;
                    }))
                    .isInstanceOf(ReasonRefused.class);
    }

    @Test
    void asking_and_agreeing_are_in_the_trail() throws Exception {
        var id = ask();
        decide(other, id, true);

        assertThat(sql.sql("select act from audit.audit_event where object_id = ? order by at")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .containsExactly("ask-export", "grant-export");
    }
}
