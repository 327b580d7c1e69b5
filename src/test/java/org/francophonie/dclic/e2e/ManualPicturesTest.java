package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.PersonGroup.Kind;
import org.francophonie.dclic.identity.groups.GroupPeopleService;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.service.ClassService;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.learning.service.LearningService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Takes the pictures of the manuals, into {@code target/manual}; {@code .ci/manual-pictures} puts them into {@code docs}. A
 * screen that a manual shows and that opens no more stops the build.
 */
@Requirement("F-011")
class ManualPicturesTest extends JourneyTest {
    private static final Path FOLDER = Path.of("target", "manual");
    private static final int WIDTH = 1100;
    private static final int HIGHEST = 620;
    private static final int QUALITY = 62;

    @Autowired
    private PeopleDesk desk;

    @Autowired
    private GroupTreeService groups;

    @Autowired
    private GroupPeopleService members;

    @Autowired
    private ClassService classes;

    @Autowired
    private LearningService learning;

    @BeforeAll
    static void folder() throws Exception {
        Files.createDirectories(FOLDER);
    }

    /** Somebody of the pictures, with a name of our own making. */
    private Somebody called(String name, String profile) throws Exception {
        var who = somebody(profile);
        asPlatform(() -> {
            desk.correct(who.id(), 0, new PeopleDesk.Facts(name, "1994", "SN"));
            return true;
        });
        return who;
    }

    private void take(Page page, String name, String path, String words) {
        take(page, name, path, words, "main");
    }

    /** @param from what stands at the head of the picture */
    private void take(Page page, String name, String path, String words, String from) {
        go(page, path);
        sees(page, words);
        page.waitForTimeout(400);
        var main = page.locator("main").boundingBox();
        double top = page.locator(from).first().boundingBox().y;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY)
                .setFullPage(true)
                .setClip(main.x, top, main.width, Math.min(main.y + main.height - top, HIGHEST)));
    }

    private Page signedIn(BrowserContext context, Somebody who) {
        var page = context.newPage();
        go(page, "/app/connexion");
        signIn(page, who.email());
        page.waitForFunction("() => !location.pathname.includes('connexion') && !location.pathname.includes('second')");
        return page;
    }

    private String code(Somebody person) {
        return sql.sql("select code from identity.person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void of_administrators() throws Exception {
        var admin = called("Nadia Sarr", "PEDAGOGICAL_ADMIN");
        asPlatform(() -> {
            assignments.assign(admin.id(), "TECHNICAL_ADMIN");
            return true;
        });
        var kept = called("Mariama Diarra", "LEARNER_A");
        var gone = called("Diarra Mariama", "LEARNER_A");
        var course = smallCourse();
        gone.does(() -> learning.visit(course.code()));
        admin.does(() -> {
            var group = groups.create(ids.next(), Optional.empty(), "Cohorte de Thiès, printemps", Kind.COHORT, "SN");
            members.add(group, kept.email());
            return true;
        });
        try (var context = browser.context(WIDTH)) {
            var page = signedIn(context, admin);
            take(page, "administration", "/app/admin", "Profils et droits");
            take(page, "personne", "/app/admin/personnes/" + kept.id(), "Profil à donner");
            take(page, "doublons", "/app/admin/doublons/" + kept.id() + "/" + gone.id(), "Ce qui va se passer");
            take(page, "droits", "/app/admin/profils?q=classe", "Encadrer une classe", ".filters");
            take(page, "ecrans", "/app/admin/ecrans", "Profil");
            take(page, "journal", "/app/admin/audit?sur=" + code(kept), "Mariama Diarra");
            take(page, "conservation", "/app/admin/conservation", "Anciennes versions des formations");
            take(page, "import-personnes", "/app/admin/import-personnes", "CSV");
        }
    }

    @Test
    void of_trainers_and_authors() throws Exception {
        var trainer = called("Ousmane Ba", "TRAINER");
        var group = trainer.does(() -> {
            var made = classes.create(ids.next(), "Bureautique du mardi", "SN");
            var read = classes.understand("Aminata Sow;1996\nIssa Fall;1989\nRokhaya Gueye;2001\n");
            classes.add(made, read.learners(), false, Locale.FRENCH);
            return made;
        });
        var editor = called("Fatou Kane", "EDITOR");
        smallCourse();
        try (var context = browser.context(WIDTH)) {
            var page = signedIn(context, trainer);
            take(page, "classe", "/app/classes/" + group, "Aminata Sow");
            take(page, "appel", "/app/classes/" + group + "/appel", "Aminata Sow");
        }
        try (var context = browser.context(WIDTH)) {
            var page = signedIn(context, editor);
            take(page, "atelier", "/app/auteur", "Importer une formation");
        }
    }

    @Test
    void of_learners() throws Exception {
        var learner = called("Awa Cissé", "LEARNER_A");
        var course = smallCourse();
        var id = asPlatform(() -> publications.currentByCode(course.code()))
                .orElseThrow()
                .course();
        learner.does(() -> learning.enrol(id));
        try (var context = browser.context(WIDTH)) {
            var page = signedIn(context, learner);
            take(page, "espace", "/app/", "Compter avec un tableur");
            take(page, "lecon", "/app/cours/" + course.code() + "/1", "Leçon 1 sur 2");
        }
    }

    /** Whoever changes a manual takes its pictures anew: each that it names is one of these. */
    @Test
    void every_picture_of_a_manual_is_taken_here() throws Exception {
        var taken = Files.readString(Path.of("src/test/java/org/francophonie/dclic/e2e/ManualPicturesTest.java"));
        try (var files = Files.list(Path.of("docs/images"))) {
            for (var file : files.map(Path::getFileName).map(Path::toString).toList())
                assertThat(taken).as(file).contains("\"" + file.replace(".jpg", "") + "\"");
        }
    }
}
