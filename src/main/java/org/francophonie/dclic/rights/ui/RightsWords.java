package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.ScreenPart;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.service.MatrixService.Change;
import org.francophonie.dclic.rights.service.MatrixService.Column;

/** Rights, scopes and refusals in the words of the person in front of the screen. */
final class RightsWords {
    private static final String PROHIBITED = "-";

    private RightsWords() {}

    static String word(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    static String name(Right right) {
        return word("right." + right);
    }

    static String cell(Cell cell) {
        var scope = word("scope." + cell.scope());
        return cell.prohibits() ? word("scope.prohibited", scope) : scope;
    }

    static String names(List<Right> rights) {
        return rights.stream().map(RightsWords::name).collect(Collectors.joining(", "));
    }

    static String refusal(RightsRefused refused) {
        return word("rights.refused." + refused.rule(), names(refused.lacking()));
    }

    /** A cell as it stands in a list and in an address. */
    static String code(Cell cell) {
        if (cell.equals(Cell.NOTHING)) return "";
        return (cell.prohibits() ? PROHIBITED : "") + cell.scope();
    }

    static Optional<Cell> cell(String code) {
        if (code.isEmpty()) return Optional.of(Cell.NOTHING);
        var prohibits = code.startsWith(PROHIBITED);
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.name().equals(prohibits ? code.substring(1) : code))
                .findFirst()
                .map(scope -> prohibits ? Cell.prohibit(scope) : Cell.allow(scope));
    }

    static Pick.Lines choices(Set<Scope> scopes) {
        var words = new LinkedHashMap<String, String>();
        scopes.stream().sorted().map(Cell::allow).forEach(cell -> words.put(code(cell), cell(cell)));
        scopes.stream().sorted().map(Cell::prohibit).forEach(cell -> words.put(code(cell), cell(cell)));
        return Pick.Lines.of(cell(Cell.NOTHING), words);
    }

    /** Changes as they stand in an address: {@code READ_MAIL~ALL.SEND_MAIL~}. */
    static String write(Map<Right, Cell> changes) {
        return changes.entrySet().stream()
                .map(change -> change.getKey() + "~" + code(change.getValue()))
                .collect(Collectors.joining("."));
    }

    /** What makes no sense is left out. */
    static Map<Right, Cell> read(String text) {
        var changes = new LinkedHashMap<Right, Cell>();
        for (var part : text.split("\\.")) {
            var halves = part.split("~", 2);
            if (halves.length == 2)
                Right.named(halves[0]).ifPresent(right -> cell(halves[1])
                        .filter(cell ->
                                cell.scope() == Scope.NONE || right.scopes().contains(cell.scope()))
                        .ifPresent(cell -> changes.put(right, cell)));
        }
        return changes;
    }

    /** Each change of a cell in a line. */
    static UnorderedList changes(List<Change> changes) {
        var list = new UnorderedList();
        for (var change : changes)
            list.add(new ListItem(
                    word("profiles.change", name(change.right()), cell(change.before()), cell(change.after()))));
        return list;
    }

    /**
     * Where a profile comes from and how far it reaches.
     *
     * @param groups their names, as far as they are known
     */
    static List<String> limits(Optional<GroupId> through, Optional<GroupId> within, Map<GroupId, String> groups) {
        var facts = new ArrayList<String>();
        through.ifPresent(group -> facts.add(word("held.through", groups.getOrDefault(group, "…"))));
        within.ifPresent(group -> facts.add(word("held.within", groups.getOrDefault(group, "…"))));
        return facts;
    }

    /** What of this somebody may see who holds that profile alone. */
    static List<ScreenPart> within(Column column, List<ScreenPart> parts) {
        return parts.stream()
                .filter(part -> part.right().map(column.cells()::get).stream()
                        .allMatch(cell -> column.active() && !cell.prohibits() && cell.scope() != Scope.NONE))
                .toList();
    }
}
