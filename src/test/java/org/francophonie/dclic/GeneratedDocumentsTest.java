package org.francophonie.dclic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.francophonie.dclic.platform.access.Right;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** Writes the diagrams that the documents show; fails when they said something else, so that they are committed. */
@Requirement("F-153")
class GeneratedDocumentsTest extends PlatformTest {
    private record Column(String schema, String table, String name, String type) {}

    private record Link(String from, String to) {}

    private static void write(String name, String text) throws IOException {
        var document = Path.of("docs", name);
        var before = Files.exists(document) ? Files.readString(document) : "";
        Files.writeString(document, text);
        assertThat(text).as(document + " has been written anew: commit it").isEqualTo(before);
    }

    @Test
    void the_module_diagram_is_that_of_the_code() throws IOException {
        var modules = ApplicationModules.of(DclicApplication.class);
        var text = new StringBuilder("""
                # Modules

                Written by the build from the code; never edited by hand. An arrow means "uses"; the build refuses a circle and an
                arrow that a module did not announce. Every module uses `platform`.

                ```mermaid
                graph BT
                """);
        modules.stream()
                .sorted(Comparator.comparing(GeneratedDocumentsTest::name))
                .forEach(module -> module.getDirectDependencies(modules, DependencyType.values()).stream()
                        .map(dependency -> name(dependency.getTargetModule()))
                        .filter(target -> !target.equals("platform") && !target.equals(name(module)))
                        .distinct()
                        .sorted()
                        .forEach(target -> text.append("    ")
                                .append(name(module))
                                .append(" --> ")
                                .append(target)
                                .append('\n')));
        write("modules.md", text.append("```\n").toString());
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    @Test
    void the_data_model_is_that_of_the_database() throws IOException {
        var columns = owner().sql("""
                        select n.nspname as schema, c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
                        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                        where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
                          and n.nspname not in ('pg_catalog', 'information_schema', 'public') and c.relname not like '%\\_aud'
                        order by 1, 2, a.attnum""")
                .query((row, _) -> new Column(
                        row.getString("schema"), row.getString("table"), row.getString("name"), row.getString("type")))
                .list();
        var links = owner().sql("""
                        select distinct replace(conrelid::regclass::text, '.', '_') as source,
                            replace(confrelid::regclass::text, '.', '_') as target
                        from pg_constraint where contype = 'f' and conrelid::regclass::text not like '%\\_aud'
                          and conparentid = 0 order by 1, 2""")
                .query((row, _) -> new Link(row.getString("source"), row.getString("target")))
                .list();
        write("data-model.md", model(columns, links));
    }

    private static String model(List<Column> columns, List<Link> links) {
        var text = new StringBuilder("""
                # Data model

                Written by the build from the migrated database; never edited by hand. One schema for each module; tables of other
                modules are named by id, without a foreign key. History tables (`…_aud`) are left out.

                ```mermaid
                erDiagram
                """);
        var open = "";
        for (var column : columns) {
            var table = column.schema() + "_" + column.table();
            if (!table.equals(open)) {
                text.append(open.isEmpty() ? "" : "    }\n")
                        .append("    ")
                        .append(table)
                        .append(" {\n");
                open = table;
            }
            text.append("        ")
                    .append(column.type().replaceAll("[^A-Za-z0-9]+", "_"))
                    .append(' ')
                    .append(column.name())
                    .append('\n');
        }
        text.append("    }\n");
        for (var link : links)
            text.append("    ")
                    .append(link.to())
                    .append(" ||--o{ ")
                    .append(link.from())
                    .append(" : \"\"\n");
        return text.append("```\n").toString();
    }

    /** From the catalogue in code, its French words, and the independent table against which the shipped matrix is tested. */
    @Test
    void the_reference_of_rights_is_that_of_the_catalogue() throws IOException {
        var table = Files.readAllLines(Path.of("src/test/resources/matrix.csv")).stream()
                .map(line -> line.split(";"))
                .toList();
        var text = new StringBuilder("""
                # Droits et profils livrés

                Écrit par la construction à partir du catalogue des droits ; jamais modifié à la main. « — » : le profil n'a pas ce droit.
                Les administrateurs changent cette matrice dans « Profils et droits ».

                """);
        for (var kind : Right.Kind.values()) {
            var rights = Right.of(kind);
            if (rights.isEmpty()) continue;
            text.append("## ")
                    .append(word("right.kind." + kind))
                    .append("\n\n| droit | ce qu'il permet | risque | qui l'a |\n|---|---|---|---|\n");
            for (var right : rights)
                text.append("| ")
                        .append(word("right." + right))
                        .append(" | ")
                        .append(word("right." + right + ".help"))
                        .append(" | ")
                        .append(word("right.risk." + right.risk()))
                        .append(" | ")
                        .append(holders(table, right))
                        .append(" |\n");
            text.append('\n');
        }
        write("rights.md", text.toString());
    }

    private String holders(List<String[]> table, Right right) {
        var row = table.stream()
                .filter(cells -> cells[0].equals(right.name()))
                .findFirst()
                .orElseThrow();
        var held = new java.util.ArrayList<String>();
        for (int i = 1; i < row.length; i++)
            if (!row[i].equals("NONE"))
                held.add(profile(table.getFirst()[i]) + " ("
                        + word("scope." + row[i]).toLowerCase(java.util.Locale.FRENCH) + ")");
        return held.isEmpty() ? "—" : String.join(", ", held);
    }

    private String profile(String code) {
        return owner().sql("select name_fr from rights.profile where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private static String word(String key) {
        return new org.francophonie.dclic.platform.i18n.Words().get(java.util.Locale.FRENCH, key);
    }
}
