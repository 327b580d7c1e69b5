package org.francophonie.dclic.authoring.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.francophonie.dclic.authoring.FetchCount;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ids.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts how often the documents, sounds and films of published courses are fetched, for their authors; never by whom. */
@Service
@Transactional
public class FileUses implements FetchCount {
    private static final int LISTED = 100;

    private final JdbcClient sql;
    private final Clock clock;

    FileUses(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One file of a course.
     *
     * @param size in bytes
     * @param uses since the course was first published
     */
    public record FileUse(String name, long size, long uses) {}

    @Override
    @Requires(Right.READ_COURSE)
    public void count(CourseId course, String hash) {
        sql.sql("""
                insert into authoring.file_use (course_id, sha256, day, uses) values (?, ?, ?, 1)
                on conflict (course_id, sha256, day) do update set uses = file_use.uses + 1""")
                .param(course.value())
                .param(HexFormat.of().parseHex(hash))
                .param(LocalDate.now(clock))
                .update();
    }

    /** The files of the current version that are no pictures, most fetched first. */
    @Requires(value = Right.READ_DRAFT_COURSE, on = "course")
    @Transactional(readOnly = true)
    public List<FileUse> of(CourseId course) {
        return sql.sql("""
                        select f.name, s.size, coalesce((select sum(uses) from authoring.file_use u
                            where u.course_id = c.id and u.sha256 = f.sha256), 0) as uses
                        from authoring.course c join authoring.publication_file f on f.publication_id = c.publication
                        join platform.file s using (sha256)
                        where c.id = ? and s.media_type not like 'image/%' order by uses desc, f.name limit ?""")
                .param(course.value())
                .param(LISTED)
                .query((row, _) -> new FileUse(row.getString("name"), row.getLong("size"), row.getLong("uses")))
                .list();
    }
}
