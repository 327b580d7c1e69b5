package org.francophonie.dclic.authoring.service;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.francophonie.dclic.authoring.FetchCount;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ids.CourseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Counts how often the documents, sounds and films of published courses are fetched, for their authors; never by whom. What
 * is counted reaches the database every ten seconds: a crowd that fetches one file does not queue for one row.
 */
@Service
public class FileUses implements FetchCount {
    private static final Logger LOG = LoggerFactory.getLogger(FileUses.class);
    private static final int LISTED = 100;
    private static final int SECONDS = 10;

    private record Key(CourseId course, String hash, LocalDate day) {}

    /**
     * One file of a course.
     *
     * @param size in bytes
     * @param uses since the course was first published
     */
    public record FileUse(String name, long size, long uses) {}

    private final JdbcClient sql;
    private final Clock clock;
    private final Map<Key, Long> counted = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("file-uses").factory());

    FileUses(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        writer.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    @Requires(Right.READ_COURSE)
    public void count(CourseId course, String hash) {
        counted.merge(new Key(course, hash, LocalDate.now(clock)), 1L, Long::sum);
    }

    /** The files of the current version that are no pictures, most fetched first. */
    @Requires(value = Right.READ_DRAFT_COURSE, on = "course")
    public List<FileUse> of(CourseId course) {
        write();
        return sql.sql("""
                        select f.name, s.size, coalesce((select sum(uses) from authoring.file_use u
                            where u.course_id = c.id and u.sha256 = f.sha256), 0) as uses
                        from authoring.course c join authoring.publication_file f on f.publication_id = c.publication
                        join platform.file s using (sha256)
                        where c.id = ? and coalesce(f.media_type, s.media_type) not like 'image/%'
                        order by uses desc, f.name limit ?""")
                .param(course.value())
                .param(LISTED)
                .query((row, _) -> new FileUse(row.getString("name"), row.getLong("size"), row.getLong("uses")))
                .list();
    }

    @PreDestroy
    @Open("the platform stops")
    public void stop() {
        writer.shutdown();
        write();
    }

    /** What cannot be written now is counted again with the next. */
    private synchronized void write() {
        for (var key : List.copyOf(counted.keySet())) {
            var uses = counted.remove(key);
            if (uses == null) continue;
            try {
                write(key, uses);
            } catch (RuntimeException e) {
                counted.merge(key, uses, Long::sum);
                LOG.warn("fetched files are counted later: {}", e.getMessage());
                return;
            }
        }
    }

    private void write(Key key, long uses) {
        sql.sql("""
                insert into authoring.file_use (course_id, sha256, day, uses) values (?, ?, ?, ?)
                on conflict (course_id, sha256, day) do update set uses = file_use.uses + excluded.uses""")
                .param(key.course().value())
                .param(HexFormat.of().parseHex(key.hash()))
                .param(key.day())
                .param(uses)
                .update();
    }
}
