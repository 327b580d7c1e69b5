package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.router.QueryParameters;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.platform.access.Right;

/**
 * What somebody looks for among the rights: words of their names or of what they are for, without regard to accents and case,
 * and how much harm they can do.
 */
record RightSearch(String text, Optional<Right.Risk> risk) {
    static final RightSearch ALL = new RightSearch("", Optional.empty());

    private static final String TEXT = "q";
    private static final String RISK = "risque";

    static RightSearch read(QueryParameters asked) {
        return new RightSearch(
                asked.getSingleParameter(TEXT).orElse(""),
                asked.getSingleParameter(RISK).flatMap(RightSearch::risk));
    }

    static Optional<Right.Risk> risk(String name) {
        return Arrays.stream(Right.Risk.values())
                .filter(risk -> risk.name().equals(name))
                .findFirst();
    }

    /** As it stands in an address. */
    QueryParameters query() {
        var query = new HashMap<String, String>();
        if (!text.isBlank()) query.put(TEXT, text.strip());
        risk.ifPresent(wanted -> query.put(RISK, wanted.name()));
        return QueryParameters.simple(Map.copyOf(query));
    }

    boolean isAll() {
        return text.isBlank() && risk.isEmpty();
    }

    /** Every word, in the language of the person in front of the screen. */
    boolean finds(Right right) {
        if (risk.filter(wanted -> wanted != right.risk()).isPresent()) return false;
        var said = plain(RightsWords.name(right) + " " + RightsWords.word("right." + right + ".help"));
        return Arrays.stream(plain(text).split(" ")).allMatch(said::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .strip()
                .replaceAll("\\s+", " ");
    }
}
