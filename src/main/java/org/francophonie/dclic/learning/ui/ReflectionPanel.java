package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.francophonie.dclic.authoring.block.Piece;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.ui.RichText;

/** Something to think about: the words stay in this browser until the server has them, then with the server for ever. */
final class ReflectionPanel extends Section {
    private static final long serialVersionUID = 1;
    private static final String FORM = "reflection";
    private static final int MILLISECONDS = 2000;
    private static final int MILLISECONDS_WHEN_LONG = 10_000;
    private static final int LONG = 2048;
    private static final int MOST = 20_000;

    private final transient DraftService drafts;
    private final String object;
    private final TextArea text;
    private final Paragraph state = new Paragraph();

    /** @param person whose words these are: two people may share a phone */
    ReflectionPanel(Piece.Think think, String person, DraftService drafts) {
        this.drafts = drafts;
        object = think.reflection().id().toString();
        addClassName("exercise");
        var title = new Paragraph(getTranslation("lesson.think"));
        title.addClassName("exercise-title");
        text = new TextArea(getTranslation("reflection.label"));
        text.setMaxLength(MOST);
        text.setMinHeight("6rem");
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(MILLISECONDS);
        drafts.find(FORM, object).ifPresent(draft -> text.setValue(draft.text()));
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) keep(event.getValue());
        });
        state.addClassName("tick");
        var waiting = new Paragraph(getTranslation("draft.waiting"));
        waiting.addClassName("waiting");
        state.getElement().setAttribute("role", "status");
        add(title, new RichText(think.prompt()), text, state, waiting);
        var key = person + ":" + FORM + ":" + object;
        text.getElement().executeJs("window.dclicDraft(this, $0)", key);
        this.key = key;
    }

    private final String key;

    private void keep(String typed) {
        drafts.keep(FORM, object, typed);
        state.setText(getTranslation("draft.sent"));
        text.setValueChangeTimeout(typed.length() > LONG ? MILLISECONDS_WHEN_LONG : MILLISECONDS);
        text.getElement().executeJs("window.dclicSent(this, $0, $1)", key, typed);
    }
}
