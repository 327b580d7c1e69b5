package org.francophonie.dclic.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What a list of courses can be narrowed by. The parameter is its name in addresses; the column or expression is ours, never
 * a visitor's.
 */
public enum Facet {
    THEME("theme", "theme"),
    LEVEL("niveau", "level"),
    DURATION(
            "duree",
            "case when minutes <= 60 then '1h' when minutes <= 180 then '3h' when minutes <= 600 then '10h' else 'plus' end"),
    LANGUAGE("langue", "language"),
    TYPE("type", "type"),
    LICENCE("licence", "licence"),
    WEIGHT(
            "poids",
            "case when bytes <= 300000 then '300Ko' when bytes <= 1000000 then '1Mo' when bytes <= 5000000 then '5Mo' else 'plus' end");

    private final String parameter;
    private final String expression;

    Facet(String parameter, String expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    public String parameter() {
        return parameter;
    }

    /** SQL over the table of cards. */
    public String expression() {
        return expression;
    }

    public static Optional<Facet> named(String parameter) {
        return List.of(values()).stream()
                .filter(facet -> facet.parameter.equals(parameter))
                .findFirst();
    }

    /** Values whose order is not that of their count. */
    public List<String> order() {
        return switch (this) {
            case LEVEL -> List.of("debutant", "intermediaire", "avance");
            case DURATION -> List.of("1h", "3h", "10h", "plus");
            case WEIGHT -> List.of("300Ko", "1Mo", "5Mo", "plus");
            default -> List.of();
        };
    }
}
