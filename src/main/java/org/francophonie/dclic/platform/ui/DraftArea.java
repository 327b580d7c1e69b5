package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.dom.Element;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.jspecify.annotations.Nullable;

/**
 * A long text of which nothing is lost: it stays in this browser until the server has it, reaches the server two seconds
 * after a pause (above 2 KB at most every ten seconds, so that a slow link is not eaten by it), and is there again on every
 * device. It is the browser's own field: it weighs nothing.
 */
public final class DraftArea extends Div {
    private static final long serialVersionUID = 1;
    private static final int MILLISECONDS = 2000;
    private static final int MILLISECONDS_WHEN_LONG = 10_000;
    private static final int LONG = 2048;
    private static final String VALUE = "element.value";

    private final transient DraftService drafts;
    private final String form;
    private final String object;
    private final String key;
    private final int most;
    private final Element area = new Element("textarea");
    private final Paragraph state = new Paragraph();
    private transient @Nullable DomListenerRegistration listening;
    private int pause;

    /**
     * @param form what is written, and {@code object} about what: together they name the draft of the person signed in
     * @param most characters
     */
    public DraftArea(String label, String form, String object, int most, DraftService drafts) {
        this.drafts = drafts;
        this.form = form;
        this.object = object;
        this.most = most;
        // Two people may share a phone: what the browser keeps is the person's own.
        key = Actors.current().requirePerson() + ":" + form + ":" + object;
        var written = drafts.find(form, object).map(draft -> draft.text()).orElse("");
        area.setAttribute("maxlength", Integer.toString(most));
        if (!written.isEmpty()) area.setProperty("value", written);
        var field = new Element("label").setText(label);
        field.appendChild(area);
        var waiting = new Paragraph(getTranslation("draft.waiting"));
        waiting.addClassName("waiting");
        state.addClassName("tick");
        state.getElement().setAttribute("role", "status");
        addClassName("draft");
        getElement().appendChild(field);
        add(state, waiting);
        listen(written);
        area.executeJs("window.dclicDraft(this, $0)", key);
    }

    private void listen(String text) {
        int wanted = text.length() > LONG ? MILLISECONDS_WHEN_LONG : MILLISECONDS;
        if (wanted == pause) return;
        pause = wanted;
        if (listening != null) listening.remove();
        listening = area.addEventListener(
                        "input", event -> keep(event.getEventData().get(VALUE).asString()))
                .addEventData(VALUE)
                .debounce(pause);
    }

    private void keep(String typed) {
        var text = typed.length() <= most ? typed : typed.substring(0, most);
        drafts.keep(form, object, text);
        state.setText(getTranslation("draft.sent"));
        area.executeJs("window.dclicSent(this, $0, $1)", key, typed);
        listen(text);
    }
}
