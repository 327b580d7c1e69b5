package org.francophonie.dclic.identity.imports;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a column of the file is about, told by its title in French or English, however it is written. */
enum Column {
    NAME(
            "nom",
            "nom complet",
            "nom et prenom",
            "prenom et nom",
            "nom prenom",
            "prenom nom",
            "name",
            "full name",
            "display name"),
    FIRST_NAME("prenom", "prenoms", "first name", "given name"),
    LAST_NAME("nom de famille", "last name", "surname", "family name"),
    EMAIL(
            "email",
            "e mail",
            "mail",
            "courriel",
            "adresse e mail",
            "adresse email",
            "adresse electronique",
            "email address"),
    BIRTH_YEAR(
            "annee de naissance",
            "annee naissance",
            "naissance",
            "date de naissance",
            "ne en",
            "birth year",
            "year of birth",
            "date of birth",
            "birth date"),
    COUNTRY("pays", "pays de residence", "country"),
    LANGUAGE("langue", "language"),
    PROFILE("profil", "profile"),
    GROUP("groupe", "classe", "cohorte", "organisation", "group", "class", "cohort"),
    UNTIL("fin", "date de fin", "fin du profil", "jusqu au", "until", "end", "end date");

    private final Set<String> titles;

    Column(String... titles) {
        this.titles = Set.of(titles);
    }

    /** Where each stands, the first if there are several of a kind. */
    static Map<Column, Integer> find(List<String> titles) {
        var found = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < titles.size(); i++) {
            var title = plain(titles.get(i));
            for (var column : values()) if (column.titles.contains(title)) found.putIfAbsent(column, i);
        }
        return found;
    }

    /** Without accents, case and signs, as titles are compared and names of countries. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
