package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.HashSet;
import java.util.List;
import org.francophonie.dclic.audit.AuditEvent;
import org.francophonie.dclic.audit.service.AuditService;
import org.francophonie.dclic.audit.service.ExportRequests;
import org.francophonie.dclic.audit.service.VerificationService;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Pages;
import org.francophonie.dclic.rights.Directory;
import org.francophonie.dclic.rights.ProfileNames;
import org.springframework.dao.DataAccessException;

/** The trail: who did what to whom, when and from where. What is looked for stands in the address. */
@Route(value = "admin/audit", layout = MainLayout.class)
@ViewRight(Right.READ_AUDIT)
@AdminPage(value = "audit.title", order = 30)
public final class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient AuditService audit;
    private final transient ExportRequests requests;
    private final transient VerificationService verifications;
    private final transient Directory directory;
    private final transient ProfileNames profileNames;
    private final transient Gate gate;
    private final transient Freshness freshness;

    AuditView(
            AuditService audit,
            ExportRequests requests,
            VerificationService verifications,
            Directory directory,
            ProfileNames profileNames,
            Gate gate,
            Freshness freshness) {
        this.audit = audit;
        this.requests = requests;
        this.verifications = verifications;
        this.directory = directory;
        this.profileNames = profileNames;
        this.gate = gate;
        this.freshness = freshness;
    }

    /** Everything that somebody did. */
    public static QueryParameters doneBy(String code) {
        return QueryParameters.of("qui", code);
    }

    /** Everything that was read or changed of somebody. */
    public static QueryParameters about(String code) {
        return QueryParameters.of("sur", code);
    }

    /** Everything that happened to one object. */
    public static QueryParameters of(String objectId) {
        return QueryParameters.of("objet", objectId);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        show(AuditQuery.of(asked), Pages.asked(asked));
    }

    private void show(AuditQuery query, int page) {
        removeAll();
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("audit.title")));
        if (gate.allows(Right.EXPORT_AUDIT)) add(new WaitingExports(requests, directory));
        if (gate.allows(Right.VERIFY_AUDIT)) add(new ChainPanel(verifications));
        add(new AuditForm(query, asked -> getUI().ifPresent(
                        ui -> ui.navigate(AuditView.class, QueryParameters.simple(asked.parameters())))));
        try {
            var search = query.search(directory);
            var found = audit.search(search, page);
            if (found.isEmpty()) add(new Paragraph(getTranslation("audit.none")));
            else {
                if (gate.allows(Right.EXPORT_AUDIT))
                    add(new ExportPanel(audit, requests, freshness, search, address(query)));
                add(list(found));
            }
            add(new Pages(AuditView.class, query.parameters(), page, found.size() == AuditService.PAGE));
        } catch (AuditQuery.Unreadable unreadable) {
            add(error(unreadable.key()));
            if (unreadable.key().equals("audit.nobody"))
                add(new Paragraph(new Anchor("/app/admin/personnes", getTranslation("audit.look-for"))));
        } catch (DataAccessException e) { // an address that looks like one and is none
            if (query.network().isEmpty()) throw e;
            add(error("audit.no-network"));
        }
    }

    private ErrorLine error(String key) {
        var error = new ErrorLine();
        error.say(getTranslation(key));
        return error;
    }

    private Component list(List<AuditEvent> found) {
        var ids = new HashSet<PersonId>();
        found.forEach(event -> {
            event.actor().ifPresent(ids::add);
            ids.addAll(event.subjects());
        });
        var names = directory.people(ids);
        var list = new Div();
        var profiles = profileNames.names(getLocale());
        found.forEach(event -> list.add(new EventCard(event, names, profiles)));
        return list;
    }

    private static String address(AuditQuery query) {
        return QueryParameters.simple(query.parameters()).getQueryString();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title") + " · D-CLIC";
    }
}
