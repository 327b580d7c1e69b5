package org.francophonie.dclic;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Writes which test proves which demand; fails when docs/requirements.md said something else, so that it is committed. */
class RequirementTableTest {
    private static final Path DOCUMENT = Path.of("docs/requirements.md");
    private static final Path DEMANDS = Path.of("src/test/resources/requirements.csv");

    @Test
    void the_documents_show_which_test_proves_which_demand() throws IOException {
        var table = table();

        var before = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        Files.writeString(DOCUMENT, table);

        assertThat(table).as(DOCUMENT + " has been written anew: commit it").isEqualTo(before);
    }

    private static String table() throws IOException {
        var tests = tests();
        var demands = Files.readAllLines(DEMANDS).stream()
                .skip(1)
                .map(line -> line.split(";", 3))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells, (a, _) -> a, TreeMap::new));
        assertThat(tests.keySet())
                .as("every demand that a test names is described in " + DEMANDS)
                .isSubsetOf(demands.keySet());
        var text = new StringBuilder("""
                # Which test proves which demand

                Written by the build from `@Requirement` on the tests; never edited by hand. A demand may be wider than what is
                proved so far: the closing notes of the issues say what is left.

                | demand | what it asks | where it is seen | proved by |
                |---|---|---|---|
                """);
        demands.forEach((id, cells) -> text.append("| ")
                .append(id)
                .append(" | ")
                .append(cells[1])
                .append(" | ")
                .append(cells[2])
                .append(" | ")
                .append(String.join(", ", tests.getOrDefault(id, Set.of())))
                .append(" |\n"));
        return text.toString();
    }

    /** Names of test classes with how many tests they hold, by demand. */
    private static Map<String, Set<String>> tests() {
        var classes = new ClassFileImporter().importPath(Path.of("target/test-classes"));
        var tests = new TreeMap<String, Set<String>>();
        for (var type : classes) {
            long count = type.getMethods().stream()
                    .filter(RequirementTableTest::isTest)
                    .count();
            if (count == 0) continue;
            demands(type).forEach(id -> tests.computeIfAbsent(id, _ -> new TreeSet<>())
                    .add(type.getSimpleName() + " (" + count + ")"));
        }
        return tests;
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }

    private static Stream<String> demands(JavaClass type) {
        var own = type.tryGetAnnotationOfType(Requirement.class).stream();
        var ofMethods =
                type.getMethods().stream().flatMap(method -> method.tryGetAnnotationOfType(Requirement.class).stream());
        return Stream.concat(own, ofMethods).flatMap(requirement -> Stream.of(requirement.value()));
    }
}
