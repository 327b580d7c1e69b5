package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.LightMode;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.ReadAloud;

/** Where one is in the course, what the lesson will cost, and its quiet tools. */
final class LessonHead extends Div {
    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final H1 title = new H1();
    private final Paragraph place = new Paragraph();
    private final Paragraph objective = new Paragraph();

    /** @param text the lesson itself, which can be read aloud */
    LessonHead(PublishedCourse course, Element text, Words words) {
        this.words = words;
        addClassName("head");
        var crumbs = new Crumbs(
                new RouterLink(getTranslation("place.home"), MySpaceView.class),
                new RouterLink(
                        course.description().title(), CourseView.class, new RouteParameters("slug", course.slug())));
        place.addClassName("muted");
        objective.addClassName("lead");
        var tools = new Div(
                new ReadAloud(text, Locale.forLanguageTag(course.description().language())),
                new PlainButton(
                        getTranslation(LightMode.isOn() ? "player.full" : "player.light"), LessonHead::toggleLight),
                new PlainButton(
                        getTranslation("player.print"),
                        () -> UI.getCurrent().getPage().executeJs("window.print()")));
        tools.addClassNames("row", "no-print");
        add(crumbs, title, place, objective, tools);
    }

    /** @param number of the lesson in sight */
    void show(PublishedLesson lesson, int number, int of) {
        title.setText(lesson.title());
        place.setText(getTranslation("lesson.place", number, of) + " · "
                + Size.time(words, getLocale(), lesson.minutes()) + " · "
                + Size.weight(words, getLocale(), lesson.bytes()));
        objective.setText(lesson.objective());
    }

    /** Another lesson is in sight, from its beginning: whoever cannot see that hears its title. */
    void focusTitle() {
        title.getElement().executeJs("this.tabIndex = -1; this.focus({ preventScroll: true }); window.scrollTo(0, 0)");
    }

    /** A cookie is read with the next request only: the page is asked for anew, at the same place. */
    private static void toggleLight() {
        LightMode.set(!LightMode.isOn());
        UI.getCurrent().getPage().reload();
    }
}
