package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A Chromium on the machine's PATH, for the journeys the school lives by. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String WIDEST = """
            [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.outerHTML.slice(0, 120)).slice(-3).join(' | ')""";

    /** What pages tried against their own content policy. */
    private final List<String> against = new CopyOnWriteArrayList<>();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
    }

    /** Skips the test when there is no Chromium, or fails it where one is required. */
    static Browser start() {
        var program = find();
        if (program.isEmpty()) {
            if (Boolean.getBoolean("dclic.browser.required"))
                throw new AssertionError("no Chromium on PATH, and this run requires one");
            abort("no Chromium on PATH: install the package chromium to run the journeys");
        }
        return new Browser(program.orElseThrow());
    }

    private static Optional<Path> find() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    BrowserContext context(int width) {
        return context(width, "fr-FR");
    }

    BrowserContext context(int width, String language) {
        var context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 740)
                .setLocale(language));
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) against.add(message.text());
        });
        return context;
    }

    /** No page ran or loaded what its content policy forbids. */
    void keptToPolicy() {
        assertThat(against).as("against the content policy").isEmpty();
    }

    /** As on the oldest phones. */
    BrowserContext withoutScript(int width) {
        var context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 740)
                .setLocale("fr-FR")
                .setJavaScriptEnabled(false));
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) against.add(message.text());
        });
        return context;
    }

    /** Nothing serious for whoever does not see or use a mouse, and no sideways scrolling. */
    static void isFitForAll(Page page) {
        var serious = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(serious).as(page.url()).isEmpty();
        hasNoSidewaysScrolling(page);
    }

    static void hasNoSidewaysScrolling(Page page) {
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
                .as(() -> "sideways scrolling on " + page.url() + ": " + page.evaluate(WIDEST))
                .isTrue();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
