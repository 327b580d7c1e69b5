package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.francophonie.dclic.identity.domain.PersonGroup.Kind;
import org.francophonie.dclic.identity.groups.GroupLine;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ui.Pick;

/** Groups in words, lists and links. */
final class GroupWords {
    private GroupWords() {}

    static String kind(Kind kind) {
        return UI.getCurrent().getTranslation("groups.kind." + kind);
    }

    static Pick.Lines kinds(List<Kind> kinds) {
        var names = new LinkedHashMap<String, String>();
        kinds.forEach(kind -> names.put(kind.name(), kind(kind)));
        return Pick.Lines.of(UI.getCurrent().getTranslation("groups.kind.choose"), names);
    }

    static RouterLink link(GroupId group, String name) {
        var link = new RouterLink(name, GroupView.class, new RouteParameters("id", group.toString()));
        link.getElement().setAttribute("dir", "auto");
        return link;
    }

    /** @param act what stands behind each */
    static Component list(Words words, List<GroupLine> lines, Function<GroupLine, Component> act) {
        var list = new UnorderedList();
        list.addClassName("people");
        for (var line : lines) {
            var language = UI.getCurrent().getLocale();
            var facts = new Span(" · " + kind(line.kind())
                    + (line.groups() > 0 ? " · " + words.count(language, "groups.below", line.groups()) : "")
                    + " · " + words.count(language, "groups.people", line.people()));
            facts.addClassName("muted");
            list.add(new ListItem(link(line.id(), line.name()), facts, act.apply(line)));
        }
        return list;
    }
}
