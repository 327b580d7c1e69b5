package org.francophonie.dclic.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

/** The manuals say what the screens say, and show pictures that are there. */
@Requirement("F-011")
class GuideTest {
    private static final Path DOCS = Path.of("docs");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(images/([a-z0-9-]+\\.jpg)\\)");
    private static final Pattern QUOTED = Pattern.compile("« ([^»]+) »");

    private static List<Path> guides() throws IOException {
        try (var files = Files.list(DOCS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("guide-"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what differs between a text and a screen: spaces, and what is filled in. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replaceAll("\\s+", " ")
                .replaceAll("\\{[0-9]}|[0-9]+|…", "#")
                .toLowerCase(Locale.FRENCH);
    }

    @Test
    void what_a_manual_quotes_stands_on_a_screen() throws IOException {
        var said = Files.readAllLines(Path.of("src/main/resources/vaadin-i18n/translations_fr.properties")).stream()
                .map(line -> line.substring(line.indexOf('=') + 1))
                .map(GuideTest::plain)
                .collect(Collectors.joining("\n"));
        var unknown = new ArrayList<String>();
        for (var guide : guides()) {
            var quotes = QUOTED.matcher(read(guide).replace('\u00a0', ' ').replaceAll("\\s+", " "));
            while (quotes.find())
                if (!said.contains(plain(quotes.group(1)))) unknown.add(guide.getFileName() + ": " + quotes.group(1));
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void every_picture_is_there_is_told_in_words_and_is_shown_somewhere() throws IOException {
        var shown = new TreeSet<String>();
        for (var guide : guides()) {
            var pictures = PICTURE.matcher(read(guide));
            while (pictures.find()) {
                assertThat(pictures.group(1)).as(pictures.group(2)).isNotBlank();
                shown.add(pictures.group(2));
            }
        }
        try (var files = Files.list(DOCS.resolve("images"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactlyElementsOf(shown);
        }
    }

    @Test
    void a_manual_is_a_page_with_its_parts_and_links_to_the_others() {
        var guide = Guide.of(
                "# Titre\n\nVoir [classe](guide-formateur.md), [code](modules.md), [droits](rights.md), [là](https://exemple.sn).\n\n"
                        + "## Été & fêtes\n\n![Un écran](images/x.jpg)\n\n<script>alert(1)</script>\n",
                "fr");

        assertThat(guide.title()).isEqualTo("Titre");
        assertThat(guide.parts()).containsExactly(new Guide.Part("ete-fetes", "Été & fêtes"));
        assertThat(guide.html())
                .contains("href=\"/guides/formateur\"")
                .contains(", code, ")
                .contains("href=\"/guides/droits\"")
                .doesNotContain("modules.md")
                .contains("href=\"https://exemple.sn\"")
                .contains("<h2 id=\"ete-fetes\">")
                .contains("src=\"/guides/images/x.jpg\"")
                .contains("loading=\"lazy\"")
                .doesNotContain("<script>");
    }
}
