package org.francophonie.dclic.backup.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.files.FileStore;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.files.StoredFile;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.retention.Amount;
import org.francophonie.dclic.platform.retention.Due;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A technical administrator decides how long things are kept; nothing that a result points at is ever lost. */
@Requirement({"F-152", "F-128"})
class RetentionTest extends PlatformTest {
    private static final Path COURSE = Path.of("src/test/resources/courses/compter-avec-un-tableur");
    private static final int YEAR = 365;

    @Autowired
    private RetentionService retention;

    @Autowired
    private RetentionRound round;

    @Autowired
    private SettingService settings;

    @Autowired
    private DraftService drafts;

    @Autowired
    private FileStore files;

    private Somebody administrator;

    @BeforeEach
    void signIn() throws Exception {
        administrator = somebody("TECHNICAL_ADMIN");
    }

    @AfterEach
    void asBefore() throws Exception {
        for (var setting : new Setting<?>[] {Setting.KEEP_DRAFTS, Setting.KEEP_VERSIONS})
            keep(setting, String.valueOf(setting.standard()));
    }

    private void keep(Setting<?> setting, String days) throws Exception {
        administrator.does(() -> {
            settings.change(setting, days);
            return true;
        });
    }

    private Due due(Setting<Integer> setting, int days) throws Exception {
        return administrator.does(() -> retention.due(setting, days));
    }

    private Amount remove(Setting<Integer> setting) throws Exception {
        return administrator.does(() -> retention.remove(setting, 0, _ -> true));
    }

    /** A version as it was published some time ago, with the number after the last one. */
    private UUID version(CourseId course, String day) {
        var id = ids.next();
        owner().sql("""
                        insert into authoring.publication (id, course_id, number, schema, document, published_at)
                        select ?, course_id, number + 1, schema, document, cast(? as timestamptz)
                        from authoring.publication where course_id = ? order by number desc limit 1""").param(id).param(day).param(course.value()).update();
        return id;
    }

    private void follows(UUID version, CourseId course) throws Exception {
        owner().sql("""
                        insert into learning.enrolment (id, learner_id, course_id, publication_id, status, enrolled_at)
                        values (?, ?, ?, ?, 'ACTIVE', now())""")
                .param(ids.next())
                .param(somebody("LEARNER_A").id().value())
                .param(course.value())
                .param(version)
                .update();
    }

    private boolean exists(UUID version) {
        return sql.sql("select exists (select from authoring.publication where id = ?)")
                .param(version)
                .query(Boolean.class)
                .single();
    }

    /** The newest one is published by the platform itself, today. */
    private CourseId courseWithNewVersion(CourseId course) throws Exception {
        return asPlatform(() -> {
            try (var source = SafeUnzip.folder(COURSE)) {
                imports.replace(course, source, "compter", Progress.UNWATCHED);
            }
            publications.publish(course);
            return course;
        });
    }

    @Test
    void former_versions_go_except_those_that_somebody_follows_and_the_last_of_each_month() throws Exception {
        var course = publishedCourse();
        var first = sql.sql("select id from authoring.publication where course_id = ?")
                .param(course.value())
                .query(UUID.class)
                .single();
        var inMarch = version(course, "2025-03-03T10:00Z");
        var followed = version(course, "2025-03-20T10:00Z");
        var endOfMarch = version(course, "2025-03-28T10:00Z");
        var endOfApril = version(course, "2025-04-10T10:00Z");
        follows(followed, course);
        courseWithNewVersion(course);
        var current =
                asPlatform(() -> publications.current(course)).orElseThrow().id();

        var due = due(Setting.KEEP_VERSIONS, YEAR);

        assertThat(due.first())
                .extracting(Due.Item::name)
                .containsExactly("Compter avec un tableur · 2")
                .as("since another took its place");
        assertThat(due.first().getFirst().since()).isEqualTo(Instant.parse("2025-03-20T10:00:00Z"));
        assertThat(due.heldBack()).as("somebody follows it").isEqualTo(1);
        assertThat(due.amount().bytes()).isPositive();

        assertThat(remove(Setting.KEEP_VERSIONS).number()).isEqualTo(1);

        assertThat(exists(inMarch)).isFalse();
        assertThat(java.util.List.of(first, followed, endOfMarch, endOfApril, current.value()))
                .allMatch(this::exists);
        assertThat(remove(Setting.KEEP_VERSIONS).isNothing()).isTrue();
    }

