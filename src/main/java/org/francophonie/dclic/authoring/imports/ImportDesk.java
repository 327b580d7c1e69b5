package org.francophonie.dclic.authoring.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.errors.Incident;
import org.francophonie.dclic.platform.files.PackageFiles;
import org.francophonie.dclic.platform.files.PackageRefused;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports that go on while their author looks at something else: one at a time for each person, two at a time for a node.
 * A node that is lost takes its running imports with it; nothing of them is kept.
 */
@Service
public class ImportDesk {
    /** The largest archive that is accepted, in bytes. */
    public static final long LARGEST_ARCHIVE = 200_000_000;

    private static final int AT_ONCE = 2;
    private static final int LISTED = 10;

    private final CourseImportService imports;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;
    private final Map<PersonId, ImportJob> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("import-", 0).factory());

    ImportDesk(CourseImportService imports, JdbcClient sql, JsonMapper json, Ids ids, Clock clock) {
        this.imports = imports;
        this.sql = sql;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins; the archive is the desk's from now on and is deleted at the end.
     *
     * @param name as the author calls the archive
     * @return the job, or the one that was already running, in which case the archive is not taken
     */
    @Requires(Right.CREATE_COURSE)
    public ImportJob start(Path archive, String name) {
        return start(archive, name, imports::take);
    }

    /** The same for a new working copy of a course. */
    @Requires(value = Right.CREATE_COURSE, on = "course")
    public ImportJob startInto(CourseId course, Path archive, String name) {
        return start(archive, name, (files, title, job) -> imports.replace(course, files, title, job));
    }

    private interface Work {
        ImportResult take(PackageFiles files, String title, ImportJob job);
    }

    private ImportJob start(Path archive, String name, Work work) {
        var person = Actors.current().requirePerson();
        var job = new ImportJob(ids.next(), name);
        var other = running.putIfAbsent(person, job);
        if (other != null) {
            delete(archive);
            return other;
        }
        var actor = Actors.current().goingOn();
        threads.submit(() -> Actors.runAs(actor, () -> run(job, archive, person, work)));
        return job;
    }

    private void run(ImportJob job, Path archive, PersonId person, Work work) {
        ImportResult result;
        try (var files = SafeUnzip.zip(archive)) {
            result = work.take(files, title(job.name()), job);
        } catch (PackageRefused refused) {
            result = ImportResult.refused(refused.file(), "refused." + refused.reason());
        } catch (RuntimeException | Error e) {
            result = ImportResult.refused("", "failed", Incident.record(e).number());
        }
        try {
            keep(job, person, result);
        } catch (RuntimeException e) {
            Incident.record(e);
        } finally {
            delete(archive);
            running.remove(person, job);
            job.finish();
        }
    }

    /** The name of the archive without its ending: the title of last resort. */
    private static String title(String name) {
        return name.replaceAll("(?i)\\.zip$", "");
    }

    private void keep(ImportJob job, PersonId person, ImportResult result) {
        sql.sql("""
                insert into authoring.import_report (id, person_id, name, course_id, title, finished_at, lines)
                values (:id, :person, :name, cast(:course as uuid), :title, :at, cast(:lines as jsonb))""")
                .param("id", job.id())
                .param("person", person.value())
                .param("name", job.name())
                .param("course", result.course().map(CourseId::toString).orElse(null))
                .param("title", result.title())
                .param("at", Timestamp.from(clock.instant()))
                .param("lines", json.writeValueAsString(result.report().lines()))
                .update();
    }

    private static void delete(Path archive) {
        try {
            Files.deleteIfExists(archive);
        } catch (IOException e) {
            Incident.record(e);
        }
    }

    /** The person's import under way on this node. */
    @Requires(Right.READ_DRAFT_COURSE)
    public Optional<ImportJob> running() {
        return Optional.ofNullable(running.get(Actors.current().requirePerson()));
    }

    /** A report of the person's own imports. */
    @Requires(Right.READ_DRAFT_COURSE)
    public Optional<FinishedImport> report(UUID id) {
        return sql.sql("select * from authoring.import_report where id = ? and person_id = ?")
                .param(id)
                .param(Actors.current().requirePerson().value())
                .query((row, _) -> finished(row))
                .optional();
    }

    /** The person's last imports, newest first. */
    @Requires(Right.READ_DRAFT_COURSE)
    public List<FinishedImport> last() {
        return sql.sql("select * from authoring.import_report where person_id = ? order by finished_at desc limit ?")
                .param(Actors.current().requirePerson().value())
                .param(LISTED)
                .query((row, _) -> finished(row))
                .list();
    }

    private FinishedImport finished(java.sql.ResultSet row) throws java.sql.SQLException {
        return new FinishedImport(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getObject("course_id", UUID.class)).map(CourseId::new),
                row.getString("title"),
                row.getTimestamp("finished_at").toInstant(),
                json.readValue(row.getString("lines"), new TypeReference<List<ImportReport.Line>>() {}));
    }

    @PreDestroy
    void stop() {
        running.values().forEach(ImportJob::cancel);
        threads.shutdown();
    }
}
