package org.francophonie.dclic.identity.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.imports.Line.Outcome;
import org.francophonie.dclic.identity.service.PeopleDesk.Facts;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.tables.TableReader.Row;
import org.francophonie.dclic.platform.text.Day;

/** Makes lines of rows: what people write for a country, a year, a day is understood where it can be, and kept as it is where not. */
final class LineReader {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");
    private static final int LONGEST = 300;
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final Map<String, String> COUNTRIES = countries();

    private final Map<Column, Integer> places;
    private final Map<String, String> profiles;
    private final Function<Facts, List<String>> problems;
    private final Function<String, List<GroupId>> groups;
    private final Map<String, List<GroupId>> known = new HashMap<>();
    private final LocalDate today;
    private final Ids ids;

    /**
     * @param titles the first row
     * @param profiles codes by plain names and codes
     * @param problems what is wrong with a name, a year, a country
     * @param groups of exactly that name, among those into which whoever imports may take people
     */
    LineReader(
            Row titles,
            Map<String, String> profiles,
            Function<Facts, List<String>> problems,
            Function<String, List<GroupId>> groups,
            LocalDate today,
            Ids ids) {
        places = Column.find(titles.cells());
        this.profiles = profiles;
        this.problems = problems;
        this.groups = groups;
        this.today = today;
        this.ids = ids;
    }

    private static Map<String, String> countries() {
        var countries = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            countries.put(Column.plain(code), code);
            for (var language : Words.LANGUAGES)
                countries.put(Column.plain(Locale.of("", code).getDisplayCountry(language)), code);
        }
        return countries;
    }

    /** The columns without which there is nobody to make, and that are not there. */
    List<Column> missing() {
        var missing = new ArrayList<Column>();
        if (!places.containsKey(Column.NAME) && !places.containsKey(Column.LAST_NAME)) missing.add(Column.NAME);
        for (var column : List.of(Column.EMAIL, Column.BIRTH_YEAR, Column.COUNTRY))
            if (!places.containsKey(column)) missing.add(column);
        return missing;
    }

    Line read(Row row) {
        var name = name(row);
        var year = year(cell(row, Column.BIRTH_YEAR));
        var country = country(cell(row, Column.COUNTRY));
        var wrong = new TreeSet<>(problems.apply(new Facts(name, year, country)));
        var email = cell(row, Column.EMAIL);
        var language = cell(row, Column.LANGUAGE);
        var profile = cell(row, Column.PROFILE);
        var until = cell(row, Column.UNTIL);
        var key = key(email, wrong);
        if (!language.isEmpty() && language(language).isEmpty()) wrong.add("people-import.wrong.language");
        if (!profile.isEmpty() && code(profile).isEmpty()) wrong.add("people-import.wrong.profile");
        var day = day(until);
        var group = cell(row, Column.GROUP);
        checkGroup(group, wrong);
        if (!until.isEmpty() && day.filter(today::isBefore).isEmpty()) wrong.add("people-import.wrong.until");
        return new Line(
                row.number(),
                wrong.isEmpty() ? Outcome.READY : Outcome.WRONG,
                List.copyOf(wrong),
                ids.next(),
                name,
                email,
                key,
                year,
                country,
                language(language).orElse(language),
                code(profile).orElse(profile),
                day.map(LocalDate::toString).orElse(until),
                group);
    }

    private String cell(Row row, Column column) {
        return Optional.ofNullable(places.get(column))
                .map(row::cell)
                .map(LineReader::cut)
                .orElse("");
    }

    /** Longer than anything that is right: the rest would only be kept. */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private String name(Row row) {
        return Stream.of(Column.FIRST_NAME, Column.NAME, Column.LAST_NAME)
                .map(column -> cell(row, column))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "))
                .transform(LineReader::cut);
    }

    /** A year, or the year of a day; a spreadsheet may write 1990.0. */
    private static String year(String typed) {
        var year = YEAR.matcher(typed);
        if (year.find()) return year.group();
        return serial(typed).map(day -> String.valueOf(day.getYear())).orElse(typed);
    }

    private static String country(String typed) {
        return COUNTRIES.getOrDefault(Column.plain(typed), typed);
    }

    private static Optional<String> key(String typed, TreeSet<String> wrong) {
        try {
            return Optional.of(EmailAddress.parse(typed).key());
        } catch (EmailAddress.Refused refused) {
            wrong.add("email." + refused.problem());
            return Optional.empty();
        }
    }

    private static Optional<String> language(String typed) {
        var plain = Column.plain(typed);
        return Words.LANGUAGES.stream()
                .filter(each -> plain.equals(each.getLanguage())
                        || Words.LANGUAGES.stream()
                                .anyMatch(said -> plain.equals(Column.plain(each.getDisplayLanguage(said)))))
                .map(Locale::getLanguage)
                .findFirst();
    }

    private void checkGroup(String typed, TreeSet<String> wrong) {
        if (typed.isEmpty()) return;
        var found = known.computeIfAbsent(typed, groups);
        if (found.isEmpty()) wrong.add("people-import.wrong.group");
        else if (found.size() > 1) wrong.add("people-import.wrong.groups");
    }

    private Optional<String> code(String typed) {
        return Optional.ofNullable(profiles.get(Column.plain(typed)));
    }

    private static Optional<LocalDate> day(String typed) {
        return Day.read(typed).or(() -> serial(typed));
    }

    /** A day as workbooks keep it: so many days after the last but one of 1899 (ECMA-376 part 1, 18.17.4.1). */
    private static Optional<LocalDate> serial(String typed) {
        return SERIAL.matcher(typed).matches()
                ? Optional.of(LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(typed)))
                : Optional.empty();
    }
}
