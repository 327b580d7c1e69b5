package org.francophonie.dclic.platform.tables;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.francophonie.dclic.platform.tables.TableReader.Row;
import org.francophonie.dclic.platform.tables.TableRefused.Reason;

/** A table as text: the separator is the one that the first line holds most of, the encoding is the one in which it makes sense. */
final class SeparatedText {
    private static final long LARGEST = 20_000_000;
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private SeparatedText() {}

    static void read(Path file, Consumer<Row> rows) throws IOException {
        if (Files.size(file) > LARGEST) throw new TableRefused(Reason.TOO_LARGE);
        var text = text(Files.readAllBytes(file)).replace("\0", "");
        var format = CSVFormat.Builder.create()
                .setDelimiter(separator(text))
                .setQuote('"')
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        var bounded = new Bounded(new StringReader(text));
        try (var parser = format.parse(bounded)) {
            for (var each : parser) {
                rows.accept(row(each, (int) parser.getRecordNumber()));
                bounded.since = 0;
            }
        } catch (UncheckedIOException e) { // quotes that make no sense
            throw e.getCause();
        }
    }

    /** A line is built whole before anybody can count its cells: it ends before it is larger than any honest one. */
    private static final class Bounded extends FilterReader {
        private static final int LONGEST = TableReader.MOST_COLUMNS * TableReader.LONGEST_CELL;
        private int since;

        Bounded(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count(n);
            return n;
        }

        @Override
        public int read() throws IOException {
            int letter = super.read();
            if (letter >= 0) count(1);
            return letter;
        }

        private void count(int n) {
            since += Math.max(0, n);
            if (since > LONGEST) throw new TableRefused(Reason.TOO_LARGE);
        }
    }

    private static Row row(CSVRecord record, int number) {
        return new Row(number, record.stream().map(String::strip).toList());
    }

    /** Marked as UTF-8 or UTF-16, or valid UTF-8, else as French Windows writes it. */
    private static String text(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF))
            return new String(bytes, StandardCharsets.UTF_16);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static char separator(String text) throws IOException {
        var first = new BufferedReader(new StringReader(text))
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(
                        each -> first.chars().filter(letter -> letter == each).count()))
                .orElseThrow();
    }
}
