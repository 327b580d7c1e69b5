package org.francophonie.dclic.platform.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An age that laws fix country by country, written as {@code 15, BE 13, LU 16}: first the one where nothing else is said.
 *
 * @param byCountry by ISO 3166-1 alpha-2 code
 */
public record AgesByCountry(int elsewhere, Map<String, Integer> byCountry) {
    private static final int LEAST = 10;
    private static final int MOST = 21;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public AgesByCountry {
        byCountry = Map.copyOf(byCountry);
    }

    /** @throws IllegalArgumentException when it cannot be read */
    public static AgesByCountry read(String text) {
        var parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        return new AgesByCountry(
                age(parts.getFirst()),
                parts.stream()
                        .skip(1)
                        .map(part -> List.of(part.split("\\s+")))
                        .collect(Collectors.toMap(AgesByCountry::country, part -> age(part.getLast()))));
    }

    private static String country(List<String> part) {
        if (part.size() != 2 || !COUNTRIES.contains(part.getFirst()))
            throw new IllegalArgumentException("a country and an age: " + part);
        return part.getFirst();
    }

    private static int age(String text) {
        int age = Integer.parseInt(text);
        if (age < LEAST || age > MOST) throw new IllegalArgumentException("no such age: " + age);
        return age;
    }

    public int in(String country) {
        return byCountry.getOrDefault(country, elsewhere);
    }

    /** As {@link #read} reads it. */
    @Override
    public String toString() {
        return new TreeMap<>(byCountry)
                .entrySet().stream()
                        .map(entry -> ", " + entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("", String.valueOf(elsewhere), ""));
    }
}
