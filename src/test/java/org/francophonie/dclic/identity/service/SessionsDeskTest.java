package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.service.MatrixService;
import org.francophonie.dclic.rights.service.ProfileCatalogueService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is responsible for a group sees the sessions of its people, however many others are signed in. */
@Requirement("F-144")
class SessionsDeskTest extends PlatformTest {
    @Autowired
    private SessionsDesk desk;

    @Autowired
    private ProfileCatalogueService catalogue;

    @Autowired
    private MatrixService matrix;

    private final UUID group = UUID.randomUUID();

    @AfterEach
    void clean() {
        owner().sql("delete from identity.session where browser = 'desk test'").update();
        owner().sql("delete from rights.member where group_id = ?").param(group).update();
        owner().sql("delete from rights.branch where group_id = ?").param(group).update();
        owner().sql("delete from identity.person_group where id = ?")
                .param(group)
                .update();
    }

    private void open(Somebody person, int secondsAgo) {
        owner().sql("""
                        insert into identity.session (id, person_id, secret_hash, browser, node, address, began_at, last_act_at)
                        values (?, ?, '\\x00', 'desk test', 'n', '196.1.2.3', now(), now() + interval '1 day' - make_interval(secs => ?))""")
                .param(UUID.randomUUID())
                .param(person.id().value())
                .param(secondsAgo)
                .update();
    }

    private void belongs(Somebody person, boolean manager) {
        owner().sql("insert into rights.member values (?, ?, ?)")
                .param(person.id().value())
                .param(group)
                .param(manager)
                .update();
    }

    @Test
    void the_first_page_holds_theirs_and_the_number_is_of_theirs() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var name = "Référent " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var profile = admin.does(() -> catalogue.copy("MENTOR", name, name));
        var version = sql.sql("select version from rights.profile where code = ?")
                .param(profile)
                .query(Long.class)
                .single();
        admin.does(() ->
                matrix.change(profile, version, Map.of(Right.READ_SESSION, new Cell(Scope.GROUP, Cell.Effect.ALLOW))));
        var referent = somebody(profile);
        owner().sql("insert into identity.person_group (id, name, kind) values (?, 'desk', 'COHORT')")
                .param(group)
                .update();
        owner().sql("insert into rights.branch values (?, ?)")
                .param(group)
                .param(group)
                .update();
        belongs(referent, true);
        var hers = somebody("LEARNER_A");
        belongs(hers, false);
        var stranger = somebody("LEARNER_A");
        for (int i = 0; i < SessionsDesk.PAGE + 5; i++) open(stranger, i);
        open(hers, 1000);

        assertThat(referent.does(() -> desk.list(0))).singleElement().satisfies(line -> assertThat(line.person())
                .isEqualTo(hers.id()));
        assertThat(referent.does(desk::count)).isEqualTo(1);
        assertThat(referent.does(() -> desk.list(1))).isEmpty();
        assertThat(admin.does(() -> desk.list(0))).hasSize(SessionsDesk.PAGE);
    }
}
