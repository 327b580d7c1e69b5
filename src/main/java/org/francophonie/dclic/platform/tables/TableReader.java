package org.francophonie.dclic.platform.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.francophonie.dclic.platform.files.PackageRefused;
import org.francophonie.dclic.platform.tables.TableRefused.Reason;
import org.francophonie.dclic.platform.text.XmlFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the first sheet of a file: text with any usual separator in any usual encoding, or a workbook (ECMA-376, .xlsx). What
 * it is, is told by its bytes; its name may say what it likes. Rows are handed on one by one.
 */
@Component
public class TableReader {
    static final int MOST_COLUMNS = 60;
    static final int LONGEST_CELL = 2000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** The container of older spreadsheets, and of newer ones with a password (MS-CFB). */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final XmlFactory xml;

    TableReader(XmlFactory xml) {
        this.xml = xml;
    }

    /**
     * One line of a table.
     *
     * @param number as a spreadsheet counts it, from 1
     * @param cells without what stands around them; as many as there are
     */
    public record Row(int number, List<String> cells) {
        public boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }

        /** Empty where the line is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * @param most rows that are not empty
     * @param row told of each row that is not empty, in order
     * @throws TableRefused when it is none or too large; some rows may have been told before
     */
    public void read(Path file, int most, Consumer<Row> row) {
        var counted = new Counted(most, row);
        try {
            if (startsWith(file, COMPOUND)) throw new TableRefused(Reason.OLD_OR_LOCKED);
            if (startsWith(file, ZIP)) new Workbook(xml).read(file, counted);
            else SeparatedText.read(file, counted);
        } catch (PackageRefused refused) {
            throw new TableRefused(
                    switch (refused.reason()) {
                        case ENCRYPTED -> Reason.OLD_OR_LOCKED;
                        case TOO_LARGE, FILE_TOO_LARGE, SUSPECT_RATIO, TOO_MANY_FILES -> Reason.TOO_LARGE;
                        default -> Reason.UNREADABLE;
                    });
        } catch (IOException _) {
            throw new TableRefused(Reason.UNREADABLE);
        }
        if (counted.rows == 0) throw new TableRefused(Reason.EMPTY);
    }

    private static boolean startsWith(Path file, byte[] mark) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(mark.length), mark);
        }
    }

    /** Lets so many rows pass, each within bounds. */
    private static final class Counted implements Consumer<Row> {
        private final int most;
        private final Consumer<Row> next;
        private int rows;

        Counted(int most, Consumer<Row> next) {
            this.most = most;
            this.next = next;
        }

        @Override
        public void accept(Row row) {
            if (row.isEmpty()) return;
            if (++rows > most) throw new TableRefused(Reason.TOO_MANY_ROWS);
            if (row.cells().size() > MOST_COLUMNS) throw new TableRefused(Reason.TOO_MANY_COLUMNS);
            if (row.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL))
                throw new TableRefused(Reason.TOO_LARGE);
            next.accept(row);
        }
    }
}
