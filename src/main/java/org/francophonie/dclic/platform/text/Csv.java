package org.francophonie.dclic.platform.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a table for spreadsheets (RFC 4180, parts separated by semicolons as French ones expect them). A part that a
 * spreadsheet would run as a formula is made plain text.
 */
public final class Csv {
    /** What tells a spreadsheet that the file is in UTF-8. */
    public static final String MARK = "\uFEFF";

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /** One line with its end. */
    public static String line(List<String> parts) {
        return parts.stream().map(Csv::part).collect(Collectors.joining(";")) + "\r\n";
    }

    private static String part(String text) {
        var plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
