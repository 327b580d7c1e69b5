package org.francophonie.dclic;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.francophonie.dclic.platform.ui.HelpPanel;
import org.junit.jupiter.api.Test;

class TranslationTest {
    private static final Path WORDS = Path.of("src/main/resources/vaadin-i18n");
    private static final Pattern STAFF = Pattern.compile(
            "^(desk|import|confirm|admin|setting|settings|class|classes|call|right|rights|scope|profiles|history|held|why|people|sessions|audit|people-import|table|incidents|group|groups|archives|screens|bulk|versions|retention|merge|export)\\.|^mail\\.(title|nothing|state|empty|pages|newer|older|kind|problem|again|leave)|^mail\\.test(\\.sent|\\.no-address)?$|^draft\\.(notice|next)$|^place\\.(author|admin|classes)$"
                    + "|^help\\.(classes|class|roll-call|card-read|admin|outbox|draft|import|import-report|course-desk|profiles|profile|right|people|person|new-person|sessions|settings|audit|audit-event|people-import|incidents|groups|group|archives|screens|bulk|course-history|retention|duplicates|merge)$");
    private static final Pattern HOLE = Pattern.compile("\\{[0-9]}");
    private static final Pattern IN_JAVA = Pattern.compile("getTranslation\\(\\s*\"([a-zA-Z0-9.-]+)\"");
    private static final Pattern IN_TEMPLATES = Pattern.compile("lane\\.(w|count)\\('([a-zA-Z0-9.-]+)'[,)]");

    @Test
    void every_word_is_there_in_french_and_in_english() throws IOException {
        assertThat(keys("en")).isEqualTo(keys("fr"));
    }

    /** Visitors and learners read Arabic; staff work in French. */
    @Test
    void every_word_of_visitors_and_learners_is_there_in_arabic() throws IOException {
        var wanted = keys("fr");
        wanted.removeIf(key -> STAFF.matcher(key).find());
        var arabic = keys("ar");

        assertThat(arabic).containsAll(wanted);
        assertThat(keys("fr")).containsAll(arabic);
    }

    @Test
    void what_is_filled_in_stands_in_every_language() throws IOException {
        var french = properties("fr");
        for (var language : new String[] {"en", "ar"}) {
            var other = properties(language);
            for (var key : other.stringPropertyNames())
                assertThat(holes(other.getProperty(key)))
                        .as(language + " " + key)
                        .isEqualTo(holes(french.getProperty(key)));
        }
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(hole -> hole.group()).collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void every_key_that_a_screen_or_page_uses_exists() throws IOException {
        var known = keys("fr");
        var missing = new TreeSet<String>();
        for (var key : used()) if (!known.contains(key) && !known.contains(key + ".one")) missing.add(key);

        assertThat(missing).isEmpty();
    }

    @Test
    void every_screen_has_its_help() throws IOException {
        var known = keys("fr");
        var missing = new TreeSet<String>();
        for (var view : new ClassFileImporter()
                .importPackages("org.francophonie.dclic")
                .that(DescribedPredicate.describe("screens", one -> one.isAnnotatedWith(Route.class)))) {
            var key = HelpPanel.key(view.reflect());
            if (!view.getSimpleName().endsWith("DoorView") && !known.contains(key)) missing.add(key);
        }

        assertThat(missing).isEmpty();
        assertThat(known).contains(HelpPanel.key(Object.class));
    }

    @Test
    void french_punctuation_never_begins_a_line() throws IOException {
        var loose = new TreeSet<String>();
        var texts = properties("fr");
        for (var key : texts.stringPropertyNames())
            if (Pattern.compile(" [:;!?»%]|« ").matcher(texts.getProperty(key)).find()) loose.add(key);

        assertThat(loose)
                .as("keys with an ordinary space before : ; ! ? » or after «")
                .isEmpty();
    }

    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.toString();
                if (name.endsWith(".java"))
                    IN_JAVA.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
                if (name.endsWith(".html"))
                    IN_TEMPLATES.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(2)));
            }
        }
        used.removeIf(key -> key.endsWith("."));
        return used;
    }

    private static Set<String> keys(String language) throws IOException {
        return new TreeSet<>(properties(language).stringPropertyNames());
    }

    private static Properties properties(String language) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(
                WORDS.resolve("translations_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
