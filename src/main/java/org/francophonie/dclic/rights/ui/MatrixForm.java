package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.service.MatrixService;
import org.francophonie.dclic.rights.service.MatrixService.Change;
import org.francophonie.dclic.rights.service.MatrixService.Column;

/** Every right with what a profile has of it, and the difference before it is saved. */
final class MatrixForm extends Div {
    private static final long serialVersionUID = 1;

    private final transient MatrixService matrix;
    private final transient Column column;
    private final transient Optional<Column> other;
    private final transient Map<Right, Cell> wanted = new EnumMap<>(Right.class);
    private final transient Map<Right, Pick> picks = new EnumMap<>(Right.class);
    private final transient Map<Set<Scope>, Pick.Lines> choices = new HashMap<>();
    private final transient Map<Right, Component> lines = new EnumMap<>(Right.class);
    private final transient Map<Right.Kind, NativeDetails> folds = new EnumMap<>(Right.Kind.class);
    private final Paragraph nothing = new Paragraph(getTranslation("rights.found.none"));
    private final Div difference = new Div();
    private final ErrorLine error = new ErrorLine();
    private transient Runnable changed = () -> {};
    private transient Runnable saved = () -> {};

    /** @param changes not saved yet */
    MatrixForm(
            MatrixService matrix, Column column, Optional<Column> other, Map<Right, Cell> changes, boolean editable) {
        this.matrix = matrix;
        this.column = column;
        this.other = other;
        addClassName("matrix-form");
        add(new Paragraph(getTranslation("profiles.words")), new RightSearchForm(RightSearch.ALL, this::narrow));
        wanted.putAll(column.cells());
        if (editable) wanted.putAll(changes);
        for (var kind : Right.Kind.values()) {
            var rights = Right.of(kind);
            if (rights.isEmpty()) continue;
            var part = new Div();
            rights.forEach(right -> {
                var line = line(right, editable);
                lines.put(right, line);
                part.add(line);
            });
            var fold = new NativeDetails(
                    getTranslation(
                            "profiles.family", getTranslation("right.kind." + kind), given(rights), rights.size()),
                    part);
            fold.addClassName("fold");
            fold.setOpen(other.isPresent() || rights.stream().anyMatch(changes::containsKey));
            folds.put(kind, fold);
            add(fold);
        }
        nothing.setVisible(false);
        nothing.getElement().setAttribute("role", "status");
        add(nothing);
        difference.addClassName("difference");
        difference.getElement().setAttribute("role", "status");
        add(difference);
        showDifference();
    }

    /** What is not looked for stays as it is, out of sight. */
    private void narrow(RightSearch search) {
        lines.forEach((right, line) -> line.setVisible(search.finds(right)));
        folds.forEach((kind, fold) -> {
            var found = Right.of(kind).stream().anyMatch(search::finds);
            fold.setVisible(found);
            if (!search.isAll()) fold.setOpen(found);
        });
        nothing.setVisible(Arrays.stream(Right.values()).noneMatch(search::finds));
    }

    /** How many of them the profile has. */
    private long given(List<Right> rights) {
        return rights.stream()
                .map(right -> Objects.requireNonNull(column.cells().get(right)))
                .filter(cell -> !cell.prohibits() && cell.scope() != Scope.NONE)
                .count();
    }

    void whenChanged(Runnable told) {
        changed = told;
    }

    void whenSaved(Runnable told) {
        saved = told;
    }

    /** What is not saved yet. */
    Map<Right, Cell> changes() {
        var changes = new EnumMap<Right, Cell>(Right.class);
        different().forEach(change -> changes.put(change.right(), change.after()));
        return changes;
    }

    private List<Change> different() {
        return matrix.difference(column.cells(), wanted);
    }

    private Component line(Right right, boolean editable) {
        var help = new Paragraph(
                getTranslation("right." + right + ".help") + " " + getTranslation("right.risk." + right.risk()));
        help.addClassName("muted");
        var line = new Div(editable ? pick(right) : fixed(right), help);
        line.addClassName("right-line");
        other.map(column -> Objects.requireNonNull(column.cells().get(right))).ifPresent(cell -> {
            var same = cell.equals(column.cells().get(right));
            var words = new Paragraph(getTranslation(
                    same ? "profiles.same" : "profiles.differs",
                    other.get().name(getLocale()),
                    RightsWords.cell(cell)));
            words.addClassName(same ? "muted" : "warn");
            line.add(words);
        });
        return line;
    }

    private Component fixed(Right right) {
        var cell = Objects.requireNonNull(column.cells().get(right));
        var name = new H3(RightsWords.name(right));
        return new Div(name, new Paragraph(new Span(RightsWords.cell(cell))));
    }

    private Pick pick(Right right) {
        var pick =
                new Pick(RightsWords.name(right), "off", choices.computeIfAbsent(right.scopes(), RightsWords::choices));
        pick.choose(RightsWords.code(Objects.requireNonNull(wanted.get(right))));
        pick.whenChosen(() -> RightsWords.cell(pick.value()).ifPresent(cell -> {
            wanted.put(right, cell);
            showDifference();
            changed.run();
        }));
        picks.put(right, pick);
        return pick;
    }

    private void showDifference() {
        difference.removeAll();
        error.say("");
        var changes = different();
        difference.setVisible(!changes.isEmpty());
        if (changes.isEmpty()) return;
        var save = new Button(getTranslation("profiles.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(_ -> {
            save(changes());
            save.setEnabled(true);
        });
        var ways = new Div(save, new PlainButton(getTranslation("profiles.drop"), this::drop));
        ways.addClassName("row");
        difference.add(new H2(getTranslation("profiles.difference")), RightsWords.changes(changes), error, ways);
    }

    private void save(Map<Right, Cell> changes) {
        try {
            matrix.change(column.code(), column.version(), changes);
            saved.run();
        } catch (RightsRefused refused) {
            error.say(RightsWords.refusal(refused));
        }
    }

    private void drop() {
        wanted.putAll(column.cells());
        picks.forEach((right, pick) -> pick.choose(RightsWords.code(Objects.requireNonNull(wanted.get(right)))));
        showDifference();
        changed.run();
    }
}
