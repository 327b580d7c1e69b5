package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.Incident;
import org.francophonie.dclic.platform.errors.IncidentService;
import org.francophonie.dclic.platform.errors.IncidentService.Found;

/** What went wrong on our side: found by the number that a person was told, or the newest first. The search is the address. */
@Route(value = "admin/incidents", layout = MainLayout.class)
@ViewRight(Right.READ_INCIDENT)
@AdminPage(value = "incidents.title", order = 70)
public final class IncidentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String NUMBER = "numero";
    private static final String CAUSE = "cause";

    private final transient IncidentService incidents;

    IncidentsView(IncidentService incidents) {
        this.incidents = incidents;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        removeAll();
        var number = asked.getSingleParameter(NUMBER).orElse("");
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("incidents.title")),
                search(number));
        if (number.isEmpty()) list(asked.getSingleParameter(CAUSE), Pages.asked(asked));
        else one(number);
    }

    private Component search(String number) {
        var field = new TextField(getTranslation("incidents.number"));
        field.setHelperText(getTranslation("incidents.number.help"));
        field.setMaxLength(40);
        field.setValue(number);
        var go = new Button(getTranslation("incidents.look"), _ -> look(field.getValue()));
        go.addClickShortcut(Key.ENTER);
        var form = new Div(field, go);
        form.addClassName("filters");
        form.getElement().setAttribute("role", "search");
        return form;
    }

    private void look(String typed) {
        var text = typed.strip();
        getUI().ifPresent(ui -> ui.navigate(
                IncidentsView.class, text.isEmpty() ? QueryParameters.empty() : QueryParameters.of(NUMBER, text)));
    }

    private void one(String typed) {
        var found = Incident.read(typed).flatMap(incidents::find);
        found.ifPresent(incident -> add(card(incident, true)));
        if (found.isEmpty()) {
            var none = new Paragraph(getTranslation("incidents.unknown"));
            none.getElement().setAttribute("role", "status");
            add(none);
        }
        add(new Paragraph(new RouterLink(getTranslation("incidents.all"), IncidentsView.class)));
    }

    private void list(Optional<String> cause, int page) {
        List<Found> found = incidents.list(cause, page);
        if (cause.isPresent())
            add(
                    new H2(getTranslation("incidents.same")),
                    new Paragraph(new RouterLink(getTranslation("incidents.all"), IncidentsView.class)));
        if (found.isEmpty()) add(new Paragraph(getTranslation("incidents.none")));
        found.forEach(incident -> add(card(incident, false)));
        add(new Pages(
                IncidentsView.class,
                cause.map(same -> Map.of(CAUSE, same)).orElse(Map.of()),
                page,
                found.size() == IncidentService.PAGE));
    }

    private Component card(Found incident, boolean whole) {
        var number = new Span(incident.number());
        number.addClassName("code-line");
        var facts = new Paragraph(Stream.of(
                        Moment.minute(incident.at()),
                        incident.place(),
                        incident.browser(),
                        incident.node(),
                        incident.version())
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · ")));
        facts.addClassName("muted");
        var stack = new Pre(incident.stack());
        stack.addClassName("letter");
        stack.getElement().setAttribute("tabindex", "0").setAttribute("dir", "ltr");
        var detail = new NativeDetails(getTranslation("incidents.detail"), stack);
        detail.setOpen(whole);
        var card = new Div(new Paragraph(number, new Span(" " + incident.shortKind())), facts);
        if (incident.lately() > 1) {
            var same = new RouterLink(getTranslation("incidents.lately", incident.lately()), IncidentsView.class);
            same.setQueryParameters(QueryParameters.of(CAUSE, incident.cause()));
            card.add(new Paragraph(same));
        }
        card.add(detail);
        card.addClassName("card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("incidents.title") + " · D-CLIC";
    }
}
