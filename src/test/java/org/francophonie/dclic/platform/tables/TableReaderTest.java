package org.francophonie.dclic.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.tables.TableReader.Row;
import org.francophonie.dclic.platform.tables.TableRefused.Reason;
import org.francophonie.dclic.platform.text.XmlFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement({"F-051", "F-143"})
class TableReaderTest {
    private static final int MOST = 1000;
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final TableReader reader = new TableReader(new XmlFactory());

    @TempDir
    Path folder;

    private List<Row> rows(Path file) {
        var rows = new ArrayList<Row>();
        reader.read(file, MOST, rows::add);
        return rows;
    }

    private List<Row> rows(String text, Charset charset) throws IOException {
        return rows(Files.write(folder.resolve("gens"), text.getBytes(charset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void any_separator_is_recognised(String separator) throws IOException {
        var rows = rows("Nom;Pays\nAïcha;Bénin\n\nLéo;Tchad\n".replace(";", separator), StandardCharsets.UTF_8);

        assertThat(rows)
                .extracting(Row::cells)
                .containsExactly(List.of("Nom", "Pays"), List.of("Aïcha", "Bénin"), List.of("Léo", "Tchad"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
    void accents_come_through_whatever_the_encoding(String charset) throws IOException {
        var mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";

        assertThat(rows(mark + "Nom;Pays\nZoé Œdi;Côte d’Ivoire", Charset.forName(charset))
                        .get(1)
                        .cells())
                .containsExactly("Zoé Œdi", "Côte d’Ivoire");
    }

    @Test
    void a_cell_in_quotes_holds_separators_lines_and_quotes() throws IOException {
        var rows = rows("a;b\n\"un;\nmot \"\"dit\"\"\"; deux ", StandardCharsets.UTF_8);

        assertThat(rows.get(1).cells()).containsExactly("un;\nmot \"dit\"", "deux");
    }

    @Test
    void quotes_that_make_no_sense_are_no_incident() throws IOException {
        assertThat(rows("a;b\n\"un\"x;deux\ntrois;\"quatre", StandardCharsets.UTF_8))
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_workbook_gives_its_first_sheet_as_it_is_seen() throws IOException {
        var shared = "<sst " + MAIN
                + "><si><t>Nom</t></si><si><r><t>Awa </t></r><r><t>Diop</t></r><rPh><t>x</t></rPh></si></sst>";
        var sheet = "<worksheet " + MAIN + "><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"str\"><v>Année</v></c></row>"
                + "<row r=\"2\"/>"
                + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>1</v></c><c r=\"C5\"><v>1.99E3</v></c><c r=\"D5\" t=\"e\"><v>#N/A</v></c>"
                + "<c r=\"E5\"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>";

        assertThat(rows(Sheets.workbook(folder.resolve("gens.csv"), sheet, shared)))
                .containsExactly(
                        new Row(1, List.of("Nom", "", "Année")), new Row(5, List.of("Awa Diop", "", "1990", "", "2")));
    }

    @Test
    void what_is_no_table_or_too_large_is_refused_with_its_reason() throws IOException {
        refused(
                Files.write(folder.resolve("a.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}),
                Reason.OLD_OR_LOCKED);
        refused(Files.writeString(folder.resolve("b.csv"), " \n;;\n"), Reason.EMPTY);
        refused(Files.writeString(folder.resolve("c.csv"), "a\n".repeat(MOST + 1)), Reason.TOO_MANY_ROWS);
        refused(Files.writeString(folder.resolve("d.csv"), "a;".repeat(100) + "b"), Reason.TOO_MANY_COLUMNS);
        refused(Files.writeString(folder.resolve("e.csv"), "x".repeat(3000)), Reason.TOO_LARGE);
        refused(Files.writeString(folder.resolve("f.xlsx"), "PK\u0003\u0004 nothing"), Reason.UNREADABLE);
        refused(Sheets.workbook(folder.resolve("g.xlsx"), "<worksheet><sheetData><row r='x'>", ""), Reason.UNREADABLE);
        refused(
                Sheets.workbook(
                        folder.resolve("h.xlsx"),
                        "<worksheet " + MAIN
                                + "><sheetData><row r=\"1\"><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
                        ""),
                Reason.UNREADABLE);
        refused(
                Sheets.workbook(
                        folder.resolve("i.xlsx"),
                        "<worksheet " + MAIN + "><sheetData>" + " ".repeat(30_000_000) + "</sheetData></worksheet>",
                        ""),
                Reason.TOO_LARGE);
    }

    private void refused(Path file, Reason reason) {
        assertThatThrownBy(() -> rows(file))
                .as(file.toString())
                .isInstanceOfSatisfying(TableRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    @Test
    void a_workbook_fetches_and_repeats_nothing() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "verborgen");
        var sheet = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\"><!ENTITY y \"yyyy\">]><worksheet " + MAIN
                + "><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>a&x;&y;</t></is></c></row></sheetData></worksheet>";

        try {
            assertThat(rows(Sheets.workbook(folder.resolve("x.xlsx"), sheet, ""))
                            .toString())
                    .doesNotContain("verborgen", "yyyy");
        } catch (TableRefused refused) {
            assertThat(refused.reason()).isEqualTo(Reason.UNREADABLE);
        }
    }

    @Test
    void a_few_letters_that_stand_for_very_much_cost_nothing() throws IOException {
        var bomb = "<worksheet " + MAIN + "><sheetData><row><c><v>1E999999999</v></c><c><v>-1E-999999999</v></c><c><v>"
                + "9".repeat(1500) + "</v></c></row></sheetData></worksheet>";
        assertThat(rows(Sheets.workbook(folder.resolve("a.xlsx"), bomb, ""))
                        .getFirst()
                        .cells())
                .startsWith("1E999999999", "-1E-999999999");

        refused(
                Sheets.workbook(
                        folder.resolve("b.xlsx"),
                        "<worksheet " + MAIN + "><sheetData><row>" + "<c r=\"A1\"><v>1</v></c>".repeat(100_000)
                                + "</row></sheetData></worksheet>",
                        ""),
                Reason.TOO_MANY_COLUMNS);
        refused(
                Sheets.workbook(
                        folder.resolve("c.xlsx"),
                        "<worksheet " + MAIN
                                + "><sheetData><row><c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>",
                        ""),
                Reason.TOO_MANY_COLUMNS);
        refused(
                Sheets.workbook(
                        folder.resolve("d.xlsx"),
                        "<worksheet " + MAIN + "><sheetData/></worksheet>",
                        "<sst " + MAIN + "><si><t>" + "x".repeat(900_000) + "</t></si></sst>"),
                Reason.TOO_LARGE);
        refused(Files.writeString(folder.resolve("e.csv"), "a;".repeat(5_000_000)), Reason.TOO_LARGE);
    }

    @Test
    void lines_that_bear_the_same_number_are_all_read() throws IOException {
        var sheet = "<worksheet " + MAIN
                + "><sheetData><row r=\"3\"><c><v>1</v></c></row><row r=\"3\"><c><v>2</v></c></row>"
                + "<row r=\"-7\"><c><v>3</v></c></row></sheetData></worksheet>";

        assertThat(rows(Sheets.workbook(folder.resolve("x.xlsx"), sheet, "")))
                .extracting(Row::number)
                .containsExactly(3, 4, 5);
    }
}
