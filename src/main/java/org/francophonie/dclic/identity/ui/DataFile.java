package org.francophonie.dclic.identity.ui;

import java.util.List;
import org.francophonie.dclic.platform.personal.PersonalData.Table;
import org.springframework.web.util.HtmlUtils;

/** Everything that is kept about somebody, as a file for machines or for reading. */
final class DataFile {
    private DataFile() {}

    /** A page that needs nothing else. */
    static String html(List<Table> tables, String title, String language) {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escaped(title)
                + "</title></head><body><h1>"
                + escaped(title) + "</h1>");
        for (var table : tables) {
            page.append("<h2>").append(escaped(table.name())).append("</h2>");
            for (var row : table.rows()) {
                page.append("<dl>");
                row.forEach((column, value) -> page.append("<dt>")
                        .append(escaped(column))
                        .append("</dt><dd dir=\"auto\">")
                        .append(escaped(value))
                        .append("</dd>"));
                page.append("</dl><hr>");
            }
        }
        return page.append("</body></html>").toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
