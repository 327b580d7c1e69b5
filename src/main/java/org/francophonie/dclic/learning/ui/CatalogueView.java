package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.francophonie.dclic.catalogue.Catalogue;
import org.francophonie.dclic.catalogue.CourseRow;
import org.francophonie.dclic.catalogue.Facet;
import org.francophonie.dclic.catalogue.Found;
import org.francophonie.dclic.catalogue.Passage;
import org.francophonie.dclic.catalogue.Search;
import org.francophonie.dclic.learning.MyCourse;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Icon;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Place;

/** The library for somebody signed in: the public catalogue's search and filters, with one's own progress on each row. */
@Route(value = "formations", layout = MainLayout.class)
@ViewRight(Right.FOLLOW_COURSE)
@Place(value = "place.courses", icon = Icon.BOOKS, order = 2)
public final class CatalogueView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Catalogue catalogue;
    private final transient LearningService learning;
    private final transient Words words;

    CatalogueView(Catalogue catalogue, LearningService learning, Words words) {
        this.catalogue = catalogue;
        this.learning = learning;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var search = Search.of(event.getLocation().getQueryParameters().getParameters());
        var found = catalogue.search(search);
        var standing =
                learning.standing(found.rows().stream().map(CourseRow::id).collect(Collectors.toUnmodifiableSet()));
        var results = new Div(count(found));
        if (found.total() == 0) results.add(new Paragraph(getTranslation("catalogue.nothing")));
        results.add(
                found.total() == 0
                        ? rows(found.suggestions(), Map.of(), standing)
                        : rows(found.rows(), found.passages(), standing),
                pages(search, found.total()));
        var filters = filters(search, found);
        var split = new Div();
        if (filters.getComponentCount() > 0) {
            split.addClassName("split");
            split.add(filters);
        }
        split.add(results);
        add(new H1(getTranslation("place.courses")), field(search), split);
    }

    private Component field(Search search) {
        var typed = new Input();
        typed.setType("search");
        typed.setId("chercher");
        typed.setValue(search.words());
        typed.getElement().setAttribute("maxlength", Integer.toString(Search.LONGEST_WORDS));
        var label = new NativeLabel(getTranslation("search.label"));
        label.setFor(typed);
        var go = new Button(getTranslation("search.do"), _ -> find(search, typed.getValue()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(typed);
        var line = new Div(typed, go);
        line.addClassName("line");
        var form = new Div(label, line);
        form.addClassName("search");
        form.getElement().setAttribute("role", "search");
        return form;
    }

    private static void find(Search search, String typed) {
        var query = new Search(typed.strip(), search.filters(), 0).query();
        UI.getCurrent().navigate(CatalogueView.class, QueryParameters.fromString(query));
    }

    private Component count(Found found) {
        var count = new Paragraph(words.count(getLocale(), "catalogue.found", found.total())
                + found.understood()
                        .map(understood -> " " + getTranslation("catalogue.understood", understood))
                        .orElse(""));
        count.addClassName("strong");
        count.getElement().setAttribute("role", "status");
        return count;
    }

    private Div filters(Search search, Found found) {
        var filters = new Div();
        filters.addClassName("filters");
        found.counts().forEach((facet, counts) -> {
            var chosen = search.filters().getOrDefault(facet, Set.of());
            if (counts.size() < 2 && chosen.isEmpty()) return;
            var values = new UnorderedList();
            counts.forEach((value, n) -> values.add(new ListItem(choice(search, facet, value, n))));
            var details = new NativeDetails(getTranslation("filter." + facet.parameter()), values);
            details.setOpen(!chosen.isEmpty());
            filters.add(details);
        });
        if (!search.filters().isEmpty())
            filters.addComponentAsFirst(link(getTranslation("filter.none"), new Search(search.words(), Map.of(), 0)));
        return filters;
    }

    private Component choice(Search search, Facet facet, String value, long n) {
        var link = link("", search.toggled(facet, value));
        var number = new Span(Long.toString(n));
        number.addClassName("muted");
        link.add(new Span(words.value(getLocale(), facet.parameter(), value)), number);
        if (search.wants(facet, value)) link.getElement().setAttribute("aria-current", "true");
        return link;
    }

    private static RouterLink link(String text, Search search) {
        var link = new RouterLink(text, CatalogueView.class);
        link.setQueryParameters(QueryParameters.fromString(search.query()));
        return link;
    }

    private Component rows(List<CourseRow> rows, Map<CourseId, Passage> passages, Map<CourseId, MyCourse> standing) {
        var list = new UnorderedList();
        list.addClassName("courses");
        for (var row : rows) {
            var item = new ListItem(
                    new RouterLink(row.title(), CourseView.class, new RouteParameters("slug", row.slug())));
            if (!row.summary().isEmpty()) item.add(new Paragraph(row.summary()));
            var facts = new Paragraph(words.value(getLocale(), "niveau", row.level()) + " · "
                    + Size.time(words, getLocale(), row.minutes()) + " · "
                    + Size.weight(words, getLocale(), row.bytes()) + " · "
                    + words.value(getLocale(), "licence", row.licence()));
            facts.addClassName("muted");
            item.add(facts);
            Optional.ofNullable(passages.get(row.id())).ifPresent(passage -> item.add(passage(row, passage)));
            Optional.ofNullable(standing.get(row.id())).ifPresent(mine -> item.add(standing(mine)));
            list.add(item);
        }
        return list;
    }

    /** Leads into the course: whoever is not in it yet enters by it. */
    private Component passage(CourseRow row, Passage passage) {
        var link = CourseDoorView.to(
                row.code(), passage.lesson(), getTranslation("catalogue.passage", passage.lesson(), passage.title()));
        var found = new Paragraph(link);
        found.addClassName("found");
        return found;
    }

    private Component standing(MyCourse mine) {
        var state = new Paragraph(
                mine.completedAt().isPresent()
                        ? getTranslation("catalogue.mine.done")
                        : getTranslation("catalogue.mine", mine.progress().percent()));
        state.addClassName("tick");
        return state;
    }

    private Component pages(Search search, long total) {
        var pages = new Div();
        pages.addClassName("row");
        if (search.page() > 0) pages.add(link(getTranslation("catalogue.previous"), search.atPage(search.page() - 1)));
        if ((search.page() + 1L) * Search.PAGE < total)
            pages.add(link(getTranslation("catalogue.next"), search.atPage(search.page() + 1)));
        return pages;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("place.courses") + " · D-CLIC";
    }
}
