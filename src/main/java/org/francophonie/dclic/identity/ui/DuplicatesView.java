package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import org.francophonie.dclic.identity.merge.DuplicatesService;
import org.francophonie.dclic.identity.merge.DuplicatesService.Alike;
import org.francophonie.dclic.identity.merge.DuplicatesService.Lookalikes;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Pages;
import org.francophonie.dclic.platform.ui.Rows;

/** Accounts that may be one human being's, to be compared; or any two that somebody names. */
@Route(value = "admin/doublons", layout = MainLayout.class)
@ViewRight(Right.MERGE_PEOPLE)
@AdminPage(value = "merge.title", order = 15)
public final class DuplicatesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String WITH = "avec";
    private static final int LONGEST = 320;

    private final transient DuplicatesService duplicates;
    private final transient Words words;

    DuplicatesView(DuplicatesService duplicates, Words words) {
        this.duplicates = duplicates;
        this.words = words;
    }

    /** The address at which somebody is compared with another one yet to be named. */
    static QueryParameters with(String code) {
        return QueryParameters.simple(Map.of(WITH, code));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var page = Pages.asked(asked);
        var found = duplicates.find(page);
        removeAll();
        add(
                new Crumbs(
                        new RouterLink(getTranslation("place.admin"), AdminView.class),
                        new RouterLink(getTranslation("people.title"), PeopleView.class)),
                new H1(getTranslation("merge.title")),
                new Paragraph(getTranslation("merge.intro")),
                naming(asked.getSingleParameter(WITH).orElse("")),
                new H2(getTranslation("merge.alike")));
        if (found.isEmpty()) add(new Paragraph(getTranslation("merge.none")));
        found.stream().limit(DuplicatesService.PAGE).forEach(each -> add(card(each)));
        add(new Pages(DuplicatesView.class, Map.of(), page, found.size() > DuplicatesService.PAGE));
    }

    private Component naming(String known) {
        var kept = field("merge.kept", known);
        var gone = field("merge.gone", "");
        var error = new ErrorLine();
        var compare = new Button(getTranslation("merge.compare"), _ -> compare(kept, gone, error));
        compare.addClickShortcut(Key.ENTER);
        var form = new Div(kept, gone, compare);
        form.addClassName("filters");
        return new Div(form, error);
    }

    private TextField field(String key, String value) {
        var field = new TextField(getTranslation(key));
        field.setHelperText(getTranslation("merge.code-or-address"));
        field.setMaxLength(LONGEST);
        field.setValue(value);
        return field;
    }

    private void compare(TextField kept, TextField gone, ErrorLine error) {
        error.say("");
        if (kept.getValue().isBlank() || gone.getValue().isBlank()) {
            error.say(getTranslation("merge.name-both"));
            return;
        }
        var first = duplicates.named(kept.getValue());
        var second = duplicates.named(gone.getValue());
        if (first.isEmpty()) error.say(getTranslation("merge.nobody", kept.getValue()));
        else if (second.isEmpty()) error.say(getTranslation("merge.nobody", gone.getValue()));
        else if (first.equals(second)) error.say(getTranslation("merge.obstacle.same"));
        else getUI().ifPresent(ui -> ui.navigate(MergeView.class, MergeView.parameters(first.get(), second.get())));
    }

    private Component card(Lookalikes alike) {
        var first = alike.accounts().getFirst();
        var name = new H2(first.displayName()
                + alike.birthYear().map(year -> " · " + year).orElse(""));
        name.getElement().setAttribute("dir", "auto");
        var rows = new Rows(
                name.getText(),
                getTranslation("people.code"),
                getTranslation("people.name"),
                getTranslation("merge.since"),
                getTranslation("merge.last-seen"),
                getTranslation("merge.compare"));
        alike.accounts()
                .forEach(account -> rows.row(
                        new RouterLink(account.code(), PersonView.class, PersonView.parameters(account.id())),
                        Rows.text(account.displayName()),
                        Rows.text(Moment.day(account.since())),
                        Rows.text(account.lastSeen().map(Moment::day).orElseGet(() -> getTranslation("merge.never"))),
                        comparing(first, account)));
        var card = new Div(name, rows);
        card.addClassName("card");
        if (alike.number() > alike.accounts().size())
            card.add(new Paragraph(words.count(
                    getLocale(), "merge.more", alike.number() - alike.accounts().size())));
        return card;
    }

    private Component comparing(Alike first, Alike other) {
        if (first.equals(other)) return Rows.text(getTranslation("merge.first"));
        var link = new RouterLink(
                getTranslation("merge.compare-with", first.code()),
                MergeView.class,
                MergeView.parameters(first.id(), other.id()));
        link.getElement().setAttribute("aria-label", getTranslation("merge.compare-both", other.code(), first.code()));
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("merge.title") + " · D-CLIC";
    }
}
