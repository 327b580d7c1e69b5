package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.PersonGroup.Kind;
import org.francophonie.dclic.identity.groups.GroupPeopleService;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.platform.errors.Incident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every page and view at four widths: axe without serious finding (on a phone and a wide screen), no sideways scrolling, wide
 * screens used. A picture of each
 * is left in {@code target/screens} for whoever wants to look.
 */
@Requirement({"F-032", "F-119", "F-139"})
class FitForAllTest extends JourneyTest {
    private static int pictures;

    @Autowired
    private GroupTreeService groups;

    @Autowired
    private GroupPeopleService members;

    private static final int NARROW = 320;
    private static final int WIDE = 1280;
    private static final int WIDEST = 1920;

    private static void check(Page page, int width) {
        page.waitForTimeout(width == WIDEST ? 0 : 200);
        if (width == NARROW || width == WIDE) Browser.isFitForAll(page);
        else Browser.hasNoSidewaysScrolling(page); // what axe sees it sees at the other widths
        if (width >= WIDE)
            assertThat(((Number) page.evaluate("document.querySelector('main').getBoundingClientRect().width"))
                            .doubleValue())
                    .as("width used by " + page.url())
                    .isGreaterThan(width == WIDE ? 900 : 1000);
        var name = URI.create(page.url().replace('|', '-')).getPath().replaceAll("[^A-Za-z0-9]+", "-");
        page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(60)
                .setPath(Path.of("target", "screens", Integer.toString(width), ++pictures + name + ".jpg")));
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, 768, WIDE, WIDEST})
    void public_pages(int width) throws Exception {
        var course = demoCourse("creer-sa-premiere-page-web");
        try (var context = browser.context(width)) {
            var page = context.newPage();
            for (var path : List.of(
                    "/",
                    "/en/",
                    "/formations",
                    "/formations?q=intrenet&niveau=debutant",
                    "/formations?q=xylophone",
                    "/formations/" + course.slug(),
                    "/formations/" + course.slug() + "/lecon/2",
                    "/en/formations/" + course.slug() + "/lecon/6",
                    "/aide",
                    "/a-propos",
                    "/accessibilite",
                    "/eco-conception",
                    "/confidentialite",
                    "/mentions-legales",
                    "/plan-du-site",
                    "/cette-page-n-existe-pas")) {
                go(page, path);
                check(page, width);
            }
        }
    }

    /** No column of a phone on a screen of an office: the words themselves are spread, not their frame alone. */
    @Test
    void pages_of_words_fill_a_wide_screen() throws Exception {
        var course = demoCourse("creer-sa-premiere-page-web");
        try (var context = browser.context(WIDEST)) {
            var page = context.newPage();
            for (var path : List.of(
                    "/",
                    "/formations/" + course.slug(),
                    "/formations/" + course.slug() + "/lecon/4",
                    "/aide",
                    "/confidentialite",
                    "/cookies",
                    "/accessibilite")) {
                go(page, path);
                assertThat(((Number) page.evaluate("""
                                () => {
                                  const boxes = [...document.querySelectorAll('main :is(p, li, dd, a)')]
                                    .map((words) => words.getBoundingClientRect()).filter((box) => box.width > 0);
                                  return Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
                                }""")).intValue()).as(path).isGreaterThan(1000);
                check(page, WIDEST);
            }
        }
    }

    /** From right to left, on the public site, at the door and on a learner's screens. */
    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    @Requirement("F-122")
    void pages_and_screens_in_arabic(int width) throws Exception {
        var course = demoCourse("creer-sa-premiere-page-web");
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(width, "ar")) {
            var page = context.newPage();
            for (var path : List.of(
                    "/ar/",
                    "/ar/formations",
                    "/ar/formations/" + course.slug(),
                    "/ar/formations/" + course.slug() + "/lecon/2",
                    "/ar/aide",
                    "/ar/confidentialite",
                    "/ar/plan-du-site",
                    "/app/inscription",
                    "/app/connexion")) {
                go(page, path);
                page.locator("h1").first().waitFor();
                isArabic(page);
                check(page, width);
            }
            page.locator("vaadin-text-field input").fill(learner.email());
            page.locator("vaadin-password-field input").fill(PASSWORD);
            page.locator("vaadin-button").first().click();
            sees(page, "Mon espace"); // the language of the person comes before the browser's
            go(page, "/app/plus");
            press(page, "العربية");
            page.waitForFunction("document.dir === 'rtl'");
            for (var path : List.of("/app/", "/app/formations", "/app/cours/" + course.code(), "/app/plus")) {
                go(page, path);
                page.locator("h1").first().waitFor();
                isArabic(page);
                check(page, width);
            }
        }
    }

    private static void isArabic(Page page) {
        assertThat(page.evaluate("document.dir")).as(page.url()).isEqualTo("rtl");
        assertThat(page.evaluate("document.documentElement.lang"))
                .as(page.url())
                .isEqualTo("ar");
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, 768, WIDE, WIDEST})
    void screens_of_whoever_comes(int width) {
        try (var context = browser.context(width)) {
            var page = context.newPage();
            for (var path : List.of(
                    "/app/connexion",
                    "/app/mot-de-passe-oublie",
                    "/app/confirmer/rien",
                    "/app/nouveau-mot-de-passe/rien",
                    "/app/accord/rien",
                    "/app/inscription")) {
                go(page, path);
                page.getByRole(com.microsoft.playwright.options.AriaRole.HEADING)
                        .first()
                        .waitFor();
                check(page, width);
            }
            press(page, "Continuer");
            sees(page, "Écrivez le nom");
            check(page, width);
            page.getByLabel("Votre nom").fill("Awa");
            page.getByLabel("Année de naissance").fill("1990");
            page.getByLabel("Pays où vous vivez").selectOption("SN");
            press(page, "Continuer");
            sees(page, "Comment voulez-vous vous connecter");
            check(page, width);
            press(page, "Créer mon compte");
            sees(page, "Choisissez un mot de passe.");
            check(page, width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, 768, WIDE, WIDEST})
    void screens_of_a_learner(int width) throws Exception {
        var course = demoCourse("creer-sa-premiere-page-web");
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(width)) {
            var page = context.newPage();
            go(page, "/app/");
            signIn(page, learner.email());
            sees(page, "Bienvenue");
            check(page, width);
            press(page, "Aide");
            sees(page, "Aide pour cet écran");
            check(page, width);
            follow(page, "cours/" + course.code());
            sees(page, "Leçon 1 sur 8");
            check(page, width);
            follow(page, "evaluations/nouvelle/" + course.code());
            sees(page, "Question 1 sur 10");
            check(page, width);
            for (var path : List.of(
                    "/app/bienvenue",
                    "/app/bienvenue?etape=5",
                    "/app/formations",
                    "/app/formations?q=xylophone",
                    "/app/formations/" + course.slug(),
                    "/app/cours/" + course.code() + "/6",
                    "/app/",
                    "/app/plus",
                    "/app/nulle-part",
                    "/app/auteur")) {
                go(page, path);
                page.locator("main h1").first().waitFor();
                check(page, width);
            }
            follow(page, "evaluations/nouvelle/" + course.code());
            sees(page, "Question 1 sur 10");
            press(page, "Rendre");
            press(page, "Rendre le quiz");
            sees(page, "n’ont pas de réponse");
            page.waitForTimeout(1300); // a double press is one press
            press(page, "Rendre quand même");
            sees(page, "Recommencer le quiz");
            check(page, width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, 768, WIDE, WIDEST})
    void screens_of_an_editor(int width) throws Exception {
        demoCourse("creer-sa-premiere-page-web");
        var editor = somebody("EDITOR");
        try (var context = browser.context(width)) {
            var page = context.newPage();
            go(page, "/app/auteur");
            signIn(page, editor.email());
            sees(page, "Importer une formation");
            check(page, width);
            go(page, "/app/auteur/import");
            sees(page, "Comment préparer le fichier ZIP");
            check(page, width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, 768, WIDE, WIDEST})
    void screens_of_an_administrator(int width) throws Exception {
        var administrator = somebody("TECHNICAL_ADMIN");
        people.join(joining(ids.next(), Optional.of("ماما.ديوب@مثال.تونس"), false, PASSWORD));
        try (var context = browser.context(width)) {
            var page = context.newPage();
            go(page, "/app/admin");
            signIn(page, administrator.email());
            sees(page, "Courrier envoyé");
            check(page, width);
            go(page, "/app/admin/courrier");
            sees(page, "ماما.ديوب@مثال.تونس");
            page.locator("summary").first().click();
            check(page, width);
        }
    }

    /** Where administrators decide who may do what, and prove who did what. */
    @ParameterizedTest
    @ValueSource(ints = {NARROW, 768, WIDE, WIDEST})
    @Requirement({"F-124", "F-127", "F-129", "F-100"})
    void screens_of_administrators(int width) throws Exception {
        var learner = somebody("LEARNER_A");
        var admin = somebody("PEDAGOGICAL_ADMIN");
        asPlatform(() -> {
            assignments.assign(admin.id(), "TECHNICAL_ADMIN");
            return true;
        });
        var group = admin.does(() -> {
            var made = groups.create(
                    ids.next(), Optional.empty(), "Organisation de tous les pays", Kind.ORGANISATION, "SN");
            groups.create(ids.next(), Optional.of(made), "Une cohorte", Kind.COHORT, "");
            members.add(made, learner.email());
            return made;
        });
        Incident.record(new ArithmeticException("/ by zero"));
        try (var context = browser.context(width)) {
            var page = context.newPage();
            go(page, "/app/admin");
            signIn(page, admin.email());
            sees(page, "Profils et droits");
            for (var path : List.of(
                    "/app/admin",
                    "/app/admin/personnes",
                    "/app/admin/personnes?q=personne-de-ce-nom",
                    "/app/admin/nouvelle-personne",
                    "/app/admin/import-personnes",
                    "/app/admin/groupes",
                    "/app/admin/groupes/" + group,
                    "/app/admin/incidents",
                    "/app/admin/archives",
                    "/app/admin/conservation",
                    "/app/admin/doublons",
                    "/app/admin/doublons/" + admin.id() + "/" + learner.id(),
                    "/app/second-facteur",
                    "/app/admin/personnes/" + learner.id(),
                    "/app/admin/profils",
                    "/app/admin/profils/MENTOR?comparer=TRAINER&essai=CREATE_COURSE~OWN",
                    "/app/admin/droits/TEACH_CLASS",
                    "/app/admin/sessions",
                    "/app/admin/parametres",
                    "/app/admin/audit",
                    "/app/admin/audit?sur=nobody",
                    "/app/admin/ecrans",
                    "/app/admin/ecrans?profil=TRAINER&ecran=HOME",
                    "/app/admin/en-nombre?q=" + learner.email(),
                    "/app/auteur/" + smallCourse().code() + "/versions",
                    "/app/mes-ecrans",
                    "/app/plus",
                    "/app/mes-donnees")) {
                go(page, path);
                page.locator("main h1").first().waitFor();
                page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)");
                check(page, width);
            }
        }
    }
}
