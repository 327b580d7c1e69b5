package org.francophonie.dclic.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody looks for, as it stands in an address.
 *
 * @param words as typed, perhaps empty
 * @param filters values wanted of each facet; within a facet any of them will do
 * @param page from 0
 */
public record Search(String words, Map<Facet, Set<String>> filters, int page) {
    public static final int PAGE = 20;
    public static final int LONGEST_WORDS = 200;
    private static final int LONGEST_VALUE = 60;
    private static final int MOST_VALUES = 10;
    private static final int LAST_PAGE = 500;

    /** What does not make sense in an address is ignored: an old or mangled link still shows courses. */
    public static Search of(Map<String, List<String>> parameters) {
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = new LinkedHashSet<String>();
            for (var value : parameters.getOrDefault(facet.parameter(), List.of()))
                if (!value.isBlank() && value.length() <= LONGEST_VALUE && values.size() < MOST_VALUES)
                    values.add(value.replace("\u0000", ""));
            if (!values.isEmpty()) filters.put(facet, values);
        }
        return new Search(words(first(parameters, "q")), filters, page(first(parameters, "page")));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst() == null ? "" : values.getFirst();
    }

    private static String words(String typed) {
        var words = typed.strip().replace("\u0000", "");
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(text) - 1, 0, LAST_PAGE) : 0;
    }

    public boolean wants(Facet facet, String value) {
        return filters.getOrDefault(facet, Set.of()).contains(value);
    }

    /** With this value wanted, or no longer wanted; from the first page. */
    public Search toggled(Facet facet, String value) {
        var changed = new EnumMap<Facet, Set<String>>(Facet.class);
        changed.putAll(filters);
        var values = new LinkedHashSet<>(filters.getOrDefault(facet, Set.of()));
        if (!values.remove(value)) values.add(value);
        changed.put(facet, values);
        return new Search(words, changed, 0);
    }

    public Search atPage(int other) {
        return new Search(words, filters, other);
    }

    /** As it stands behind the question mark of an address; empty when everything is shown. */
    public String query() {
        var parameters = new ArrayList<String>();
        if (!words.isEmpty()) parameters.add("q=" + encode(words));
        filters.forEach(
                (facet, values) -> values.forEach(value -> parameters.add(facet.parameter() + "=" + encode(value))));
        if (page > 0) parameters.add("page=" + (page + 1));
        return String.join("&", parameters);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
