package org.francophonie.dclic.identity.domain;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;

/** Names compared as the database compares them: without regard to accents and case. */
public final class Folded {
    private static final char ESCAPE = '\\';

    private Folded() {}

    public static Expression<String> of(CriteriaBuilder build, Expression<String> text) {
        return build.function("catalogue.fold", String.class, text);
    }

    /** Is the word a part of it? What means more than itself in a pattern is but a letter here. */
    public static Predicate contains(CriteriaBuilder build, Expression<String> text, String word) {
        var pattern = "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%";
        return build.like(of(build, text), of(build, build.literal(pattern)), ESCAPE);
    }

    public static Predicate is(CriteriaBuilder build, Expression<String> text, String word) {
        return build.equal(of(build, text), of(build, build.literal(word)));
    }
}
