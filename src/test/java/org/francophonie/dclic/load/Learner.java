package org.francophonie.dclic.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;

/** One learner: signs in, opens a course, then reads on, answers exercises and notes thoughts. */
final class Learner {
    /** What was done, for the figures. */
    enum Act {
        SIGN_IN,
        OPEN,
        READ,
        NEXT,
        ANSWER,
        NOTE,
        /** An event that nobody listens to: what Flow and the servers around it cost by themselves. */
        NOTHING
    }

    private static final String LINE = "window.dclicLine(element)";

    private final Screen screen;
    private final String email;
    private final String password;
    private final String course;
    private final int lessons;
    private final Random random;
    private int lesson = 1;

    Learner(HttpClient client, URI base, String email, String password, String course, int lessons, long seed) {
        screen = new Screen(client, base);
        this.email = email;
        this.password = password;
        this.course = course;
        this.lessons = lessons;
        random = new Random(seed);
    }

    void signIn() throws IOException, InterruptedException {
        screen.open("connexion?suite=cours/" + course); // else nobody is enrolled
        screen.signIn(email, password);
        if (screen.elsewhere().isEmpty()) throw new IllegalStateException("not signed in: " + email);
    }

    /** @return nanoseconds until the answer to a wrong secret */
    long guess() throws IOException, InterruptedException {
        screen.open("connexion");
        long start = System.nanoTime();
        screen.signIn(email, password);
        return System.nanoTime() - start;
    }

    void open() throws IOException, InterruptedException {
        screen.open("cours/" + course);
        here();
    }

    private int here() {
        return screen.find("vaadin-button", "next").orElseThrow(() -> new IllegalStateException("no lesson in sight"));
    }

    Act nothing() throws IOException, InterruptedException {
        screen.send(List.of(screen.event(here(), "nothing", screen.data())));
        return Act.NOTHING;
    }

    /** Four acts of five read, one writes. */
    Act act() throws IOException, InterruptedException {
        if (random.nextInt(5) > 0) {
            lesson = 1 + random.nextInt(lessons);
            screen.navigate("cours/" + course + "/" + lesson, "");
            here();
            return Act.READ;
        }
        return switch (random.nextInt(3)) {
            case 0 -> next();
            case 1 -> answer();
            default -> note();
        };
    }

    private Act next() throws IOException, InterruptedException {
        if (lesson >= lessons) {
            lesson = 1;
            screen.navigate("cours/" + course + "/1", "");
            return Act.READ;
        }
        screen.send(List.of(screen.click(here())));
        lesson++;
        here();
        return Act.NEXT;
    }

    private Act answer() throws IOException, InterruptedException {
        var form = screen.find("fieldset", "");
        if (form.isEmpty()) return next();
        var html = Jsoup.parse(screen.node(form.get()).html);
        var choice = html.select("input[value]").stream()
                .map(input -> input.val())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .or(() -> html.select("select").stream()
                        .findFirst()
                        .map(select -> select.attr("name") + ":"
                                + select.select("option").last().val()))
                .orElse("12");
        int check = screen.find("vaadin-button", "")
                .filter(button -> !screen.node(button).css.contains("next"))
                .orElse(here());
        screen.send(List.of(screen.event(form.get(), "change", screen.data().put(LINE, choice)), screen.click(check)));
        return Act.ANSWER;
    }

    private Act note() throws IOException, InterruptedException {
        var area = screen.find("textarea", "");
        if (area.isEmpty()) return answer();
        screen.send(List.of(screen.event(
                area.get(),
                "input",
                screen.data()
                        .put("element.value", "Je note une idée, numéro " + random.nextInt(1000))
                        .put("element.dclicBase", 1_000_000)
                        .put("for", "trailing"))));
        return Act.NOTE;
    }
}
