package org.francophonie.dclic.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * What strangers can do to a node, for docs/performance.md; see .ci/strangers: many who open the door and go away, many who
 * hold a connection and say nothing, learners who vanish, and guesses whose time must not tell who exists. Loopback only.
 */
public final class Strangers {
    private static final String SESSION = "com.vaadin.flow.server.VaadinSession";
    private static final String SCREEN = "com.vaadin.flow.component.UI";
    private static final Pattern COOKIE = Pattern.compile("(?im)^Set-Cookie: (dclic-session=[^;]+)");

    private final URI base;
    private final String database;
    private final ServerHeap heap;

    private Strangers(URI base, String database, long server) {
        if (!List.of("localhost", "127.0.0.1").contains(base.getHost()))
            throw new IllegalArgumentException("loopback only");
        this.base = base;
        this.database = database;
        heap = new ServerHeap(server);
    }

    /** base, database URL as owner, pid of the server, anonymous starts, idle sockets, learners who vanish, guesses. */
    public static void main(String[] arguments) throws Exception {
        var strangers = new Strangers(URI.create(arguments[0]), arguments[1], Long.parseLong(arguments[2]));
        int learners = Integer.parseInt(arguments[5]);
        var course = LoadDriver.prepare(arguments[1], Math.max(learners, 50)).split(" ")[0];
        strangers.honest(course, 0, "before");
        strangers.starts(Integer.parseInt(arguments[3]), course);
        strangers.sockets(Integer.parseInt(arguments[4]), course);
        strangers.vanish(learners, course);
        strangers.guess(Integer.parseInt(arguments[6]));
    }

    private void tell(String what) throws Exception {
        System.out.printf(
                "%-28s live heap %6.1f MB, sessions %d, screens %d%n",
                what, heap.live() / 1e6, heap.count(SESSION), heap.count(SCREEN));
    }

    /** Somebody who comes to learn, meanwhile. */
    private void honest(String course, int number, String when) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long start = System.nanoTime();
            var learner = new Learner(client, base, LoadDriver.email(number), LoadDriver.PASSWORD, course, 1, number);
            learner.signIn();
            learner.open();
            System.out.printf(
                    "  an honest learner %s: in a lesson after %d ms%n", when, (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** From two hundred networks, each start with a page and its first screen. */
    private void starts(int number, String course) throws Exception {
        if (number == 0) return;
        tell("before the starts");
        var refused = new AtomicInteger();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(48)) {
            for (int i = 0; i < number; i++) {
                int n = i;
                threads.submit(() -> {
                    try {
                        var network = "127.0." + (1 + n % 200) + "." + (1 + n / 200 % 250);
                        var page = ask(network, "/app/connexion", "text/html", "");
                        var cookie = COOKIE.matcher(page);
                        if (!cookie.find())
                            throw new IOException(page.lines().findFirst().orElse(""));
                        var screen = ask(network, "/app/?v-r=init&location=connexion&query=", "*/*", cookie.group(1));
                        if (!screen.startsWith("HTTP/1.1 200")) refused.incrementAndGet();
                    } catch (IOException e) {
                        refused.incrementAndGet();
                    }
                });
            }
            threads.shutdown();
            TimeUnit.SECONDS.sleep(5);
            honest(course, 1, "during the starts");
            threads.awaitTermination(20, TimeUnit.MINUTES);
        }
        System.out.printf(
                "%d starts in %.0f s, %d refused%n", number, (System.nanoTime() - start) / 1e9, refused.get());
        tell("after the starts");
        honest(course, 2, "after the starts");
    }

    private String ask(String from, String path, String accept, String cookie) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", base.getPort()), 20_000);
            socket.setSoTimeout(60_000);
            var head = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + base.getPort() + "\r\nAccept: " + accept
                    + "\r\nConnection: close\r\n" + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Half of them have begun to say something and do not go on. */
    private void sockets(int number, String course) throws Exception {
        if (number == 0) return;
        tell("before the sockets");
        var held = new ArrayList<Socket>();
        try {
            for (int i = 0; i < number; i++) {
                var socket = new Socket();
                socket.bind(new InetSocketAddress(InetAddress.getByName("127.0." + (1 + i % 200) + ".7"), 0));
                socket.connect(new InetSocketAddress("127.0.0.1", base.getPort()), 20_000);
                if (i % 2 == 0)
                    socket.getOutputStream()
                            .write("GET /app/ HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
                held.add(socket);
            }
            tell(held.size() + " sockets held");
            honest(course, 3, "meanwhile");
        } finally {
            for (var socket : held) socket.close();
        }
    }

    /** As if their idle time were over: the round on the server has to find and free them. */
    private void vanish(int number, String course) throws Exception {
        if (number == 0) return;
        tell("before " + number + " learners");
        long others = heap.count(SESSION);
        var failed = new AtomicInteger();
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var threads = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < number; i++) {
                int n = i;
                threads.submit(() -> {
                    try {
                        var learner = new Learner(client, base, LoadDriver.email(n), LoadDriver.PASSWORD, course, 1, n);
                        learner.signIn();
                        learner.open();
                    } catch (Exception e) {
                        failed.incrementAndGet();
                    }
                });
            }
            threads.shutdown();
            threads.awaitTermination(20, TimeUnit.MINUTES);
        }
        System.out.printf("  %d did not come in%n", failed.get());
        TimeUnit.SECONDS.sleep(20); // the node has told of their last acts
        tell(number + " learners on a lesson");
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update identity.session set last_act_at = now() - interval '31 minutes' where ended_at is null");
        }
        long start = System.nanoTime();
        while (heap.count(SESSION) > others + number / 100
                && System.nanoTime() - start < Duration.ofMinutes(3).toNanos()) TimeUnit.SECONDS.sleep(2);
        System.out.printf("  freed %.0f s after the idle limit%n", (System.nanoTime() - start) / 1e9);
        tell("after they vanished");
    }

    /** Wrong passwords, by turns for accounts that exist and for such as do not. */
    private void guess(int number) throws Exception {
        if (number == 0) return;
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < number; i++) {
                var exists = i % 2 == 0;
                var email = exists ? LoadDriver.email(i / 2 % 50) : "nobody" + i + "@exemple.sn";
                var learner = new Learner(client, base, email, "not the password", "none", 1, i);
                long taken = learner.guess();
                if (i >= number / 5) (exists ? known : unknown).add(taken);
            }
        }
        print("exists", known);
        print("does not exist", unknown);
    }

    private static void print(String name, List<Long> taken) {
        var sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "  wrong password, account %-15s n %d, ms: p10 %.1f, p50 %.1f, p90 %.1f, mean %.1f%n",
                name,
                sorted.length,
                sorted[sorted.length / 10] / 1e6,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 9 / 10] / 1e6,
                Arrays.stream(sorted).average().orElse(0) / 1e6);
    }
}
