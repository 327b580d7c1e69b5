package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.rights.Directory;
import org.francophonie.dclic.rights.service.MatrixHistoryService;
import org.francophonie.dclic.rights.service.MatrixHistoryService.Version;
import org.francophonie.dclic.rights.service.MatrixService.Column;

/** The versions of a profile, newest first: who changed what and when, and the way to bring one back. */
final class ProfileHistory extends Div {
    private static final long serialVersionUID = 1;

    private final transient Column column;
    private final transient Map<PersonId, Directory.Named> names;

    ProfileHistory(MatrixHistoryService history, Directory directory, Column column) {
        this.column = column;
        var versions = history.versions(column.code());
        names = directory.people(
                versions.stream().flatMap(version -> version.actor().stream()).collect(Collectors.toSet()));
        var list = new OrderedList();
        list.addClassName("people");
        for (int i = 0; i < versions.size(); i++) list.add(item(versions.get(i), i == 0));
        add(new H2(getTranslation("history.title")));
        add(versions.isEmpty() ? new Paragraph(getTranslation("history.none")) : list);
    }

    private Component item(Version version, boolean current) {
        var who = version.actor()
                .map(actor -> names.containsKey(actor) ? names.get(actor).displayName() : getTranslation("people.gone"))
                .orElse(getTranslation("history.platform"));
        var item = new ListItem(
                new Span(Moment.minute(version.at()) + " · " + who),
                new NativeDetails(
                        getTranslation("history.changes", version.changes().size()),
                        RightsWords.changes(version.changes())));
        if (current) item.add(new Span(getTranslation("history.current")));
        else {
            var back = new RouterLink(
                    getTranslation("history.back"), ProfileView.class, ProfilesView.parameters(column.code()));
            back.setQueryParameters(ProfileView.version(version.revision()));
            item.add(back);
        }
        return item;
    }
}
