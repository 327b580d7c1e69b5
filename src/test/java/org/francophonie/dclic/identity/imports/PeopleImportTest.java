package org.francophonie.dclic.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.PersonGroup.Kind;
import org.francophonie.dclic.identity.groups.GroupPeopleService;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.imports.Line.Outcome;
import org.francophonie.dclic.identity.imports.PeopleImport.State;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.SecretNeeded;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.tables.Sheets;
import org.francophonie.dclic.rights.Profiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-051", "F-126", "F-132"})
class PeopleImportTest extends PlatformTest {
    private static final List<String> TITLES =
            List.of("Nom", "E-mail", "Année de naissance", "Pays", "Langue", "Profil", "Fin", "Groupe");
    private static final ZoneId DAKAR = ZoneId.of("Africa/Dakar");

    @Autowired
    private PeopleImportService imports;

    @Autowired
    private ImportStore store;

    @Autowired
    private GroupTreeService groups;

    @Autowired
    private GroupPeopleService members;

    @Autowired
    private Profiles held;

    @Autowired
    private org.francophonie.dclic.identity.service.ErasureService erasures;

    private Somebody admin;

    @BeforeEach
    void anAdministrator() throws Exception {
        admin = somebody("PEDAGOGICAL_ADMIN");
    }

    private static List<String> row(String... cells) {
        var row = new ArrayList<>(List.of(cells));
        while (row.size() < TITLES.size()) row.add("");
        return row;
    }

    private UUID read(List<List<String>> rows) throws Exception {
        var all = new ArrayList<List<String>>();
        all.add(TITLES);
        all.addAll(rows);
        return read(Sheets.text(Files.createTempFile("gens", ".csv"), all));
    }

    private UUID read(Path file) throws Exception {
        var id = admin.does(() -> imports.begin(file, "gens.csv", Locale.FRENCH, DAKAR));
        wait(id, State.READING);
        return id;
    }

    private PeopleImport wait(UUID id, State over) throws Exception {
        for (int i = 0; i < 600 && known(id).state() == over; i++) Thread.sleep(50);
        return known(id);
    }

    private PeopleImport known(UUID id) throws Exception {
        return admin.does(() -> imports.find(id)).orElseThrow();
    }

    private PeopleImport run(UUID id) throws Exception {
        admin.does(() -> {
            imports.run(id);
            return true;
        });
        return wait(id, State.RUNNING);
    }

    private PeopleImport undo(UUID id) throws Exception {
        admin.does(() -> {
            imports.undo(id);
            return true;
        });
        return wait(id, State.UNDOING);
    }

