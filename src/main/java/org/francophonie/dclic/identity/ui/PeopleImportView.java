package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.imports.Line;
import org.francophonie.dclic.identity.imports.Line.Outcome;
import org.francophonie.dclic.identity.imports.PeopleImport;
import org.francophonie.dclic.identity.imports.PeopleImport.State;
import org.francophonie.dclic.identity.imports.PeopleImportService;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.Download;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.FileField;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.platform.ui.Watching;
import org.francophonie.dclic.platform.ui.WorkProgress;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for many people from a file: chosen, looked at, made, taken back. The work goes on by itself: whoever leaves and
 * comes back, or looks from elsewhere, finds it where it is.
 */
@Route(value = "admin/import-personnes/:id?", layout = MainLayout.class)
@ViewRight(Right.IMPORT_PEOPLE)
public final class PeopleImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient PeopleImportService imports;
    private final transient Gate gate;
    private final transient Words words;
    private final ErrorLine error = new ErrorLine();
    private final Div place = new Div();
    private transient Optional<UUID> id = Optional.empty();
    private final Watching watching = new Watching(this, this::refresh);
    private @Nullable State shown;

    PeopleImportView(PeopleImportService imports, Gate gate, Words words) {
        this.imports = imports;
        this.gate = gate;
        this.words = words;
        add(
                new Crumbs(
                        new RouterLink(getTranslation("place.admin"), AdminView.class),
                        new RouterLink(getTranslation("people.title"), PeopleView.class),
                        new RouterLink(getTranslation("people-import.title"), PeopleImportView.class)),
                new H1(getTranslation("people-import.title")),
                error,
                place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        error.say("");
        try {
            id = event.getRouteParameters().get("id").map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            throw new NotFound("import");
        }
        shown = null;
        watching.when(false);
        if (id.isEmpty()) ask();
        else refresh();
    }

    private void ask() {
        place.removeAll();
        var most = Size.weight(words, getLocale(), PeopleImportService.LARGEST);
        place.add(
                new Paragraph(getTranslation(
                        "people-import.lead", most, String.format(getLocale(), "%,d", PeopleImportService.MOST))),
                new FileField(
                        PeopleImportService.LARGEST,
                        most,
                        List.of(".csv", ".xlsx", ".txt", ".tsv"),
                        getTranslation("people-import.only"),
                        getTranslation("people-import.choose"),
                        error,
                        this::begin),
                form());
        var last = imports.last();
        if (!last.isEmpty()) place.add(new H2(getTranslation("people-import.last")), list(last));
    }

    private void begin(Path file, String name) {
        show(imports.begin(file, name, getLocale(), Moment.zone()));
    }

    private void show(UUID begun) {
        getUI().ifPresent(ui -> ui.navigate(PeopleImportView.class, new RouteParameters("id", begun.toString())));
    }

    private Component form() {
        var sample = new Pre("""
                Nom;E-mail;Année de naissance;Pays;Langue;Profil;Fin;Groupe
                Awa Diop;awa@exemple.sn;1990;Sénégal;français;Formateur;31/12/2027;Promotion 2027
                Ibrahima Fall;ibrahima@exemple.sn;2001;SN;;;;""");
        sample.getElement().setAttribute("tabindex", "0");
        return new NativeDetails(
                getTranslation("people-import.form"),
                new Div(new Paragraph(getTranslation("people-import.form.text")), sample));
    }

    private Component list(List<PeopleImport> last) {
        var list = new UnorderedList();
        list.addClassName("people");
        for (var each : last)
            list.add(new ListItem(
                    new RouterLink(
                            each.fileName(),
                            PeopleImportView.class,
                            new RouteParameters("id", each.id().toString())),
                    new Span(" · " + Moment.minute(each.createdAt()) + " · "
                            + getTranslation("people-import.state." + each.state()))));
        return list;
    }

    private void refresh() {
        if (id.isEmpty()) return;
        var found = imports.find(id.get());
        if (found.isEmpty()) {
            if (shown == null) throw new NotFound("import");
            getUI().ifPresent(ui -> ui.navigate(PeopleImportView.class)); // given up in another tab
            return;
        }
        show(found.get());
    }

    private void show(PeopleImport known) {
        shown = known.state();
        place.removeAll();
        var file = new Paragraph(known.fileName() + " · " + Moment.minute(known.createdAt()));
        file.addClassName("muted");
        file.getElement().setAttribute("dir", "auto");
        var state = new Div(new H2(getTranslation("people-import.state." + known.state())));
        state.getElement().setAttribute("role", "status");
        place.add(file, state);
        known.problem().ifPresent(problem -> place.add(new Paragraph(problem(problem))));
        switch (known.state()) {
            case READING -> reading(known);
            case REFUSED -> place.add(again());
            case READY -> ready(known);
            case RUNNING -> running(known, known.number(Outcome.MADE) + known.number(Outcome.FAILED), Outcome.READY);
            case UNDOING -> running(known, known.number(Outcome.UNDONE) + known.number(Outcome.KEPT), Outcome.MADE);
            case STOPPED -> stopped(known);
            case DONE -> done(known);
            case UNDONE -> {
                numbers(known);
                place.add(again());
            }
        }
        watching.when(shown == State.READING || shown == State.RUNNING || shown == State.UNDOING);
    }

    /** Its key, and what it is about. */
    private String problem(String told) {
        var parts = told.split(" ", 2);
        if (parts.length == 1) return getTranslation(parts[0]);
        return getTranslation(
                parts[0],
                parts[0].equals("people-import.no-column")
                        ? Arrays.stream(parts[1].split(","))
                                .map(column -> getTranslation("people-import.column." + column))
                                .collect(Collectors.joining(", "))
                        : parts[1]);
    }

    private RouterLink again() {
        var link = new RouterLink(getTranslation("people-import.again"), PeopleImportView.class);
        link.addClassName("button");
        return link;
    }

    private void reading(PeopleImport known) {
        if (known.isAbandoned()) place.add(new Paragraph(getTranslation("people-import.unread")), again());
        else place.add(new Paragraph(words.count(getLocale(), "people-import.lines", known.total())));
        place.add(giveUp("people-import.give-up"));
    }

    private PlainButton giveUp(String key) {
        return new PlainButton(getTranslation(key), () -> {
            imports.stop(id.orElseThrow());
            getUI().ifPresent(ui -> ui.navigate(PeopleImportView.class));
        });
    }

    private void ready(PeopleImport known) {
        numbers(known);
        int number = known.number(Outcome.READY);
        if (number > 0) {
            var go = new Button(words.count(getLocale(), "people-import.make", number), _ -> run());
            go.addThemeVariants(ButtonVariant.PRIMARY);
            go.setDisableOnClick(true);
            place.add(new Paragraph(getTranslation("people-import.letters")), go);
        } else place.add(new Paragraph(getTranslation("people-import.nothing")));
        place.add(giveUp("people-import.give-up"));
        toMend(known);
    }

    private void run() {
        imports.run(id.orElseThrow());
        began(State.RUNNING);
    }

    /** A worker that was told to stop finishes its portion first. */
    private void began(State wanted) {
        refresh();
        error.say(
                shown == wanted || shown == State.DONE || shown == State.UNDONE
                        ? ""
                        : getTranslation("people-import.wait"));
    }

    private void running(PeopleImport known, int done, Outcome waiting) {
        place.add(new WorkProgress(
                done,
                done + known.number(waiting),
                known.isAbandoned(),
                waiting == Outcome.READY ? this::run : this::undo,
                () -> {
                    imports.stop(id.orElseThrow());
                    refresh();
                }));
    }

    private void stopped(PeopleImport known) {
        numbers(known);
        if (known.number(Outcome.READY) > 0) place.add(new Button(getTranslation("people-import.go-on"), _ -> run()));
        undoing(known);
        toMend(known);
    }

    private void done(PeopleImport known) {
        numbers(known);
        place.add(again());
        undoing(known);
        toMend(known);
    }

    private void numbers(PeopleImport known) {
        var list = new UnorderedList();
        list.addClassName("report");
        for (var outcome : Outcome.values())
            if (known.number(outcome) > 0)
                list.add(new ListItem(
                        words.count(getLocale(), "people-import.number." + outcome, known.number(outcome))));
        place.add(list);
    }

    private void undoing(PeopleImport known) {
        if (known.number(Outcome.MADE) == 0 || !gate.allows(Right.ERASE_PERSON) || !imports.isYoung(known)) return;
        place.add(new Div(
                new H2(getTranslation("people-import.undo")),
                new Paragraph(getTranslation("people-import.undo.help")),
                Confirm.behind(
                        getTranslation("people-import.undo"), () -> whatUndoes(known), this::undo, this::refresh)));
    }

    private String whatUndoes(PeopleImport known) {
        int used = imports.inUse(known.id());
        return getTranslation("people-import.undo.sure", known.number(Outcome.MADE) - used, used);
    }

    private void undo() {
        imports.undo(id.orElseThrow());
        began(State.UNDOING);
    }

    private void toMend(PeopleImport known) {
        int number = known.number(Outcome.WRONG) + known.number(Outcome.FAILED);
        if (number == 0) return;
        var file = Download.written(
                getTranslation("people-import.mend.file"),
                "lignes-a-corriger.csv",
                "text/csv",
                text -> imports.writeToMend(known.id(), getLocale(), text));
        place.add(
                new H2(getTranslation("people-import.mend")),
                new Paragraph(getTranslation("people-import.mend.help")),
                new Paragraph(file),
                rows(imports.toMend(known.id())));
    }

    private Component rows(List<Line> lines) {
        var rows = new Rows(
                getTranslation("people-import.mend"),
                getTranslation("people-import.line"),
                getTranslation("people.name"),
                getTranslation("people.email"),
                getTranslation("people-import.problem"));
        for (var line : lines)
            rows.row(
                    Rows.text(String.valueOf(line.number())),
                    Rows.text(line.name()),
                    Rows.text(line.email()),
                    Rows.text(line.problems().stream()
                            .map(key -> imports.problem(key, getLocale()))
                            .collect(Collectors.joining(" "))));
        return rows;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people-import.title") + " · D-CLIC";
    }
}
