package org.francophonie.dclic.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;

/** What each shipped profile may do, written down by hand beside the code and read by nothing but tests. */
public final class ExpectedRights {
    private ExpectedRights() {}

    /** Rights by profile, {@code VISITOR} among them. */
    public static Map<String, Map<Right, Scope>> table() throws IOException {
        var lines = Files.readAllLines(Path.of("src/test/resources/matrix.csv"));
        var profiles = lines.getFirst().split(";");
        var table = new LinkedHashMap<String, Map<Right, Scope>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(";");
            for (int i = 1; i < cells.length; i++)
                table.computeIfAbsent(profiles[i], _ -> new LinkedHashMap<>())
                        .put(Right.valueOf(cells[0]), Scope.valueOf(cells[i]));
        }
        return table;
    }
}
