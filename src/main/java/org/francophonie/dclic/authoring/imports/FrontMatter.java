package org.francophonie.dclic.authoring.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A YAML map, from a file of its own or from the head of a lesson. Only plain values are read: no types, no code.
 *
 * @param bodyLine the line of the file at which the text begins, from 0
 */
record FrontMatter(Map<String, Object> values, String body, int bodyLine) {
    private static final String FENCE = "---";

    /** The YAML is broken. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int line;

        Broken(int line) {
            super("line " + line);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static FrontMatter of(String text) {
        var lines = text.split("\n", -1);
        if (!lines[0].strip().equals(FENCE)) return new FrontMatter(Map.of(), text, 0);
        for (int i = 1; i < lines.length; i++)
            if (lines[i].strip().equals(FENCE)) {
                var yaml = String.join("\n", List.of(lines).subList(1, i));
                var body = String.join("\n", List.of(lines).subList(i + 1, lines.length));
                return new FrontMatter(yaml(yaml), body, i + 1);
            }
        return new FrontMatter(Map.of(), text, 0);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> yaml(String text) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(10);
        options.setCodePointLimit(200_000);
        options.setAllowDuplicateKeys(false);
        try {
            Object read = new Yaml(new SafeConstructor(options)).load(text);
            if (read == null) return Map.of();
            if (read instanceof Map<?, ?> map) return (Map<String, Object>) map;
            throw new Broken(1);
        } catch (MarkedYAMLException e) {
            throw new Broken(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1);
        } catch (Broken broken) {
            throw broken;
        } catch (RuntimeException _) { // dates, numbers and other tagged values that are none
            throw new Broken(1);
        }
    }

    static Optional<String> text(Map<String, Object> values, String key) {
        var value = values.get(key);
        return value == null || value instanceof Map || value instanceof List
                ? Optional.empty()
                : Optional.of(value.toString().strip());
    }

    static List<String> texts(Map<String, Object> values, String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).map(String::strip).toList()
                : text(values, key).map(List::of).orElse(List.of());
    }

    static Optional<Integer> number(Map<String, Object> values, String key) {
        return values.get(key) instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }
}