    private Optional<PersonId> holder(String address) {
        return sql.sql("select person_id from identity.account where claimed_key = ? or email_key = ?")
                .param(address)
                .param(address)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    @Test
    void a_file_is_looked_at_before_anybody_is_made() throws Exception {
        var known = somebody("LEARNER_A");
        var address = freshAddress();

        var id = read(List.of(
                row("Awa Diop", address, "1990", "Sénégal"),
                row("Aïcha Ben Ali", freshAddress(), "12/03/1985", "TN", "arabe"),
                row("Deux Fois", address, "1991", "SN"),
                row("Déjà Là", known.email(), "1991", "SN"),
                row("", "pas une adresse", "hier", "Nulle Part", "latin", "Empereur", "hier"),
                row("Enfant", freshAddress(), "2020", "SN")));

        var read = known(id);
        assertThat(read.state()).isEqualTo(State.READY);
        assertThat(read.number(Outcome.READY)).isEqualTo(2);
        assertThat(read.number(Outcome.KNOWN)).isEqualTo(1);
        assertThat(read.number(Outcome.WRONG)).isEqualTo(3);
        assertThat(holder(address)).isEmpty();
        var wrong = admin.does(() -> imports.toMend(id));
        assertThat(wrong).extracting(Line::number).containsExactly(4, 6, 7);
        assertThat(wrong.get(0).problems()).containsExactly("people-import.wrong.twice");
        assertThat(wrong.get(1).problems())
                .contains(
                        "people-import.wrong.language",
                        "people-import.wrong.profile",
                        "people-import.wrong.until",
                        "birth.NO_YEAR",
                        "join.country.empty",
                        "join.name.empty");
        assertThat(wrong.get(2).problems()).containsExactly("birth.CHILD");
    }

    @Test
    void accounts_are_made_with_letters_profiles_and_their_end_and_nothing_of_the_file_stays() throws Exception {
        var address = freshAddress();
        var id = read(List.of(row("Awa Diop", address, "1990", "Sénégal", "anglais", "Formateur", "31/12/2031")));

        var done = run(id);

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.number(Outcome.MADE)).isEqualTo(1);
        var awa = holder(address).orElseThrow();
        assertThat(held.heldBy(awa)).contains("LEARNER_A", "TRAINER");
        assertThat(sql.sql("select valid_to from rights.assignment where person_id = ? and profile = 'TRAINER'")
                        .param(awa.value())
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2032-01-01T00:00:00Z"));
        assertThat(sql.sql("select language from platform.mail where person_id = ? and kind = 'account-made'")
                        .param(awa.value())
                        .query(String.class)
                        .list())
                .containsExactly("en");
        assertThat(sql.sql(
                                "select count(*) from identity.people_import_row where import_id = ? and coalesce(name, email, email_key) is not null")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select distinct operation_id from audit.audit_event where object_id = ? or object_id = ?")
                        .param(id.toString())
                        .param(awa.toString())
                        .query(UUID.class)
                        .list())
                .as("reading was one operation; making and everything that it made another")
                .hasSize(2);
    }

    @Test
    void the_same_file_again_makes_nobody_twice() throws Exception {
        var rows =
                List.of(row("Awa Diop", freshAddress(), "1990", "SN"), row("Léo Fall", freshAddress(), "1990", "SN"));
        run(read(rows));

        var again = read(rows);

        assertThat(known(again).number(Outcome.KNOWN)).isEqualTo(2);
        assertThat(run(again).number(Outcome.MADE)).isZero();
    }

    @Test
    void two_clicks_at_once_make_everybody_once() throws Exception {
        var rows = IntStream.range(0, 250)
                .mapToObj(_ -> row("Awa Diop", freshAddress(), "1990", "SN"))
                .toList();
        var id = read(rows);

        var clicks = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                    try {
                        run(id);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        clicks.forEach(CompletableFuture::join);

        assertThat(known(id).number(Outcome.MADE)).isEqualTo(250);
        assertThat(sql.sql(
                                "select count(*) from identity.person p join identity.people_import_row r on r.person_id = p.id where r.import_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(250);
    }

    @Test
    void the_whole_is_taken_back_but_for_those_who_have_used_their_accounts() throws Exception {
        var used = freshAddress();
        var unused = freshAddress();
        var id = read(List.of(row("Awa Diop", used, "1990", "SN"), row("Léo Fall", unused, "1990", "SN")));
        run(id);
        asPlatform(() -> {
            addresses.vouch(holder(used).orElseThrow());
            return true;
        });
        var leo = holder(unused).orElseThrow();

        assertThat(admin.does(() -> imports.inUse(id))).isEqualTo(1);
        var undone = undo(id);

        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(undone.number(Outcome.UNDONE)).isEqualTo(1);
        assertThat(undone.number(Outcome.KEPT)).isEqualTo(1);
        assertThat(holder(used)).isPresent();
        assertThat(holder(unused)).isEmpty();
        assertThat(sql.sql("select status from identity.person where id = ?")
                        .param(leo.value())
                        .query(String.class)
                        .single())
                .isEqualTo("ERASED");
        assertThat(sql.sql("select count(*) from platform.mail where recipient_key = ?")
                        .param(unused)
                        .query(Integer.class)
                        .single())
                .as("no letter comes to somebody who has no account any more")
                .isZero();

        assertThat(known(read(List.of(row("Léo Fall", unused, "1990", "SN")))).number(Outcome.READY))
                .as("and may be made anew")
                .isEqualTo(1);
    }

    @Test
    void what_a_lost_node_left_goes_on_elsewhere_and_not_before_it_is_lost() throws Exception {
        var id = read(List.of(row("Awa Diop", freshAddress(), "1990", "SN")));
        var lost = store.work()
                .claim(id, java.util.Set.of(State.READY), State.RUNNING)
                .orElseThrow();
        assertThat(store.work().claim(id, java.util.Set.of(State.READY), State.RUNNING))
                .isEmpty();
        assertThat(known(id).isAbandoned()).isFalse();

        sql.sql("update identity.people_import set touched_at = now() - interval '2 minutes' where id = ?")
                .param(id)
                .update();

        assertThat(known(id).isAbandoned()).isTrue();
        assertThat(run(id).number(Outcome.MADE)).isEqualTo(1);
        assertThat(store.work().isStill(id, State.RUNNING, lost))
                .as("the lost one does nothing more when it comes back")
                .isFalse();
    }

    @Test
    void a_profile_beyond_the_rights_of_whoever_imports_is_not_given() throws Exception {
        var address = freshAddress();
        var id = read(List.of(row("Awa Diop", address, "1990", "SN", "", "Apprenant en attente d’accord")));

        assertThat(known(id).number(Outcome.READY) + known(id).number(Outcome.WRONG))
                .isEqualTo(1);
        run(id);
        assertThat(holder(address).map(held::heldBy).orElse(java.util.Set.of()))
                .doesNotContain(Profiles.AWAITING_CONSENT);
    }

    @Test
    void an_address_taken_between_looking_and_making_is_told_and_the_others_are_made() throws Exception {
        var taken = freshAddress();
        var id = read(List.of(row("Awa Diop", taken, "1990", "SN"), row("Léo Fall", freshAddress(), "1990", "SN")));
        var who = people.join(joining(ids.next(), Optional.of(taken), false, PASSWORD));
        asPlatform(() -> {
            addresses.vouch(who.person());
            return true;
        });

        var done = run(id);

        assertThat(done.number(Outcome.MADE)).isEqualTo(1);
        assertThat(done.number(Outcome.FAILED)).isEqualTo(1);
        assertThat(admin.does(() -> imports.toMend(id)).getFirst().problems()).containsExactly("people.email.known");
    }

    @Test
    void the_lines_to_mend_come_back_as_a_file_that_runs_no_formula_and_can_be_brought_again() throws Exception {
        var id = read(List.of(row("=HYPERLINK(1)", "pas une adresse", "1990", "SN")));
        var text = new StringWriter();

        admin.does(() -> {
            imports.writeToMend(id, Locale.FRENCH, text);
            return true;
        });

        assertThat(text.toString()).contains("\"'=HYPERLINK(1)\"").contains("ne contient pas d’espace");
        var mended = text.toString().replace("pas une adresse", freshAddress());
        var again = read(Files.writeString(Files.createTempFile("gens", ".csv"), mended));
        assertThat(admin.does(() -> imports.toMend(again))).isEmpty();
        assertThat(known(again).number(Outcome.READY)).isEqualTo(1);
    }

    @Test
    void a_workbook_is_read_with_the_years_and_days_that_it_keeps_as_numbers() throws Exception {
        var address = freshAddress();
        var file = Sheets.workbook(
                Files.createTempFile("gens", ".xlsx"),
                List.of(
                        List.of("Prénom", "Nom", "Courriel", "Date de naissance", "Pays"),
                        List.of("Awa", "Diop", address, "33000", "CÔTE D'IVOIRE"),
                        List.of("Léo", "Fall", freshAddress(), "1990", "CI")));

        var id = read(file);

        assertThat(known(id).number(Outcome.READY)).isEqualTo(2);
        var awa = store.lines(id, java.util.Set.of(Outcome.READY), 0, 1).getFirst();
        assertThat(awa.name()).isEqualTo("Awa Diop");
        assertThat(awa.birthYear()).isEqualTo("1990");
        assertThat(awa.country()).isEqualTo("CI");
        assertThat(Files.exists(file)).as("the file is not kept").isFalse();
    }

    @Test
    void a_file_without_the_columns_or_that_is_no_table_says_so() throws Exception {
        var id = read(Files.writeString(Files.createTempFile("gens", ".csv"), "Nom;Ville\nAwa;Dakar\n"));
        assertThat(known(id).state()).isEqualTo(State.REFUSED);
        assertThat(known(id).problem()).contains("people-import.no-column EMAIL,BIRTH_YEAR,COUNTRY");

        var broken = read(Files.writeString(Files.createTempFile("gens", ".xlsx"), "PK\u0003\u0004"));
        assertThat(known(broken).problem()).contains("table.UNREADABLE");
    }

    @Test
    void others_do_not_see_or_move_my_import() throws Exception {
        var id = read(List.of(row("Awa Diop", freshAddress(), "1990", "SN")));
        var other = somebody("PEDAGOGICAL_ADMIN");

        assertThat(other.does(() -> imports.find(id))).isEmpty();
        assertThatThrownBy(() -> other.does(() -> {
                    imports.run(id);
                    return true;
                }))
                .isInstanceOf(NotFound.class);
        var trainer = somebody("TRAINER");
        assertThatThrownBy(() -> trainer.does(() -> imports.begin(Path.of("x"), "x", Locale.FRENCH, DAKAR)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void making_and_taking_back_ask_for_the_secret_again() throws Exception {
        var id = read(List.of(row("Awa Diop", freshAddress(), "1990", "SN")));
        var longAgo = new Actor(
                Optional.of(admin.id()),
                Optional.empty(),
                new Proof(true, Instant.now().minus(Duration.ofDays(1))),
                Optional.empty());

        assertThatThrownBy(() -> Actors.runAs(longAgo, () -> {
                    imports.run(id);
                    return true;
                }))
                .isInstanceOf(SecretNeeded.class);
        assertThat(known(id).state()).isEqualTo(State.READY);
    }

    @Test
    void a_file_that_is_given_up_leaves_nothing() throws Exception {
        var id = read(List.of(row("Awa Diop", freshAddress(), "1990", "SN")));

        admin.does(() -> {
            imports.stop(id);
            return true;
        });

        assertThat(admin.does(() -> imports.find(id))).isEmpty();
    }

    @Test
    void accounts_that_were_made_but_not_noted_are_taken_back_as_well() throws Exception {
        var id = read(List.of(row("Awa Diop", freshAddress(), "1990", "SN")));
        run(id);
        sql.sql("update identity.people_import_row set outcome = 'READY' where import_id = ?")
                .param(id)
                .update();
        sql.sql("update identity.people_import set state = 'STOPPED' where id = ?")
                .param(id)
                .update();

        assertThat(undo(id).number(Outcome.UNDONE)).isEqualTo(1);
    }

    @Test
    void an_old_import_is_taken_back_no_more_for_nobody_knows_who_has_signed_in() throws Exception {
        var id = read(List.of(row("Awa Diop", freshAddress(), "1990", "SN")));
        run(id);
        sql.sql("update identity.people_import set created_at = now() - interval '31 days' where id = ?")
                .param(id)
                .update();

        assertThatThrownBy(() -> undo(id)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void whoever_is_erased_is_in_no_list_of_an_import_either() throws Exception {
        var learner = somebody("LEARNER_A");
        var id = read(List.of(row("Awa Secrète", learner.email(), "1991", "SN")));
        assertThat(known(id).number(Outcome.KNOWN)).isEqualTo(1);

        asPlatform(() -> {
            erasures.erase(learner.id());
            return true;
        });

        assertThat(sql.sql("select count(*) from identity.people_import_row where name = 'Awa Secrète' or email = ?")
                        .param(learner.email())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Requirement("F-123")
    void people_come_into_the_group_that_the_file_names_if_it_is_one_and_theirs_to_fill() throws Exception {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var address = freshAddress();
        var group =
                admin.does(() -> groups.create(ids.next(), Optional.empty(), "Équipe " + mark, Kind.ORGANISATION, ""));
        for (int i = 0; i < 2; i++)
            admin.does(() -> groups.create(ids.next(), Optional.empty(), "Double " + mark, Kind.ORGANISATION, ""));

        var id = read(List.of(
                row("Awa Diop", address, "1990", "SN", "", "", "", "equipe " + mark),
                row("Léo Fall", freshAddress(), "1990", "SN", "", "", "", "Nulle part"),
                row("Zoé Ba", freshAddress(), "1990", "SN", "", "", "", "Double " + mark)));

        assertThat(admin.does(() -> imports.toMend(id)))
                .extracting(Line::problems)
                .containsExactly(List.of("people-import.wrong.group"), List.of("people-import.wrong.groups"));
        run(id);
        assertThat(admin.does(() -> members.list(group, 0)))
                .extracting(GroupPeopleService.Belonging::id)
                .containsExactly(holder(address).orElseThrow());
    }
}
