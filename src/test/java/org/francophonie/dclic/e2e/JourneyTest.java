package org.francophonie.dclic.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What people do in a real browser, told in their words. */
abstract class JourneyTest extends PlatformTest {
    private static final Map<Path, PublishedCourse> COURSES = new ConcurrentHashMap<>();

    protected static Browser browser;

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

    protected static void signIn(Page page, String email) {
        page.getByLabel("Adresse e-mail").fill(email);
        page.getByLabel("Mot de passe").first().fill(PASSWORD);
        press(page, "Me connecter");
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
