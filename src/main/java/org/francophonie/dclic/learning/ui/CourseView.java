package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.francophonie.dclic.authoring.CourseDescription;
import org.francophonie.dclic.authoring.CourseExports;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.QuizFacts;
import org.francophonie.dclic.catalogue.Share;
import org.francophonie.dclic.learning.MyCourse;
import org.francophonie.dclic.learning.service.CourseVisit;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.ProgressLine;

/** A course before one enters it, or comes back to it: what it gives, its steps and its cost. */
@Route(value = "formations/:slug", layout = MainLayout.class)
@ViewRight(Right.FOLLOW_COURSE)
public final class CourseView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Publications publications;
    private final transient CourseExports exports;
    private final transient LearningService learning;
    private final transient QuizNews quizzes;
    private final transient Platform platform;
    private final transient Words words;
    private String title = "";

    CourseView(
            Publications publications,
            CourseExports exports,
            LearningService learning,
            QuizNews quizzes,
            Platform platform,
            Words words) {
        this.publications = publications;
        this.exports = exports;
        this.learning = learning;
        this.quizzes = quizzes;
        this.platform = platform;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var code =
                event.getRouteParameters().get("slug").flatMap(HumanCode::head).orElse("");
        var publication = publications.currentByCode(code).orElseThrow(() -> new NotFound("course"));
        var course = publication.document();
        var mine = Optional.ofNullable(
                learning.standing(Set.of(publication.course())).get(publication.course()));
        var said = course.description();
        title = said.title();
        var text =
                new Div(list("course.objectives", said.objectives()), outline(course, mine.isPresent(), done(course)));
        var side = new Div(
                text("course.audience", said.audience()),
                text("course.prerequisite", said.prerequisite()),
                text("course.authors", String.join(", ", said.authors())),
                reuse(course),
                share(course));
        var split = new Div(text, side);
        split.addClassNames("split", "r");
        add(
                new Crumbs(new RouterLink(getTranslation("place.courses"), CatalogueView.class)),
                new H1(said.title()),
                lead(said),
                way(course, mine, CourseDoorView.lesson(event)),
                facts(course),
                split);
    }

    private static Component lead(CourseDescription said) {
        var lead = new Paragraph(said.summary());
        lead.addClassName("lead");
        return lead;
    }

    private String lessons(Optional<MyCourse> mine) {
        return mine.map(my -> my.completedAt().isPresent()
                        ? getTranslation("course.again")
                        : getTranslation("course.resume", my.nextLesson()))
                .orElseGet(() -> getTranslation("course.start"));
    }

    /** In, on, or back: one button, with where it leads. */
    private Component way(PublishedCourse course, Optional<MyCourse> mine, Optional<Integer> lesson) {
        var go = mine.filter(my -> my.completedAt().isEmpty() && my.nextLesson() == 0)
                .<RouterLink>map(my -> new QuizLink(course.code(), getTranslation("my.go-quiz")))
                .orElseGet(() -> lesson.map(number -> CourseDoorView.to(course.code(), number, lessons(mine)))
                        .orElseGet(() -> new RouterLink(
                                lessons(mine), CourseDoorView.class, CourseDoorView.parameters(course.code()))));
        go.addClassNames("button", "main");
        var way = new Div(new Paragraph(go));
        mine.flatMap(my -> quizzes.line(my, this)).ifPresent(way::add);
        mine.ifPresent(my -> way.add(new ProgressLine(
                my.progress().percent(),
                my.completedAt()
                        .map(at -> getTranslation("my.finished.on", Moment.day(at)))
                        .orElseGet(() -> getTranslation(
                                "my.progress",
                                my.progress().percent(),
                                Size.time(words, getLocale(), my.progress().minutesLeft()))))));
        return way;
    }

    private Component facts(PublishedCourse course) {
        var said = course.description();
        var facts = new UnorderedList();
        facts.addClassName("facts");
        Stream.of(
                        Size.time(words, getLocale(), course.minutes()),
                        Size.weight(words, getLocale(), course.bytes()),
                        words.value(getLocale(), "niveau", said.level()),
                        words.count(
                                getLocale(), "course.lessons", course.lessons().size()),
                        words.value(getLocale(), "licence", said.licence()),
                        getTranslation("course.code", course.code()))
                .map(ListItem::new)
                .forEach(facts::add);
        return facts;
    }

    private Component list(String key, List<String> lines) {
        if (lines.isEmpty()) return new Div();
        var list = new UnorderedList();
        lines.stream().map(ListItem::new).forEach(list::add);
        return new Div(new H2(getTranslation(key)), list);
    }

    private Component text(String key, String text) {
        return text.isEmpty() ? new Div() : new Div(new H2(getTranslation(key)), new Paragraph(text));
    }

    /** What the learner has done of the version followed, which is shown unless another one has been published since. */
    private Set<UUID> done(PublishedCourse course) {
        return learning.visit(course.code()).map(CourseVisit::done).orElse(Set.of());
    }

    private Component outline(PublishedCourse course, boolean enrolled, Set<UUID> done) {
        var steps = new OrderedList();
        for (int i = 1; i <= course.lessons().size(); i++) {
            var lesson = course.lessons().get(i - 1);
            steps.add(step(
                    enrolled
                            ? new RouterLink(lesson.title(), LessonView.class, LessonView.parameters(course.code(), i))
                            : new Span(lesson.title()),
                    Size.time(words, getLocale(), lesson.minutes()) + " · "
                            + Size.weight(words, getLocale(), lesson.bytes())
                            + (done.contains(lesson.lessonId().value())
                                    ? " · ✓ " + getTranslation("state.done")
                                    : "")));
        }
        course.quiz()
                .ifPresent(quiz -> steps.add(step(
                        enrolled ? new QuizLink(course.code(), quiz.title()) : new Span(quiz.title()),
                        QuizFacts.of(words, getLocale(), quiz))));
        return new Div(new H2(getTranslation("course.outline")), steps);
    }

    private static ListItem step(Component name, String cost) {
        var muted = new Span(" " + cost);
        muted.addClassName("muted");
        return new ListItem(name, muted);
    }

    private Component reuse(PublishedCourse course) {
        var bytes = exports.weight(course);
        if (bytes.isEmpty()) return new Div();
        var link = new Anchor("/media/" + course.code() + "/formation.zip", getTranslation("course.package"));
        link.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        var weight =
                new Span(getTranslation("course.package.weight", Size.weight(words, getLocale(), bytes.getAsLong())));
        weight.addClassName("weight");
        return new Div(
                new H2(getTranslation("course.reuse")),
                new Paragraph(getTranslation(
                        "course.reuse.text",
                        words.value(getLocale(), "licence", course.description().licence()))),
                new Paragraph(link, new Text(" "), weight));
    }

    private Component share(PublishedCourse course) {
        var address = platform.url("/formations/" + course.slug());
        var links = new UnorderedList();
        links.addClassName("share");
        for (var share : Share.of(address, title)) {
            var link = new Anchor(share.address(), share.name());
            link.getElement().setAttribute("rel", "noopener nofollow").setAttribute("target", "_blank");
            links.add(new ListItem(link));
        }
        return new Div(new H2(getTranslation("course.share")), links, copy(address));
    }

    private Component copy(String address) {
        var words = new Span(address);
        words.setId("lien");
        var button = new NativeButton(getTranslation("course.copy.do"));
        button.addClassName("button");
        button.getElement()
                .setAttribute("data-copy", "lien")
                .setAttribute("data-copied", getTranslation("block.copied"));
        var line = new Paragraph(words, new Text(" "), button);
        line.addClassName("address");
        return line;
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
