package org.francophonie.dclic.authoring.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.authoring.service.CourseLine;
import org.francophonie.dclic.authoring.service.FileUses;
import org.francophonie.dclic.authoring.service.PublicationService;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Toast;

/** One course on its author's desk: its state, and what may be done with it. */
final class CourseLinePanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient CourseDesk desk;
    private final transient PublicationService publications;
    private final transient FileUses uses;
    private final transient Words words;

    CourseLinePanel(CourseLine line, CourseDesk desk, PublicationService publications, FileUses uses, Words words) {
        this.desk = desk;
        this.publications = publications;
        this.uses = uses;
        this.words = words;
        addClassName("card");
        show(line);
    }

    private void show(CourseLine line) {
        show(line, line.isDiscarded() ? binWays(line) : ways(line));
    }

    private void show(CourseLine line, Component below) {
        removeAll();
        add(new H2(line.title()), muted(who(line)), muted(state(line)));
        if (!line.isDiscarded() && line.published().isPresent() && line.isAhead())
            add(new Paragraph(getTranslation("desk.ahead", Moment.day(line.changedAt()))));
        if (!line.isDiscarded() && line.isAhead() && !line.mayPublish())
            add(new Paragraph(getTranslation("desk.ask-editor")));
        add(below);
        if (line.published().isPresent()) add(documents(line));
    }

    /** What was fetched how often; read when somebody wants to know. */
    private Component documents(CourseLine line) {
        var details = new NativeDetails(getTranslation("desk.documents"));
        var list = new UnorderedList();
        list.addClassName("report");
        details.setContent(list);
        details.addToggleListener(event -> {
            if (!event.isOpened()) return;
            list.removeAll();
            uses.of(line.id())
                    .forEach(file -> list.add(new ListItem(getTranslation(
                            file.uses() == 1 ? "desk.fetched.one" : "desk.fetched.other",
                            file.name(),
                            Size.weight(words, getLocale(), file.size()),
                            file.uses()))));
            if (list.getComponentCount() == 0) list.add(new ListItem(getTranslation("desk.documents.none")));
        });
        return details;
    }

    /** What tells two courses of one title apart. */
    private static String who(CourseLine line) {
        return line.authors().isEmpty() ? line.code() : line.code() + " · " + String.join(", ", line.authors());
    }

    private String state(CourseLine line) {
        if (line.isDiscarded()) return getTranslation("desk.discarded");
        return line.published()
                .map(version -> getTranslation(
                        "desk.published",
                        version.number(),
                        Moment.day(version.publishedAt()),
                        Size.weight(words, getLocale(), version.document().bytes())))
                .orElseGet(() -> getTranslation("desk.draft", Moment.minute(line.changedAt())));
    }

    private static Paragraph muted(String text) {
        var line = new Paragraph(text);
        line.addClassName("muted");
        return line;
    }

    private Component ways(CourseLine line) {
        var ways = new Div();
        ways.addClassName("row");
        if (line.isAhead() && line.mayPublish()) ways.add(new Button(publishing(line), _ -> ask(line)));
        if (line.isAhead()) ways.add(DraftView.link(line.code(), 1, getTranslation("desk.preview")));
        if (line.published().isPresent()) ways.add(CourseDeskView.publicPage(line.slug(), getTranslation("desk.see")));
        if (line.published().isPresent())
            ways.add(CourseHistoryView.link(line.code(), getTranslation("versions.title")));
        var whole = new Anchor(DraftFiles.packageOf(line.code()), getTranslation("desk.package"));
        whole.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        if (line.mayRewrite()) ways.add(whole);
        if (line.mayRewrite()) ways.add(ImportView.into(line.code(), getTranslation("desk.replace")));
        if (line.mayDiscard()) ways.add(new PlainButton(getTranslation("desk.discard"), () -> discard(line, true)));
        return ways;
    }

    private Component binWays(CourseLine line) {
        return line.mayDiscard()
                ? new PlainButton(getTranslation("desk.restore"), () -> discard(line, false))
                : new Div();
    }

    private String publishing(CourseLine line) {
        return line.published()
                .map(version -> getTranslation("desk.publish-next", version.number() + 1))
                .orElseGet(() -> getTranslation("desk.publish"));
    }

    private void ask(CourseLine line) {
        var question = getTranslation(
                line.published().isPresent() ? "desk.publish-next.ask" : "desk.publish.ask", line.title());
        show(line, new Confirm(question, publishing(line), () -> publish(line.id()), () -> show(line)));
    }

    private void publish(CourseId course) {
        publications.publish(course);
        desk.line(course).ifPresent(line -> {
            show(line);
            Toast.show(getTranslation("desk.is-published", line.title()));
        });
    }

    /** The line stays where it is, with the way back, until the screen is opened anew. */
    private void discard(CourseLine line, boolean discarded) {
        desk.discard(line.id(), discarded);
        desk.line(line.id()).ifPresent(this::show);
        Toast.show(getTranslation(discarded ? "desk.is-discarded" : "desk.is-restored", line.title()));
    }
}
