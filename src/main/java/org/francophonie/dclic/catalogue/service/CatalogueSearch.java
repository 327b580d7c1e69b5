package org.francophonie.dclic.catalogue.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.francophonie.dclic.catalogue.CourseRow;
import org.francophonie.dclic.catalogue.Facet;
import org.francophonie.dclic.catalogue.Found;
import org.francophonie.dclic.catalogue.Passage;
import org.francophonie.dclic.catalogue.Search;
import org.francophonie.dclic.catalogue.domain.Spelling;
import org.francophonie.dclic.platform.ids.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Searches cards by PostgreSQL's French text search over unaccented words. A word that no card holds is taken for the
 * nearest one that a card does hold, and the page says so. What is typed only ever reaches the database as a parameter.
 */
@Component
class CatalogueSearch {
    private static final int CANDIDATES = 40;
    private static final int SUGGESTIONS = 2;
    private final JdbcClient sql;

    CatalogueSearch(JdbcClient sql) {
        this.sql = sql;
    }

    Found run(Search search) {
        var readings = meaningful(Spelling.question(search.words()));
        var words = readings.stream().map(this::understood).toList();
        var where = new Where(words, search.filters());
        var rows = rows(where, search.page());
        var total = rows.size() < Search.PAGE && search.page() == 0 ? rows.size() : count(where);
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        for (var facet : Facet.values()) counts.put(facet, counts(where, facet));
        return new Found(
                rows,
                passages(where, rows),
                total,
                corrected(readings, words),
                counts,
                total == 0 ? suggestions() : List.of());
    }

    /** Title, keywords and theme (weights A and B) explain themselves; of other courses the best lesson is named. */
    private Map<CourseId, Passage> passages(Where where, List<CourseRow> rows) {
        var found = new HashMap<CourseId, Passage>();
        if (!where.hasWords() || rows.isEmpty()) return found;
        where.bindWords(sql.sql("select distinct on (course_id) course_id, s.number, s.title"
                        + where.from() + " join catalogue.section s using (course_id)"
                        + " where course_id in (:courses) and s.search @@ query"
                        + " and not ts_filter(card.search, '{a,b}') @@ query"
                        + " order by course_id, ts_rank(s.search, query) desc, s.number"))
                .param("courses", rows.stream().map(row -> row.id().value()).toList())
                .query((java.sql.ResultSet row) -> {
                    found.put(
                            new CourseId(row.getObject("course_id", UUID.class)),
                            new Passage(row.getInt("number"), row.getString("title")));
                });
        return found;
    }

    /** Without words such as "les", unless there are no others. */
    private List<List<String>> meaningful(List<List<String>> readings) {
        var kept = readings.stream()
                .filter(reading -> !isStopWord(reading.getLast()))
                .toList();
        return kept.isEmpty() ? readings : kept;
    }

    private boolean isStopWord(String word) {
        return sql.sql("select numnode(to_tsquery('french', ?)) = 0")
                .param(quoted(word))
                .query(Boolean.class)
                .single();
    }

