package org.francophonie.dclic.platform.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small workbooks of our own, as spreadsheets write them. */
public final class Sheets {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Sheets() {}

    /** Texts in the cells themselves; what looks like a number is one. */
    public static Path workbook(Path file, List<List<String>> rows) throws IOException {
        var sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++)
                sheet.append(cell((char) ('A' + c) + "" + (r + 1), rows.get(r).get(c)));
            sheet.append("</row>");
        }
        return workbook(file, sheet.append("</sheetData></worksheet>").toString(), "");
    }

    private static String cell(String place, String text) {
        if (text.isEmpty()) return "";
        return text.matches("[0-9.E]+")
                ? "<c r=\"" + place + "\"><v>" + text + "</v></c>"
                : "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** @param shared texts that cells share; without them when empty */
    static Path workbook(Path file, String sheet, String shared) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN
                            + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"Gens\" sheetId=\"4\" r:id=\"rId7\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId7\" Target=\"worksheets/feuille.xml\"/></Relationships>");
            put(zip, "xl/worksheets/feuille.xml", sheet);
            if (!shared.isEmpty()) put(zip, "xl/sharedStrings.xml", shared);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Lines of text, with a mark and separators as French spreadsheets write them. */
    public static Path text(Path file, List<List<String>> rows) throws IOException {
        return Files.writeString(
                file,
                rows.stream().map(row -> String.join(";", row)).collect(Collectors.joining("\r\n", "\uFEFF", "\r\n")));
    }
}
