package org.francophonie.dclic.platform.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that an administrator may change, with its type and its default.
 *
 * @param key also the message key of its label, after {@code setting.}
 * @param part of the screen
 * @param allowed whether a value makes sense
 */
public record Setting<T>(String key, Part part, T standard, Function<String, T> read, Predicate<T> allowed) {
    /** Under which heading it stands. */
    public enum Part {
        PLATFORM,
        LEGAL,
        JOINING,
        SESSIONS,
        KEEPING
    }

    public static final Setting<Boolean> REGISTRATION_OPEN = flag("registration-open", Part.JOINING, true);

    /** How people reach whoever runs the platform; shown where they look for help. */
    public static final Setting<String> CONTACT = text("contact", Part.PLATFORM, "", 200);

    /** What the law wants on the pages of words; a line that is empty is not shown. */
    public static final Setting<String> PUBLISHER = text("publisher", Part.LEGAL, "", 300);

    public static final Setting<String> PUBLICATION_DIRECTOR = text("publication-director", Part.LEGAL, "", 300);
    public static final Setting<String> HOST = text("host", Part.LEGAL, "", 300);

    /** Who decides what is kept about people and why (regulation (EU) 2016/679, article 13). */
    public static final Setting<String> CONTROLLER = text("controller", Part.LEGAL, "", 300);

    public static final Setting<String> PRIVACY_CONTACT = text("privacy-contact", Part.LEGAL, "", 300);
    public static final Setting<String> AUTHORITY = text("authority", Part.LEGAL, "", 300);

    public static final Setting<Integer> SUGGESTIONS = number("suggestions", Part.PLATFORM, 3, 0, 12);
    public static final Setting<Integer> REMEMBERED_DAYS = number("remembered-days", Part.SESSIONS, 30, 1, 90);

    /** In how many browsers a person may be signed in at once; the least used gives way. */
    public static final Setting<Integer> SESSIONS_EACH = number("sessions-each", Part.SESSIONS, 1, 1, 5);

    /** After so long without an act of the person the session ends. */
    public static final Setting<Integer> IDLE_MINUTES = number("idle-minutes", Part.SESSIONS, 30, 2, 240);

    /** For so long somebody who gave her secret is taken to be still the one who sits there, before acts of great harm. */
    public static final Setting<Integer> SECRET_MINUTES = number("secret-minutes", Part.SESSIONS, 20, 2, 240);

    /** People whose data somebody may look at within an hour; more than that is no work but a raid. */
    public static final Setting<Integer> READS_AN_HOUR = number("reads-an-hour", Part.PLATFORM, 1000, 100, 20_000);

    /** People whose data one file may carry away before somebody else has to agree. */
    public static final Setting<Integer> EXPORT_ALONE = number("export-alone", Part.PLATFORM, 500, 1, 50_000);

    /** Months of the audit trail that stay at hand; older ones go to the archive. */
    public static final Setting<Integer> AUDIT_MONTHS = number("audit-months", Part.PLATFORM, 36, 12, 120);

    /** Texts that somebody began and left; in days after the last letter was typed. */
    public static final Setting<Integer> KEEP_DRAFTS = number("keep-drafts", Part.KEEPING, 365, 30, 3650);

    /** Former versions of courses that nobody follows; in days after another version took their place. */
    public static final Setting<Integer> KEEP_VERSIONS = number("keep-versions", Part.KEEPING, 365, 30, 3650);

    /** Files that no course holds any more; in days after they were last brought in. */
    public static final Setting<Integer> KEEP_FILES = number("keep-files", Part.KEEPING, 30, 7, 3650);

    /** What an import of a course took and left out; in days after it ended. */
    public static final Setting<Integer> KEEP_IMPORT_REPORTS =
            number("keep-import-reports", Part.KEEPING, 365, 30, 3650);

    /** Letters that have left, or never will; in days. */
    public static final Setting<Integer> KEEP_LETTERS = number("keep-letters", Part.KEEPING, 90, 30, 365);

    /** Sessions that have ended, with their addresses; in days. */
    public static final Setting<Integer> KEEP_SESSIONS = number("keep-sessions", Part.KEEPING, 90, 30, 365);

    /** Incidents, in days: nobody asks for one after three months. */
    public static final Setting<Integer> KEEP_INCIDENTS = number("keep-incidents", Part.KEEPING, 90, 30, 365);

    /** What was already done, so that a press that comes twice does it once; in days. */
    public static final Setting<Integer> KEEP_COMMANDS = number("keep-commands", Part.KEEPING, 30, 7, 365);

    /**
     * From which age somebody decides alone what is kept about them (article 8 of regulation (EU) 2016/679 and the laws that
     * fix the age); the French one where we know of none. Younger people need a guardian.
     */
    public static final Setting<AgesByCountry> CONSENT_AGES = new Setting<>(
            "consent-ages",
            Part.JOINING,
            AgesByCountry.read(
                    "15, BE 13, BG 14, CY 14, DE 16, HR 16, HU 16, IE 16, LI 16, LU 16, NL 16, PL 16, RO 16, SK 16"),
            AgesByCountry::read,
            _ -> true);

    /** All of them, in the order in which they are shown. */
    public static final List<Setting<?>> ALL = List.of(
            REGISTRATION_OPEN,
            CONTACT,
            PUBLISHER,
            PUBLICATION_DIRECTOR,
            HOST,
            CONTROLLER,
            PRIVACY_CONTACT,
            AUTHORITY,
            SUGGESTIONS,
            REMEMBERED_DAYS,
            SESSIONS_EACH,
            IDLE_MINUTES,
            SECRET_MINUTES,
            READS_AN_HOUR,
            EXPORT_ALONE,
            AUDIT_MONTHS,
            CONSENT_AGES,
            KEEP_DRAFTS,
            KEEP_VERSIONS,
            KEEP_FILES,
            KEEP_IMPORT_REPORTS,
            KEEP_LETTERS,
            KEEP_SESSIONS,
            KEEP_INCIDENTS,
            KEEP_COMMANDS);

    private static Setting<Boolean> flag(String key, Part part, boolean standard) {
        return new Setting<>(key, part, standard, Setting::flag, _ -> true);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static Setting<String> text(String key, Part part, String standard, int longest) {
        return new Setting<>(key, part, standard, Function.identity(), value -> value.length() <= longest);
    }

    private static Setting<Integer> number(String key, Part part, int standard, int least, int most) {
        return new Setting<>(key, part, standard, Integer::valueOf, value -> value >= least && value <= most);
    }

    /** The value written as text, when it is one this setting allows. */
    public T parse(String text) {
        T value;
        try {
            value = read.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw new SettingRefused(key, text);
        }
        if (!allowed.test(value)) throw new SettingRefused(key, text);
        return value;
    }

    /** Nothing when no setting has that key (any more). */
    public static Optional<Setting<?>> named(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** Does what was written make sense? */
    public boolean allows(String text) {
        try {
            parse(text);
            return true;
        } catch (SettingRefused _) {
            return false;
        }
    }

    public boolean isFlag() {
        return standard instanceof Boolean;
    }
}
