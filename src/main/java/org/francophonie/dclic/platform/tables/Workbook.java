package org.francophonie.dclic.platform.tables;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.francophonie.dclic.platform.files.PackageFiles;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.tables.TableReader.Row;
import org.francophonie.dclic.platform.tables.TableRefused.Reason;
import org.francophonie.dclic.platform.text.XmlFactory;

/**
 * The first sheet of a workbook (ECMA-376 part 1, 18.3 and 18.4): values as they are kept, nothing is computed. It is read as
 * it streams; only the texts that cells share are held.
 */
final class Workbook {
    private static final String BOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String SHARED = "xl/sharedStrings.xml";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int LETTERS = 26;
    private static final int FURTHEST = 20_000;

    /** Digits of any number that means something in a list of people; a few letters can stand for a thousand million zeros. */
    private static final int LONGEST_NUMBER = 40;

    /** All texts that cells share, in characters. */
    private static final int MOST_TEXT = 20_000_000;

    private final XmlFactory xml;

    Workbook(XmlFactory xml) {
        this.xml = xml;
    }

    void read(Path file, Consumer<Row> rows) throws IOException {
        try (var files = SafeUnzip.zip(file)) {
            var sheet = firstSheet(files);
            var shared = files.paths().contains(SHARED) ? shared(files) : List.<String>of();
            try (var in = files.open(sheet)) {
                rows(xml.stream(in), shared, rows);
            }
        } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException _) {
            throw new TableRefused(Reason.UNREADABLE);
        }
    }

    private String firstSheet(PackageFiles files) throws IOException, XMLStreamException {
        if (!files.paths().contains(BOOK)) throw new TableRefused(Reason.UNREADABLE);
        var relations = relations(files);
        try (var in = files.open(BOOK)) {
            var reader = xml.stream(in);
            while (reader.hasNext())
                if (isStart(reader, "sheet"))
                    return Optional.ofNullable(reader.getAttributeValue(RELATION, "id"))
                            .map(relations::get)
                            .filter(files.paths()::contains)
                            .orElseThrow(() -> new TableRefused(Reason.UNREADABLE));
        }
        throw new TableRefused(Reason.EMPTY);
    }

    private Map<String, String> relations(PackageFiles files) throws IOException, XMLStreamException {
        var relations = new HashMap<String, String>();
        if (!files.paths().contains(RELATIONS)) return relations;
        try (InputStream in = files.open(RELATIONS)) {
            var reader = xml.stream(in);
            while (reader.hasNext())
                if (isStart(reader, "Relationship")) {
                    var target = attribute(reader, "Target");
                    relations.put(
                            attribute(reader, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
        }
        return relations;
    }

    private List<String> shared(PackageFiles files) throws IOException, XMLStreamException {
        var texts = new ArrayList<String>();
        long size = 0;
        try (InputStream in = files.open(SHARED)) {
            var reader = xml.stream(in);
            while (reader.hasNext())
                if (isStart(reader, "si")) {
                    var text = text(reader, "si").strip();
                    size += text.length();
                    if (size > MOST_TEXT) throw new TableRefused(Reason.TOO_LARGE);
                    texts.add(text);
                }
        }
        return texts;
    }

    /** What the parts of a rich text say together; how it is pronounced is left out. */
    private static String text(XMLStreamReader reader, String end) throws XMLStreamException {
        var text = new StringBuilder();
        var spoken = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (reader.getLocalName().equals("rPh")) spoken = true;
                else if (reader.getLocalName().equals("t") && !spoken) append(reader, text);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals("rPh")) spoken = false;
                else if (reader.getLocalName().equals(end)) return text.toString();
            }
        }
        return text.toString();
    }

    /** No more of it than a cell may hold is ever kept. */
    private static void append(XMLStreamReader reader, StringBuilder text) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) return;
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                text.append(reader.getText());
            if (text.length() > TableReader.LONGEST_CELL) throw new TableRefused(Reason.TOO_LARGE);
        }
    }

    private static void rows(XMLStreamReader reader, List<String> shared, Consumer<Row> rows)
            throws XMLStreamException {
        int number = 0;
        while (reader.hasNext())
            if (isStart(reader, "row")) {
                var told = reader.getAttributeValue(null, "r");
                number = Math.max(number + 1, told == null ? 0 : Integer.parseInt(told));
                rows.accept(new Row(number, cells(reader, shared)));
            }
    }

    private static List<String> cells(XMLStreamReader reader, List<String> shared) throws XMLStreamException {
        var cells = new ArrayList<String>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) break;
            if (event != XMLStreamConstants.START_ELEMENT
                    || !reader.getLocalName().equals("c")) continue;
            var place = reader.getAttributeValue(null, "r");
            int column = place == null ? cells.size() : column(place);
            var value = value(reader, shared);
            if (value.isEmpty()) continue;
            if (Math.max(column, cells.size()) >= TableReader.MOST_COLUMNS)
                throw new TableRefused(Reason.TOO_MANY_COLUMNS);
            while (cells.size() < column) cells.add("");
            cells.add(value);
        }
        return cells;
    }

    /** {@code B7} stands in column 1. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            column = column * LETTERS + place.charAt(i) - 'A' + 1;
            if (column > FURTHEST) return FURTHEST;
        }
        return column - 1;
    }

    private static String value(XMLStreamReader reader, List<String> shared) throws XMLStreamException {
        var kind = Optional.ofNullable(reader.getAttributeValue(null, "t")).orElse("n");
        if (kind.equals("inlineStr")) return text(reader, "c").strip();
        var value = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) break;
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("v")) append(reader, value);
        }
        var told = value.toString().strip();
        return switch (kind) {
            case "s" -> shared.get(Integer.parseInt(told));
            case "n" -> number(told);
            case "e" -> ""; // an error of a formula
            default -> told;
        };
    }

    /** 1990, and not 1.99E3. */
    private static String number(String value) {
        if (value.isEmpty() || value.length() > LONGEST_NUMBER) return value;
        var number = new BigDecimal(value).stripTrailingZeros();
        return Math.abs((long) number.scale()) > LONGEST_NUMBER ? value : number.toPlainString();
    }

    private static boolean isStart(XMLStreamReader reader, String name) throws XMLStreamException {
        return reader.next() == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(name);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name)).orElse("");
    }
}
