package org.francophonie.dclic.catalogue.service;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.catalogue.Catalogue;
import org.francophonie.dclic.catalogue.CatalogueShelf;
import org.francophonie.dclic.catalogue.CourseCard;
import org.francophonie.dclic.catalogue.CourseRow;
import org.francophonie.dclic.catalogue.Found;
import org.francophonie.dclic.catalogue.Search;
import org.francophonie.dclic.catalogue.domain.Spelling;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ids.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows published courses: found by words, narrowed by filters, one by one. */
@Service
@Transactional(readOnly = true)
public class CatalogueService implements Catalogue, CatalogueShelf {
    static final String ROW = "course_id, code, slug, title, summary, level, theme, licence, minutes, bytes, lessons";
    /** Different words of one course that search looks through. */
    private static final int MOST_WORDS = 20_000;

    /** How cards are indexed today; raised when that changes, so that older cards are put again. */
    private static final int INDEXED = 1;

    private final JdbcClient sql;
    private final CatalogueSearch search;

    CatalogueService(JdbcClient sql, CatalogueSearch search) {
        this.sql = sql;
        this.search = search;
    }

    @Override
    @Requires(Right.READ_CATALOGUE)
    public Found search(Search wanted) {
        return search.run(wanted);
    }

    @Override
    @Requires(Right.READ_CATALOGUE)
    public Optional<CourseCard> card(CourseId course) {
        return sql.sql("select * from catalogue.card where course_id = ?")
                .param(course.value())
                .query((row, _) -> card(row))
                .optional();
    }

    @Override
    @Requires(Right.READ_CATALOGUE)
    public Optional<CourseCard> cardByCode(String code) {
        return sql.sql("select * from catalogue.card where code = ?")
                .param(code)
                .query((row, _) -> card(row))
                .optional();
    }

    @Override
    @Requires(Right.READ_CATALOGUE)
    public List<CourseRow> newest(int most, Set<CourseId> without) {
        return sql.sql("select " + ROW + " from catalogue.card where not course_id = any(cast(? as uuid[]))"
                        + " order by published_at desc, code limit ?")
                .param(array(without))
                .param(most)
                .query((row, _) -> row(row))
                .list();
    }

    @Override
    @Requires(Right.READ_CATALOGUE)
    public List<CourseRow> rows(Set<CourseId> courses) {
        return sql.sql("select " + ROW + " from catalogue.card where course_id = any(cast(? as uuid[]))")
                .param(array(courses))
                .query((row, _) -> row(row))
                .list();
    }

    @Override
    @Requires(Right.READ_CATALOGUE)
    public List<CourseRow> all(int page) {
        return sql.sql("select " + ROW + " from catalogue.card order by course_id limit 1000 offset ?")
                .param(page * 1000L)
                .query((row, _) -> row(row))
                .list();
    }

