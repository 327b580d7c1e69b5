package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.francophonie.dclic.authoring.block.Piece;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.ui.DraftArea;
import org.francophonie.dclic.platform.ui.RichText;

/** Something to think about, in the learner's own words, kept for the learner alone. */
final class ReflectionPanel extends Section {
    private static final long serialVersionUID = 1;
    private static final String FORM = "reflection";
    private static final int MOST = 20_000;

    ReflectionPanel(Piece.Think think, DraftService drafts) {
        addClassName("exercise");
        var title = new Paragraph(getTranslation("lesson.think"));
        title.addClassName("exercise-title");
        add(
                title,
                new RichText(think.prompt()),
                new DraftArea(
                        getTranslation("reflection.label"),
                        FORM,
                        think.reflection().id().toString(),
                        MOST,
                        drafts));
    }
}
