package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.dom.Element;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.drafts.Draft;
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

    private static final String BASE = "element.dclicBase";

    private final transient DraftService drafts;
    private final String form;
    private final String object;
    private final String key;
    private final int most;
    private final Element area = new Element("textarea");
    private final Paragraph state = new Paragraph();
    private final Div conflict = new Div();
    private transient @Nullable DomListenerRegistration listening;
    private int pause;
    private final long opened;
    private long version;
    private boolean told;
    private String sent = "draft.sent";

    /** @param key of what is said when the text is kept, where it is kept to be worked on and nothing is done with it yet */
    public void saysWhenKept(String key) {
        sent = key;
    }

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
        var before = drafts.find(form, object);
        opened = before.map(Draft::version).orElse(Draft.NONE);
        version = opened;
        var written = before.map(Draft::text).orElse("");
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
        add(state, waiting, conflict);
        listen(written);
        area.addPropertyChangeListener("value", "change", _ -> {});
        area.executeJs("window.dclicDraft(this, $0, $1)", key, opened);
    }

    /** What is in the field when it is left: a button pressed after it reads all of it. */
    public String text() {
        var typed = area.getProperty("value", "");
        return typed.length() <= most ? typed : typed.substring(0, most);
    }

    /** Its text has done its work; the field itself may go away with it, so it is the page that forgets the copy. */
    public void clear() {
        area.setProperty("value", "");
        keep("", version);
        state.setText("");
        UI.getCurrent().getPage().executeJs("window.dclicDone($0)", key);
    }

    private void listen(String text) {
        int wanted = text.length() > LONG ? MILLISECONDS_WHEN_LONG : MILLISECONDS;
        if (wanted == pause) return;
        pause = wanted;
        if (listening != null) listening.remove();
        listening = area.addEventListener("input", event -> {
                    var data = event.getEventData();
                    keep(data.get(VALUE).asString(), data.get(BASE).asLong(opened));
                })
                .addEventData(VALUE)
                .addEventData(BASE)
                .debounce(pause);
    }

    /** @param base version that the text goes on from; an older one than this screen began with was kept by the browser */
    private void keep(String typed, long base) {
        var text = typed.length() <= most ? typed : typed.substring(0, most);
        var kept = drafts.keep(form, object, text, base < opened && !told ? base : version);
        listen(text);
        if (kept.isConflict()) {
            ask(kept.draft(), text);
            return;
        }
        sent(kept.draft(), typed);
    }

    private void sent(Draft draft, String typed) {
        version = draft.version();
        conflict.removeAll();
        conflict.removeClassName("confirm");
        state.setText(getTranslation(sent));
        area.executeJs("window.dclicSent(this, $0, $1, $2)", key, typed, version);
    }

    /** The same person wrote something else in another tab or on another device: nothing is lost, and they say what stays. */
    private void ask(Draft other, String text) {
        state.setText("");
        var before = new Paragraph(other.text());
        before.addClassName("other-text");
        var ways = new Div();
        ways.addClassName("row");
        var both = other.text().strip() + "\n\n" + text.strip();
        if (both.length() <= most) {
            var keep = new NativeButton(getTranslation("draft.conflict.both"), _ -> resolve(other, both));
            keep.addClassName("button");
            ways.add(keep);
        }
        ways.add(
                new PlainButton(getTranslation("draft.conflict.here"), () -> resolve(other, text)),
                new PlainButton(getTranslation("draft.conflict.there"), () -> resolve(other, other.text())));
        conflict.removeAll();
        conflict.addClassName("confirm");
        conflict.getElement().setAttribute("role", "alert");
        conflict.add(new Paragraph(getTranslation("draft.conflict")), before, ways);
    }

    private void resolve(Draft other, String text) {
        told = true;
        version = other.version();
        var kept = drafts.keep(form, object, text, version);
        if (kept.isConflict()) ask(kept.draft(), text);
        else {
            area.executeJs("window.dclicChosen(this, $0, $1)", key, text);
            sent(kept.draft(), text);
        }
    }
}