    private static String array(Set<CourseId> ids) {
        return ids.stream().map(CourseId::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Called by authoring within the act of publishing, which asks for its own right. */
    @Override
    @Transactional
    @Requires(Right.PUBLISH_COURSE)
    public void put(CourseCard card) {
        var title = String.join(" ", Spelling.words(card.title()));
        var keywords = String.join(" ", Spelling.words(String.join(" ", card.keywords()) + " " + card.theme()));
        var summary = String.join(" ", Spelling.words(card.summary() + " " + String.join(" ", card.objectives())));
        var sections = text(card.sections().stream().map(CourseCard.Section::title));
        var body = text(card.sections().stream().map(CourseCard.Section::text));
        sql.sql("""
                insert into catalogue.card (course_id, code, slug, title, summary, audience, prerequisite, objectives, authors, keywords,
                    theme, level, language, type, licence, minutes, bytes, lessons, has_quiz, published_at, search, words,
                    indexed)
                values (:id, :code, :slug, :title, :summary, :audience, :prerequisite, :objectives, :authors, :keywords,
                    :theme, :level, :language, :type, :licence, :minutes, :bytes, :lessons, :quiz, :at,
                    setweight(to_tsvector('french', :a), 'A') || setweight(to_tsvector('simple', :a), 'A')
                    || setweight(to_tsvector('french', :b), 'B') || setweight(to_tsvector('simple', :b), 'B')
                    || setweight(to_tsvector('french', :c), 'C') || setweight(to_tsvector('simple', :c), 'C')
                    || setweight(to_tsvector('french', :d), 'D') || setweight(to_tsvector('simple', :d), 'D'), :words, :indexed)
                on conflict (course_id) do update set code = excluded.code, slug = excluded.slug, title = excluded.title,
                    summary = excluded.summary, audience = excluded.audience, prerequisite = excluded.prerequisite,
                    objectives = excluded.objectives, authors = excluded.authors, keywords = excluded.keywords,
                    theme = excluded.theme, level = excluded.level, language = excluded.language, type = excluded.type,
                    licence = excluded.licence, minutes = excluded.minutes, bytes = excluded.bytes, lessons = excluded.lessons,
                    has_quiz = excluded.has_quiz, published_at = excluded.published_at, search = excluded.search,
                    words = excluded.words, indexed = excluded.indexed""")
                .param("indexed", INDEXED)
                .param("id", card.id().value())
                .param("code", card.code())
                .param("slug", card.slug())
                .param("title", card.title())
                .param("summary", card.summary())
                .param("audience", card.audience())
                .param("prerequisite", card.prerequisite())
                .param("objectives", card.objectives().toArray(String[]::new))
                .param("authors", card.authors().toArray(String[]::new))
                .param("keywords", card.keywords().toArray(String[]::new))
                .param("theme", card.theme())
                .param("level", card.level())
                .param("language", card.language())
                .param("type", card.type())
                .param("licence", card.licence())
                .param("minutes", card.minutes())
                .param("bytes", card.bytes())
                .param("lessons", card.sections().size())
                .param("quiz", card.hasQuiz())
                .param("at", Timestamp.from(card.publishedAt()))
                .param("a", title)
                .param("b", keywords)
                .param("c", summary + " " + sections)
                .param("d", body)
                .param("words", title + " " + keywords)
                .update();
        sections(card);
        learn(Stream.of(title, keywords, summary, sections, body));
    }

    private void sections(CourseCard card) {
        sql.sql("delete from catalogue.section where course_id = ?")
                .param(card.id().value())
                .update();
        int number = 0;
        for (var section : card.sections())
            sql.sql("""
                    insert into catalogue.section (course_id, number, title, search) values (:id, :number, :title,
                        setweight(to_tsvector('french', :a), 'A') || setweight(to_tsvector('simple', :a), 'A')
                        || setweight(to_tsvector('french', :d), 'D') || setweight(to_tsvector('simple', :d), 'D'))""")
                    .param("id", card.id().value())
                    .param("number", ++number)
                    .param("title", section.title())
                    .param("a", text(Stream.of(section.title())))
                    .param("d", text(Stream.of(section.text())))
                    .update();
    }

    /** Each word once. */
    private static String text(Stream<String> texts) {
        return texts.flatMap(text -> Spelling.words(text).stream())
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.joining(" "));
    }

    @Override
    @Open("ids of courses that everybody may read")
    public Set<CourseId> outdated() {
        return sql.sql("select course_id from catalogue.card where indexed < ?")
                .param(INDEXED)
                .query((row, _) -> new CourseId(row.getObject("course_id", UUID.class)))
                .set();
    }

    /** The words of a card join those that misspelt words are compared with. */
    private void learn(Stream<String> texts) {
        var words = texts.flatMap(text -> Stream.of(text.split(" ")))
                .filter(word -> word.length() >= 3)
                .distinct()
                .toArray(String[]::new);
        sql.sql("insert into catalogue.word (word) select unnest(cast(? as text[])) on conflict do nothing")
                .param(words)
                .update();
    }

    static CourseRow row(ResultSet row) throws SQLException {
        return new CourseRow(
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getString("code"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("level"),
                row.getString("theme"),
                row.getString("licence"),
                row.getInt("minutes"),
                row.getLong("bytes"),
                row.getInt("lessons"));
    }

    private static CourseCard card(ResultSet row) throws SQLException {
        return new CourseCard(
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getString("code"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("audience"),
                row.getString("prerequisite"),
                texts(row.getArray("objectives")),
                texts(row.getArray("authors")),
                texts(row.getArray("keywords")),
                row.getString("theme"),
                row.getString("level"),
                row.getString("language"),
                row.getString("type"),
                row.getString("licence"),
                row.getInt("minutes"),
                row.getLong("bytes"),
                List.of(),
                row.getBoolean("has_quiz"),
                row.getTimestamp("published_at").toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
