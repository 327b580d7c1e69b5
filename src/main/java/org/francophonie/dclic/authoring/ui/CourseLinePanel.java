package org.francophonie.dclic.authoring.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.francophonie.dclic.authoring.block.Size;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.authoring.service.CourseLine;
import org.francophonie.dclic.authoring.service.PublicationService;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Toast;

/** One course on its author's desk: its state, and what may be done with it. */
final class CourseLinePanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient CourseDesk desk;
    private final transient PublicationService publications;
    private final transient Words words;

    CourseLinePanel(CourseLine line, CourseDesk desk, PublicationService publications, Words words) {
        this.desk = desk;
        this.publications = publications;
        this.words = words;
        addClassName("card");
        show(line);
    }

    private void show(CourseLine line) {
        removeAll();
        var state = new Paragraph(line.published()
                .map(version -> getTranslation(
                        "desk.published",
                        version.number(),
                        Moment.day(version.publishedAt()),
                        Size.weight(words, getLocale(), version.document().bytes())))
                .orElseGet(() -> getTranslation("desk.draft", Moment.day(line.createdAt()))));
        state.addClassName("muted");
        var ways = new Div();
        ways.addClassName("row");
        if (line.isAhead() && line.mayPublish()) ways.add(publishing(line));
        if (line.isAhead()) ways.add(DraftView.link(line.code(), 1, getTranslation("desk.preview")));
        if (line.published().isPresent()) ways.add(CourseDeskView.publicPage(line.slug(), getTranslation("desk.see")));
        if (line.mayRewrite()) ways.add(ImportView.into(line.code(), getTranslation("desk.replace")));
        add(new H2(line.title()), state);
        if (line.published().isPresent() && line.isAhead())
            add(new Paragraph(getTranslation("desk.ahead", Moment.day(line.changedAt()))));
        if (line.isAhead() && !line.mayPublish()) add(new Paragraph(getTranslation("desk.ask-editor")));
        add(ways);
    }

    private Button publishing(CourseLine line) {
        var words = line.published()
                .map(version -> getTranslation("desk.publish-next", version.number() + 1))
                .orElseGet(() -> getTranslation("desk.publish"));
        var publish = new Button(words, _ -> publish(line.id()));
        publish.setDisableOnClick(true);
        return publish;
    }

    private void publish(CourseId course) {
        publications.publish(course);
        desk.line(course).ifPresent(line -> {
            show(line);
            Toast.show(getTranslation("desk.is-published", line.title()));
        });
    }
}
