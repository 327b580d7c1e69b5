package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.learning.service.CourseVisit;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.ProgressLine;
import org.francophonie.dclic.platform.ui.RichText;

/** The steps of a course with their states, how far one has come and what is left; folded on a phone. */
final class OutlinePanel extends NativeDetails {
    private static final long serialVersionUID = 1;
    private static final int NAMED = 3;

    private final transient Words words;
    private final Element steps = new Element("div");
    private final ProgressLine progress = new ProgressLine();
    private final Paragraph why = new Paragraph();

    OutlinePanel(RichText.Trusted outline, Words words) {
        this.words = words;
        addClassNames("outline", "no-print");
        setSummaryText(getTranslation("player.outline"));
        why.addClassName("muted");
        RichText.fill(steps, outline);
        var content = new Div(progress, why);
        content.getElement().insertChild(1, steps);
        setContent(content);
        getElement().executeJs("this.open = matchMedia('(min-width: 64rem)').matches");
    }

    /** On a narrow screen it would stand between the learner and the lesson just chosen. */
    void fold() {
        getElement().executeJs("if (!matchMedia('(min-width: 64rem)').matches) this.open = false");
    }

    /** @param number of the lesson in sight */
    void show(CourseVisit visit, int number) {
        steps.executeJs("window.dclicOutline(this, $0, $1)", states(visit), number);
        progress.show(visit.progress().percent(), told(visit));
        why.setText(why(visit));
    }

    /** One digit a step: 1 when it is done. */
    private static String states(CourseVisit visit) {
        var course = visit.publication().document();
        Stream<UUID> ids = Stream.concat(
                course.lessons().stream().map(PublishedLesson::id),
                course.quiz().stream().map(QuizStep::id));
        return ids.map(id -> visit.done().contains(id) ? "1" : "0").collect(Collectors.joining());
    }

    private String told(CourseVisit visit) {
        var far = visit.progress();
        return visit.completedAt()
                .map(at -> getTranslation("player.completed", far.percent(), Moment.day(at)))
                .orElseGet(() -> getTranslation(
                        "player.progress",
                        far.percent(),
                        Size.time(words, getLocale(), far.minutesLeft()),
                        Size.weight(words, getLocale(), far.bytesLeft())));
    }

    /** Why it is not 100 %. */
    private String why(CourseVisit visit) {
        var left = visit.progress().left();
        if (left.isEmpty()) return getTranslation("player.all-done");
        return getTranslation(
                left.size() == 1 ? "player.left.one" : "player.left.other",
                left.size(),
                left.stream().limit(NAMED).map(step -> step.title()).collect(Collectors.joining(", "))
                        + (left.size() > NAMED ? "…" : ""));
    }
}
