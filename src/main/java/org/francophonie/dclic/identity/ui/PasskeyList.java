package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;
import org.francophonie.dclic.identity.service.Passkey;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Moment;

/** The keys of a person: on which device each was made, and when it last opened the door. */
final class PasskeyList extends Div {
    private static final long serialVersionUID = 1;

    /** @param mayRemove not the last thing that opens the second door */
    PasskeyList(java.util.List<Passkey> keys, boolean mayRemove, Consumer<Passkey> remove, Runnable again) {
        add(new H2(getTranslation("passkey.title")));
        if (keys.isEmpty()) return;
        var list = new UnorderedList();
        list.addClassName("report");
        for (var key : keys) {
            var item = new ListItem(new Span(line(key) + " "));
            if (mayRemove)
                item.add(Confirm.behind(
                        getTranslation("passkey.remove"),
                        () -> getTranslation("passkey.remove.sure", key.label()),
                        () -> remove.accept(key),
                        again));
            list.add(item);
        }
        add(list);
        if (!mayRemove) add(new Paragraph(getTranslation("passkey.last")));
    }

    private String line(Passkey key) {
        return key.label() + " · " + getTranslation("passkey.made", Moment.minute(key.madeAt()))
                + key.usedAt()
                        .map(at -> " · " + getTranslation("passkey.used", Moment.minute(at)))
                        .orElse("");
    }
}