    @Test
    void the_database_itself_refuses_to_lose_a_version_that_is_shown_or_followed() throws Exception {
        var course = publishedCourse();
        var first = sql.sql("select id from authoring.publication where course_id = ?")
                .param(course.value())
                .query(UUID.class)
                .single();
        var followed = version(course, "2025-03-03T10:00Z");
        version(course, "2025-03-20T10:00Z");
        follows(followed, course);

        for (var kept : new UUID[] {first, followed}) {
            assertThatThrownBy(() -> sql.sql("select number from authoring.drop_publications(?)")
                            .param(new UUID[] {kept})
                            .query(Long.class)
                            .single())
                    .hasMessageContaining("publication");
            assertThat(exists(kept)).isTrue();
        }
        assertThatThrownBy(() -> sql.sql("delete from authoring.publication where id = ?")
                        .param(followed)
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void drafts_go_when_nobody_came_back_to_them_and_the_removal_is_written_down() throws Exception {
        var writer = somebody("LEARNER_A");
        writer.does(() -> drafts.keep("class-list", "old", "commencé il y a longtemps", 0));
        writer.does(() -> drafts.keep("class-list", "new", "commencé hier", 0));
        aged("platform.draft", "changed_at", "object = 'old'", 400);

        assertThat(due(Setting.KEEP_DRAFTS, 500).amount().number()).isZero();
        var due = due(Setting.KEEP_DRAFTS, YEAR);
        assertThat(due.amount().number()).isEqualTo(1);
        assertThat(due.oldest()).isPresent();
        assertThat(remove(Setting.KEEP_DRAFTS).number()).isEqualTo(1);

        assertThat(writer.does(() -> drafts.find("class-list", "old"))).isEmpty();
        assertThat(writer.does(() -> drafts.find("class-list", "new"))).isPresent();
        var removal = administrator.does(retention::removals).getFirst();
        assertThat(removal.rule()).isEqualTo("keep-drafts");
        assertThat(removal.days()).isEqualTo(YEAR);
        assertThat(removal.by()).contains("Awa Test");
        assertThat(removal.amount().number()).isEqualTo(1);
        assertThat(sql.sql("""
                        select count(*) from audit.audit_event where actor = ? and right_name = 'CLEAN_STORAGE'
                            and object_id = 'keep-drafts' and outcome = 'DONE'""")
                        .param(administrator.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_a_learner_wrote_to_think_stays_however_old_it_is() throws Exception {
        var learner = somebody("LEARNER_A");
        learner.does(() -> drafts.keep("reflection", "thought", "ce que j’en pense", 0));
        aged("platform.draft", "changed_at", "object = 'thought'", 3000);

        remove(Setting.KEEP_DRAFTS);

        assertThat(learner.does(() -> drafts.find("reflection", "thought"))).isPresent();
    }

    @Test
    void never_more_goes_than_was_confirmed() throws Exception {
        var writer = somebody("LEARNER_A");
        writer.does(() -> drafts.keep("class-list", "confirmed", "oublié", 0));
        aged("platform.draft", "changed_at", "object = 'confirmed'", 100);
        keep(Setting.KEEP_DRAFTS, "60");

        administrator.does(() -> retention.remove(Setting.KEEP_DRAFTS, YEAR, _ -> true));

        assertThat(writer.does(() -> drafts.find("class-list", "confirmed"))).isPresent();
    }

    private static void aged(String table, String column, String which, int days) {
        owner().sql("update " + table + " set " + column + " = ? where " + which)
                .param(Timestamp.from(Instant.now().minus(Duration.ofDays(days))))
                .update();
    }

    private StoredFile file(String content) throws Exception {
        return asPlatform(() ->
                files.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "text/plain", 1000));
    }

    private void agedFiles() {
        aged("platform.file", "created_at", "true", 100);
    }

    @Test
    void files_go_when_no_course_and_no_working_copy_uses_them() throws Exception {
        var unused = file("une consigne que personne n’utilise " + ids.next());
        var fresh = file("une consigne déposée à l’instant " + ids.next());
        var broughtInAgain = file("une consigne déposée deux fois " + ids.next());
        var draft = asPlatform(() -> {
            try (var source = SafeUnzip.folder(COURSE)) {
                return imports.take(source, "compter", Progress.UNWATCHED)
                        .course()
                        .orElseThrow();
            }
        });
        var used = sql.sql("""
                        select encode(f.sha256, 'hex') from authoring.block_file f join authoring.block b on b.id = f.block_id
                        join authoring.lesson l on l.id = b.lesson_id where l.course_id = ?""").param(draft.value()).query(String.class).list();
        assertThat(used).as("the picture of the course").isNotEmpty();
        agedFiles();
        aged("platform.file", "created_at", "sha256 = decode('" + fresh.hash() + "', 'hex')", 1);
        sameAgain(broughtInAgain);

        assertThat(due(Setting.KEEP_FILES, 30).amount().number()).isPositive();
        assertThat(remove(Setting.KEEP_FILES).number()).isPositive();

        assertThat(asPlatform(() -> files.find(unused.hash()))).isEmpty();
        assertThat(asPlatform(() -> files.find(fresh.hash()))).isPresent();
        assertThat(asPlatform(() -> files.find(broughtInAgain.hash()))).isPresent();
        for (var hash : used) assertThat(asPlatform(() -> files.find(hash))).isPresent();
    }

    /** As somebody who brings in the same bytes while they wait for their removal. */
    private void sameAgain(StoredFile file) throws Exception {
        try (var content = files.open(file, 0)) {
            var bytes = content.readAllBytes();
            asPlatform(() -> files.put(new ByteArrayInputStream(bytes), "text/plain", 1000));
        }
    }

    @Test
    void a_file_stays_as_long_as_one_working_copy_uses_it_and_goes_after_the_last() throws Exception {
        var course = asPlatform(() -> {
            try (var source = SafeUnzip.folder(COURSE)) {
                return imports.take(source, "compter", Progress.UNWATCHED)
                        .course()
                        .orElseThrow();
            }
        });
        var text = file("un son joint " + ids.next());
        var block = sql.sql("""
                        select b.id from authoring.block b join authoring.lesson l on l.id = b.lesson_id
                        where l.course_id = ? order by l.position, b.position limit 1""").param(course.value()).query(UUID.class).single();
        var before = content(block);
        write(block, "{\"type\": \"download\", \"file\": {\"hash\": \"" + text.hash() + "\"}}");
        agedFiles();
        remove(Setting.KEEP_FILES);
        assertThat(asPlatform(() -> files.find(text.hash()))).isPresent();

        write(block, before);
        remove(Setting.KEEP_FILES);

        assertThat(asPlatform(() -> files.find(text.hash()))).isEmpty();
    }

    private String content(UUID block) {
        return sql.sql("select content::text from authoring.block where id = ?")
                .param(block)
                .query(String.class)
                .single();
    }

    private void write(UUID block, String content) {
        sql.sql("update authoring.block set content = cast(? as jsonb) where id = ?")
                .param(content)
                .param(block)
                .update();
    }

    @Test
    void the_platform_follows_every_rule_by_itself_and_says_so() throws Exception {
        var writer = somebody("LEARNER_A");
        writer.does(() -> drafts.keep("class-list", "night", "oublié", 0));
        aged("platform.draft", "changed_at", "object = 'night'", 400);

        asPlatform(() -> {
            round.run();
            return true;
        });

        assertThat(writer.does(() -> drafts.find("class-list", "night"))).isEmpty();
        assertThat(administrator.does(retention::removals)).anySatisfy(removal -> {
            assertThat(removal.rule()).isEqualTo("keep-drafts");
            assertThat(removal.byPerson()).isFalse();
        });
    }

    @Test
    void what_is_stopped_stays_written_down_as_far_as_it_came() throws Exception {
        var writer = somebody("LEARNER_A");
        writer.does(() -> drafts.keep("class-list", "stopped", "oublié", 0));
        aged("platform.draft", "changed_at", "object = 'stopped'", 400);

        var removed = administrator.does(() -> retention.remove(Setting.KEEP_DRAFTS, 0, _ -> false));

        assertThat(removed.isNothing()).isTrue();
        assertThat(writer.does(() -> drafts.find("class-list", "stopped"))).isPresent();
    }

    @Test
    void nobody_else_looks_or_removes() throws Exception {
        var editor = somebody("PEDAGOGICAL_ADMIN");

        assertThatThrownBy(() -> editor.does(retention::rules)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> editor.does(() -> retention.remove(Setting.KEEP_DRAFTS, 0, _ -> true)))
                .isInstanceOf(AccessRefused.class);
    }
}
