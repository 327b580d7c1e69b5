package org.francophonie.dclic.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.identity.domain.TimeCode;
import org.francophonie.dclic.identity.service.SecondFactorService;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do in a real browser, told in their words. */
abstract class JourneyTest extends PlatformTest {
    private static final Map<Path, PublishedCourse> COURSES = new ConcurrentHashMap<>();

    /** The lists of codes of the staff, by address. */
    private static final Map<String, Deque<String>> CODES = new ConcurrentHashMap<>();

    protected static Browser browser;

    @Autowired
    private SecondFactorService factors;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        if (browser == null) return;
        browser.close();
        browser.keptToPolicy();
    }

    protected String base() {
        return "http://localhost:" + port;
    }

    protected void go(Page page, String path) {
        page.navigate(base() + path);
    }

    protected static void press(Page page, String words) {
        button(page, words).click();
    }

    /** The button or link with these words that can be seen. */
    protected static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)))
                .locator("visible=true")
                .first();
    }

    protected static void sees(Page page, String words) {
        page.getByText(words).locator("visible=true").first().waitFor();
    }

    protected static void choose(Page page, String words) {
        page.locator(".choice", new Page.LocatorOptions().setHasText(words))
                .locator("visible=true")
                .first()
                .click();
    }

    /** Whoever is of the staff has a second factor already. */
    @Override
    protected Somebody somebody(String profile) throws Exception {
        var who = super.somebody(profile);
        var staff = sql.sql("select staff from rights.profile where code = ?")
                .param(profile)
                .query(Boolean.class)
                .single();
        if (staff) CODES.put(who.email(), new ArrayDeque<>(secondFactor(who)));
        return who;
    }

    private List<String> secondFactor(Somebody who) throws Exception {
        var code = setupCode(who.id());
        return who.does(() -> {
            var proposal = factors.propose();
            return factors.set(proposal, TimeCode.at(proposal.secret(), Instant.now()), code, Optional.empty())
                    .codes();
        });
    }

    /** Somebody of the staff who signs in for the first time. */
    protected Somebody withoutPhone(String profile) throws Exception {
        var who = somebody(profile);
        owner().sql("delete from identity.second_factor where person_id = ?")
                .param(who.id().value())
                .update();
        return who;
    }

    /** The code that comes by letter, and that the screen shows where no letters leave. */
    protected static void giveSetupCode(Page page) {
        press(page, "Recevoir le code par e-mail");
        sees(page, "Aucune lettre ne part");
        var shown = page.getByText("Aucune lettre ne part").innerText();
        page.getByLabel("Code reçu").fill(shown.substring(shown.length() - 9));
        press(page, "Continuer");
    }

    /** Address and password, before anything is pressed. */
    protected static void password(Page page, String email) {
        page.getByLabel("Adresse e-mail").fill(email);
        page.getByLabel("Mot de passe").first().fill(PASSWORD);
    }

    /** Where the code of the phone, or one of the list, is written. */
    protected static Locator code(Page page) {
        return page.getByLabel("Code de l’application", new Page.GetByLabelOptions().setExact(true));
    }

    protected static void signIn(Page page, String email) {
        password(page, email);
        press(page, "Me connecter");
        if (!CODES.containsKey(email)) return;
        page.waitForURL("**/second-facteur**");
        code(page).fill(CODES.get(email).pop());
        press(page, "Continuer");
        page.waitForURL(address -> !address.contains("/second-facteur"));
    }

    /** A learner who has signed in on the way to the small course. */
    protected Page inFirstLesson(BrowserContext context, String code, Somebody learner) {
        var page = context.newPage();
        go(page, "/app/cours/" + code);
        signIn(page, learner.email());
        sees(page, "Leçon 1 sur 2");
        return page;
    }

    /** By a link of ours: an address from elsewhere begins nothing. */
    protected static void follow(Page page, String address) {
        page.evaluate("""
                address => {
                  const link = document.createElement('a');
                  link.href = address;
                  document.querySelector('main').append(link);
                  link.click();
                }""", address);
    }

    /** Our small course, published anew. */
    protected PublishedCourse smallCourse() throws Exception {
        return publications.current(publishedCourse()).orElseThrow().document();
    }

    /** A course of the demonstration, as everybody meets it; imported once. */
    protected PublishedCourse demoCourse(String name) throws Exception {
        return course(Path.of("src/main/resources/demo", name));
    }

    protected PublishedCourse course(Path folder) throws Exception {
        var known = COURSES.get(folder);
        if (known != null) return known;
        var read = asPlatform(() -> {
            try (var files = SafeUnzip.folder(folder)) {
                var course = imports.take(files, folder.getFileName().toString(), Progress.UNWATCHED)
                        .course()
                        .orElseThrow();
                publications.publish(course);
                return publications.current(course).orElseThrow().document();
            }
        });
        COURSES.put(folder, read);
        return read;
    }
}