    private static Optional<String> corrected(List<List<String>> readings, List<String> words) {
        var same =
                IntStream.range(0, words.size()).allMatch(i -> readings.get(i).contains(words.get(i)));
        return same ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    /** The first reading that some card holds, else the nearest word that one does hold, else what was typed. */
    private String understood(List<String> readings) {
        for (var word : readings) if (isKnown(word)) return word;
        for (var word : readings) {
            var nearest = nearest(word);
            if (nearest.isPresent()) return nearest.get();
        }
        return readings.getLast();
    }

    /** A stem that is itself a stop word ("pase" → "pas") stands for nothing. */
    private boolean isKnown(String word) {
        return sql.sql("""
                        select exists (select from catalogue.card where search @@ case
                            when ts_lexize('french_stem', (ts_lexize('french_stem', :word))[1]) = '{}'
                            then to_tsquery('simple', :quoted || ':*')
                            else to_tsquery('french', :quoted) || to_tsquery('simple', :quoted || ':*') end)""")
                .param("word", word)
                .param("quoted", quoted(word))
                .query(Boolean.class)
                .single();
    }

    private Optional<String> nearest(String word) {
        int slips = Spelling.slips(word);
        if (slips == 0) return Optional.empty();
        return sql
                .sql(
                        "select word from catalogue.word where length(word) between ? and ? order by similarity(word, ?) desc limit ?")
                .param(word.length() - slips)
                .param(word.length() + slips)
                .param(word)
                .param(CANDIDATES)
                .query(String.class)
                .list()
                .stream()
                .filter(known -> Spelling.distance(word, known) <= slips)
                .min(Comparator.comparingInt(known -> Spelling.distance(word, known)));
    }

    /** A word of letters and digits only, quoted all the same. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "") + "'";
    }

    private List<CourseRow> rows(Where where, int page) {
        var order = where.hasWords()
                ? "ts_rank(card.search, query) desc, published_at desc, code"
                : "published_at desc, code";
        return where.bind(sql.sql("select " + CatalogueService.ROW + where.from() + where.conditions(Optional.empty())
                        + " order by " + order + " limit :limit offset :offset"))
                .param("limit", Search.PAGE)
                .param("offset", (long) page * Search.PAGE)
                .query((row, _) -> CatalogueService.row(row))
                .list();
    }

    private long count(Where where) {
        return where.bind(sql.sql("select count(*)" + where.from() + where.conditions(Optional.empty())))
                .query(Long.class)
                .single();
    }

    private Map<String, Long> counts(Where where, Facet facet) {
        var found = new HashMap<String, Long>();
        where.bind(sql.sql("select " + facet.expression() + " as value, count(*) as n" + where.from()
                        + where.conditions(Optional.of(facet)) + " group by 1 order by 2 desc, 1 limit 30"))
                .query((java.sql.ResultSet row) -> {
                    found.put(row.getString("value"), row.getLong("n"));
                });
        var order = facet.order();
        return found.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Long>>comparingInt(entry -> order.indexOf(entry.getKey()))
                        .thenComparing(
                                Map.Entry.<String, Long>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }

    private List<CourseRow> suggestions() {
        return sql.sql("select " + CatalogueService.ROW
                        + " from catalogue.card order by published_at desc, code limit ?")
                .param(SUGGESTIONS)
                .query((row, _) -> CatalogueService.row(row))
                .list();
    }

    /** The conditions of one search; values are parameters, columns are ours. */
    private record Where(List<String> words, Map<Facet, Set<String>> filters) {

        boolean hasWords() {
            return !words.isEmpty();
        }

        String from() {
            if (!hasWords()) return " from catalogue.card";
            var query = IntStream.range(0, words.size())
                    .mapToObj(i -> "(to_tsquery('french', :w" + i + ") || to_tsquery('simple', :w" + i + " || ':*'))")
                    .collect(Collectors.joining(" && "));
            return " from (select " + query + " as query) q cross join catalogue.card";
        }

        /** A facet's own filter is left out when its values are counted: they are alternatives. */
        String conditions(Optional<Facet> counted) {
            var conditions = new ArrayList<String>();
            if (hasWords()) conditions.add("card.search @@ query");
            filters.forEach((facet, values) -> {
                if (!values.isEmpty() && counted.filter(facet::equals).isEmpty())
                    conditions.add("(" + facet.expression() + ") in (:" + facet.name() + ")");
            });
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }

        JdbcClient.StatementSpec bindWords(JdbcClient.StatementSpec statement) {
            var bound = statement;
            for (int i = 0; i < words.size(); i++) bound = bound.param("w" + i, quoted(words.get(i)));
            return bound;
        }

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
            var bound = bindWords(statement);
            for (var filter : filters.entrySet())
                if (!filter.getValue().isEmpty())
                    bound = bound.param(filter.getKey().name(), filter.getValue());
            return bound;
        }
    }
}
