package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.catalogue.Catalogue;
import org.francophonie.dclic.catalogue.CourseRow;
import org.francophonie.dclic.learning.MyCourse;
import org.francophonie.dclic.learning.Progress;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.HomeTile;
import org.francophonie.dclic.platform.ui.Icon;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Place;
import org.francophonie.dclic.platform.ui.ProgressLine;
import org.francophonie.dclic.platform.ui.ScreenParts;
import org.francophonie.dclic.platform.ui.Surface;
import org.springframework.beans.factory.ObjectProvider;

/** A learner's own place: what to go on with, courses begun and finished, and what to begin next. */
@Route(value = "", layout = MainLayout.class)
@ViewRight(Right.FOLLOW_COURSE)
@Place(value = "place.home", icon = Icon.HOME, order = 1)
public final class MySpaceView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Words words;
    private final transient QuizNews quizzes;

    MySpaceView(
            LearningService learning,
            Catalogue catalogue,
            SettingService settings,
            Words words,
            ScreenParts parts,
            QuizNews quizzes,
            ObjectProvider<HomeTile> tiles) {
        this.words = words;
        this.quizzes = quizzes;
        add(new H1(getTranslation("place.home")));
        var order = parts.shown(Surface.HOME);
        var built = new HashMap<String, Component>();
        tiles.orderedStream()
                .filter(tile -> tile.isUrgent() || order.contains(tile.code()))
                .forEach(tile -> tile.tile().ifPresent(shown -> {
                    if (tile.isUrgent()) add(shown);
                    else built.put(tile.code(), shown);
                }));
        var mine = learning.mine();
        courses(mine, built);
        if (order.contains(LearningSections.SUGGESTIONS)) {
            var newest = catalogue.newest(
                    settings.value(Setting.SUGGESTIONS),
                    mine.stream().map(MyCourse::course).collect(Collectors.toSet()));
            if (!newest.isEmpty()) built.put(LearningSections.SUGGESTIONS, suggestions(newest));
        }
        var left = new Div();
        var columns = new Div(left);
        columns.addClassName("columns");
        for (var code : order) {
            var part = built.get(code);
            if (part == null) continue;
            // what comes last anyhow stands beside the rest where there is room
            if (code.equals(LearningSections.SUGGESTIONS) && code.equals(order.getLast())) columns.add(part);
            else left.add(part);
        }
        add(columns);
    }

    private void courses(List<MyCourse> mine, Map<String, Component> built) {
        var active =
                mine.stream().filter(course -> course.completedAt().isEmpty()).toList();
        var finished =
                mine.stream().filter(course -> course.completedAt().isPresent()).toList();
        if (mine.isEmpty()) built.put(LearningSections.RESUME, empty());
        else if (!active.isEmpty()) built.put(LearningSections.RESUME, resume(active.getFirst()));
        if (active.size() > 1)
            built.put(
                    LearningSections.ACTIVE,
                    section(LearningSections.ACTIVE, active.stream().skip(1).map(this::row)));
        if (!finished.isEmpty())
            built.put(
                    LearningSections.FINISHED,
                    section(LearningSections.FINISHED, finished.stream().map(this::finished)));
    }

    private Component section(String title, Stream<Component> cards) {
        var section = new Section(new H2(getTranslation(title)));
        cards.forEach(section::add);
        return section;
    }

    private Component suggestions(List<CourseRow> newest) {
        return section(LearningSections.SUGGESTIONS, newest.stream().map(course -> {
            var link = new RouterLink(course.title(), CourseView.class, new RouteParameters("slug", course.slug()));
            return card(
                    link,
                    muted(Size.time(words, getLocale(), course.minutes()) + " · "
                            + Size.weight(words, getLocale(), course.bytes())));
        }));
    }

    private Component empty() {
        var catalogue = new RouterLink(getTranslation("my.empty.do"), CatalogueView.class);
        catalogue.addClassNames("button", "main");
        var tour = new RouterLink(getTranslation("tour.offer"), WelcomeView.class);
        return card(
                new H2(getTranslation("my.empty.title")),
                new Paragraph(getTranslation("my.empty.text")),
                new Paragraph(catalogue),
                new Paragraph(tour));
    }

    private Component resume(MyCourse course) {
        var go = course.nextLesson() > 0
                ? new RouterLink(
                        getTranslation("my.go-on"), CourseDoorView.class, CourseDoorView.parameters(course.code()))
                : new QuizLink(course.code(), getTranslation("my.go-quiz"));
        go.addClassNames("button", "main");
        var title = new H2(getTranslation("my.resume"));
        var name = new Paragraph(new Span(course.title()));
        name.addClassName("strong");
        var next = course.nextLesson() > 0
                ? getTranslation("my.next", course.nextLesson(), course.nextTitle())
                : course.nextTitle();
        var card = card(title, name, new Paragraph(next));
        quizzes.line(course, this).ifPresent(card::add);
        card.add(progress(course.progress()), new Paragraph(go));
        return card;
    }

    private Component progress(Progress progress) {
        return new ProgressLine(
                progress.percent(),
                getTranslation(
                        "my.progress", progress.percent(), Size.time(words, getLocale(), progress.minutesLeft())));
    }

    private Component row(MyCourse course) {
        var link = new RouterLink(course.title(), CourseDoorView.class, CourseDoorView.parameters(course.code()));
        return card(link, progress(course.progress()));
    }

    private Component finished(MyCourse course) {
        var link = new RouterLink(course.title(), CourseDoorView.class, CourseDoorView.parameters(course.code()));
        var date = course.completedAt().map(Moment::day).orElse("");
        return card(link, muted(getTranslation("my.finished.on", date)));
    }

    private static Paragraph muted(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("muted");
        return paragraph;
    }

    private static Div card(Component... parts) {
        var card = new Div(parts);
        card.addClassName("card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("place.home") + " · D-CLIC";
    }
}
