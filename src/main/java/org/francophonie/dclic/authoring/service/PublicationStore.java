package org.francophonie.dclic.authoring.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.authoring.PublicationId;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.platform.cache.Kept;
import org.francophonie.dclic.platform.files.StoredFile;
import org.francophonie.dclic.platform.ids.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads publications. They never change, so the ones in use are kept in memory, shared by all screens. */
@Component
class PublicationStore {
    /** Characters of the documents that are kept. */
    private static final long MOST_CHARACTERS = 16_000_000;

    private record Loaded(Publication publication, int characters) {}

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Kept<UUID, Loaded> kept = new Kept<>(MOST_CHARACTERS, Loaded::characters);

    PublicationStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<Publication> current(CourseId course) {
        return sql.sql("select publication from authoring.course where id = ? and status = 'PUBLISHED'")
                .param(course.value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> version(new PublicationId(id)));
    }

    Optional<Publication> currentByCode(String code) {
        return sql.sql("select publication from authoring.course where code = ? and status = 'PUBLISHED'")
                .param(code)
                .query(UUID.class)
                .optional()
                .flatMap(id -> version(new PublicationId(id)));
    }

    Optional<Publication> version(PublicationId id) {
        var known = kept.find(id.value());
        if (known.isPresent()) return known.map(Loaded::publication);
        var read = sql.sql(
                        "select id, course_id, number, schema, document, published_at from authoring.publication where id = ?")
                .param(id.value())
                .query((row, _) -> load(row))
                .optional();
        read.ifPresent(loaded -> kept.keep(id.value(), loaded));
        return read.map(Loaded::publication);
    }

    private Loaded load(ResultSet row) throws SQLException {
        var document = row.getString("document");
        return new Loaded(
                new Publication(
                        new PublicationId(row.getObject("id", UUID.class)),
                        new CourseId(row.getObject("course_id", UUID.class)),
                        row.getInt("number"),
                        row.getTimestamp("published_at").toInstant(),
                        Upcaster.read(json, row.getInt("schema"), document)),
                document.length());
    }

    /** What was published before kinds were kept has the one of the store. */
    Optional<StoredFile> file(CourseId course, String hash) {
        return sql.sql("""
                        select s.size, coalesce(f.media_type, s.media_type) as media_type
                        from authoring.publication_file f join authoring.publication p on p.id = f.publication_id
                        join platform.file s using (sha256)
                        where p.course_id = ? and f.sha256 = ? order by p.number desc limit 1""")
                .param(course.value())
                .param(HexFormat.of().parseHex(hash))
                .query((row, _) -> new StoredFile(hash, row.getLong("size"), row.getString("media_type")))
                .optional();
    }

    String write(PublishedCourse document) {
        return json.writeValueAsString(document);
    }
}
