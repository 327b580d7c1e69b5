package org.francophonie.dclic.identity.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What makes sense as a name and a country of somebody; the key of what to say when it does not. */
public final class PersonRule {
    public static final int LONGEST_NAME = 120;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private PersonRule() {}

    /** @param name cleaned */
    public static Optional<String> nameProblem(String name) {
        if (name.isEmpty()) return Optional.of("join.name.empty");
        return name.length() > LONGEST_NAME ? Optional.of("join.name.long") : Optional.empty();
    }

    /** @param country ISO 3166-1 alpha-2 */
    public static Optional<String> countryProblem(String country) {
        return COUNTRIES.contains(country) ? Optional.empty() : Optional.of("join.country.empty");
    }
}
