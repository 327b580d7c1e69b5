package org.francophonie.dclic.rights.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.domain.MatrixCell;

/** The whole matrix as it stood at one version; never changed once read. */
record Matrix(Map<String, Map<String, Cell>> cells) {

    static Matrix of(List<MatrixCell> rows) {
        var cells = new HashMap<String, Map<String, Cell>>();
        for (var row : rows)
            cells.computeIfAbsent(row.profile(), _ -> new HashMap<>()).put(row.rightName(), row.cell());
        return new Matrix(cells);
    }

    Cell cell(String profile, Right right) {
        return cells.getOrDefault(profile, Map.of()).getOrDefault(right.name(), Cell.NOTHING);
    }
}
