package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.francophonie.dclic.authoring.CourseExports;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.block.Look;
import org.francophonie.dclic.authoring.block.Piece;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.catalogue.Share;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.ui.CopyScript;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.json.JsonMapper;

/** A course and its lessons, for whoever passes by. */
@Controller
class CoursePages {
    private final Publications publications;
    private final ExerciseSource exercises;
    private final LessonRenderer renderer;
    private final ReadingCookie reading;
    private final CourseExports exports;
    private final Platform platform;
    private final JsonMapper json;

    CoursePages(
            Publications publications,
            ExerciseSource exercises,
            LessonRenderer renderer,
            ReadingCookie reading,
            CourseExports exports,
            Platform platform,
            JsonMapper json) {
        this.publications = publications;
        this.exercises = exercises;
        this.renderer = renderer;
        this.reading = reading;
        this.exports = exports;
        this.platform = platform;
        this.json = json;
    }

    /** A piece of a lesson in a template: markup, or a question with its answer folded away, or something to think about. */
    record Part(String html, List<String> options, List<String> others, String solution, String kind) {}

    @GetMapping({"/formations/{slug}", Lane.OTHER + "/formations/{slug}"})
    Object course(
            @PathVariable String slug, @ModelAttribute("lane") Lane lane, Model model, HttpServletResponse response) {
        var course = find(slug);
        if (!course.document().slug().equals(slug))
            return moved(lane.to("/formations/" + course.document().slug()));
        PublicPages.cache(response);
        model.addAttribute("course", course.document());
        model.addAttribute("publication", course);
        model.addAttribute(
                "shares",
                Share.of(lane.canonical(), course.document().description().title()));
        Licence.deed(course.document().description().licence()).ifPresent(deed -> model.addAttribute("deed", deed));
        exports.weight(course.document()).ifPresent(bytes -> model.addAttribute("packed", lane.weight(bytes)));
        model.addAttribute("jsonLd", jsonLd(course, lane));
        model.addAttribute("copyScript", CopyScript.TEXT);
        return "course";
    }

    @GetMapping({"/formations/{slug}/lecon/{number}", Lane.OTHER + "/formations/{slug}/lecon/{number}"})
    Object lesson(
            @PathVariable String slug,
            @PathVariable String number,
            @ModelAttribute("lane") Lane lane,
            Model model,
            HttpServletResponse response) {
        var course = find(slug);
        int n = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0;
        var lesson = course.document().lesson(n).orElseThrow(PageNotFound::new);
        if (!course.document().slug().equals(slug))
            return moved(lane.to("/formations/" + course.document().slug() + "/lecon/" + n));
        PublicPages.cache(response);
        model.addAttribute("course", course.document());
        model.addAttribute("lesson", lesson);
        model.addAttribute("number", n);
        model.addAttribute(
                "parts",
                parts(
                        course,
                        lesson,
                        new Look(lane.locale(), Look.published(course.document().code()), false, false)));
        course.document().lesson(n + 1).ifPresent(next -> model.addAttribute("next", next));
        return "lesson";
    }

    /** "I have read it": remembered in a signed cookie, then on to the next lesson. Only our own pages may say so. */
    @PostMapping({"/formations/{slug}/lecon/{number}/lu", Lane.OTHER + "/formations/{slug}/lecon/{number}/lu"})
    ResponseEntity<Void> read(
            @PathVariable String slug,
            @PathVariable int number,
            @ModelAttribute("lane") Lane lane,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!comesFromUs(request))
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        var document = find(slug).document();
        document.lesson(number).orElseThrow(PageNotFound::new);
        var read = reading.add(document.code(), number, request, response);
        var end = read.size() >= document.lessons().size() ? "#fin" : "#reste";
        var next = document.lesson(number + 1).isPresent() ? "/lecon/" + (number + 1) : end;
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(lane.to("/formations/" + document.slug() + next)))
                .build();
    }

    private boolean comesFromUs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        var origin = request.getHeader("Origin");
        return origin != null && (origin.equals(platform.baseUrl().toString()) || origin.equals(here(request)));
    }

    private static String here(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    private Publication find(String slug) {
        return HumanCode.head(slug).flatMap(publications::currentByCode).orElseThrow(PageNotFound::new);
    }

    private static RedirectView moved(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        view.setExposeModelAttributes(false);
        return view;
    }

    private List<Part> parts(Publication publication, PublishedLesson lesson, Look look) {
        var asked = lesson.questions();
        var questions = exercises.questions(asked, 0);
        var solutions = exercises.solutions(asked);
        var parts = new ArrayList<Part>();
        for (var piece : renderer.published(publication.id().value(), lesson.id(), lesson.blocks(), look)) {
            switch (piece) {
                case Piece.Markup markup -> parts.add(new Part(markup.markup(), List.of(), List.of(), "", "text"));
                case Piece.Think think ->
                    parts.add(new Part(think.prompt().markup(), List.of(), List.of(), "", "think"));
                case Piece.Ask ask -> {
                    var question = questions.get(ask.exercise().questionVersion());
                    var solution = solutions.get(ask.exercise().questionVersion());
                    if (question != null && solution != null) parts.add(part(question, solution));
                }
            }
        }
        return parts;
    }

    private Part part(Question question, String solution) {
        var isMatching = !question.lefts().isEmpty();
        return new Part(
                renderer.fragment(question.html()).markup(),
                texts(isMatching ? question.lefts() : question.options()),
                isMatching ? texts(question.options()) : List.of(),
                renderer.fragment(solution).markup(),
                "ask");
    }

    private List<String> texts(List<Question.Option> options) {
        return options.stream()
                .map(option -> renderer.fragment(option.html()).markup())
                .toList();
    }

    /** schema.org Course; "<" is escaped so that no text can end the script element. */
    private String jsonLd(Publication course, Lane lane) {
        var said = course.document().description();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Course");
        data.put("name", said.title());
        data.put("description", said.summary().isEmpty() ? said.title() : said.summary());
        data.put("courseCode", course.document().code());
        data.put("url", lane.canonical());
        data.put("inLanguage", said.language());
        data.put("isAccessibleForFree", true);
        data.put("license", Licence.deed(said.licence()).orElse(said.licence()));
        data.put("timeRequired", "PT" + course.document().minutes() + "M");
        data.put("provider", Map.of("@type", "Organization", "name", "D-CLIC", "url", lane.absolute("/")));
        data.put(
                "hasCourseInstance",
                Map.of(
                        "@type",
                        "CourseInstance",
                        "courseMode",
                        "online",
                        "courseWorkload",
                        "PT" + course.document().minutes() + "M"));
        return json.writeValueAsString(data).replace("<", "\\u003c");
    }
}
