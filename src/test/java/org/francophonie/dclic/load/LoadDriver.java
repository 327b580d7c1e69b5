package org.francophonie.dclic.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Learners sign in and read lessons, for docs/performance.md; see .ci/load. Arrivals are an open model: each learner's acts
 * have their times whether or not the server keeps up, and latency is counted from the time an act was due (no coordinated
 * omission). Loopback only; stops by itself.
 */
public final class LoadDriver {
    static final String PASSWORD = "tortue mauve sous le vent";
    private static final int TICKS_A_SECOND = 100;

    /** The floor below every act, see .ci/load. */
    private static final boolean NOTHING = "nothing".equals(System.getenv("DCLIC_LOAD_ACTS"));

    private final URI base;
    private final long server;
    private final Path postmaster;
    private final int users;
    private final Duration length;
    private final Duration think;
    private final Duration ramp;
    private final Map<Learner.Act, ConcurrentLinkedQueue<Long>> times = new EnumMap<>(Learner.Act.class);
    private final LongAdder errors = new LongAdder();
    private final ConcurrentLinkedQueue<String> causes = new ConcurrentLinkedQueue<>();

    private LoadDriver(
            URI base, long server, Path postmaster, int users, Duration length, Duration think, Duration ramp) {
        if (!List.of("localhost", "127.0.0.1").contains(base.getHost()))
            throw new IllegalArgumentException("loopback only");
        this.base = base;
        this.server = server;
        this.postmaster = postmaster;
        this.users = users;
        this.length = length;
        this.think = think;
        this.ramp = ramp;
        for (var act : Learner.Act.values()) times.put(act, new ConcurrentLinkedQueue<>());
    }

    /** base, database URL as owner, pid of the server, users, seconds, seconds of thinking, seconds of signing in, data folder. */
    public static void main(String[] arguments) throws Exception {
        int users = Integer.parseInt(arguments[3]);
        var driver = new LoadDriver(
                URI.create(arguments[0]),
                Long.parseLong(arguments[2]),
                Path.of(arguments[7], "postgres", "postmaster.pid"),
                users,
                Duration.ofSeconds(Long.parseLong(arguments[4])),
                Duration.ofSeconds(Long.parseLong(arguments[5])),
                Duration.ofSeconds(Long.parseLong(arguments[6])));
        var course = prepare(arguments[1], users);
        driver.run(course);
    }

    /** Learners with one password between them, made by SQL: what is measured is not their joining. */
    static String prepare(String database, int users) throws SQLException {
        var hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD);
        try (var connection = DriverManager.getConnection(database);
                var people = connection.prepareStatement("""
                        insert into identity.person (id, code, display_name, language, status, created_at)
                        values (?, ?, 'Charge', 'fr', 'ACTIVE', now()) on conflict do nothing""");
                var accounts = connection.prepareStatement("""
                        insert into identity.account (person_id, email, email_key, password_hash, changed_at)
                        values (?, ?, ?, ?, now()) on conflict (person_id) do update set password_hash = excluded.password_hash""");
                var profiles = connection.prepareStatement("""
                        insert into rights.assignment (id, person_id, profile, valid_from)
                        values (?, ?, 'LEARNER_A', now()) on conflict do nothing""")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < users; i++) {
                var id = UUID.nameUUIDFromBytes(("load" + i).getBytes());
                people.setObject(1, id);
                people.setString(2, "LOAD-" + i);
                people.addBatch();
                accounts.setObject(1, id);
                accounts.setString(2, email(i));
                accounts.setString(3, email(i));
                accounts.setString(4, hash);
                accounts.addBatch();
                profiles.setObject(1, id);
                profiles.setObject(2, id);
                profiles.addBatch();
            }
            people.executeBatch();
            accounts.executeBatch();
            profiles.executeBatch();
            connection.commit();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select code || ' ' || lessons from catalogue.card"
                            + " order by lessons desc, title desc limit 1")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    static String email(int i) {
        return "load" + i + "@exemple.sn";
    }

    private void run(String course) throws Exception {
        var parts = course.split(" ");
        System.out.printf("%d learners, %s thinking, course %s of %s lessons%n", users, think, parts[0], parts[1]);
        var heap = new ServerHeap(server);
        var heapBefore = heap.live();
        var learners = new ArrayList<Learner>();
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < users; i++)
                learners.add(new Learner(client, base, email(i), PASSWORD, parts[0], Integer.parseInt(parts[1]), i));
            enter(learners, threads);
            var heapSigned = heap.live();
            System.out.printf(
                    "heap after GC: %.1f MB before, %.1f MB with all on a lesson: %.0f KB a learner%n",
                    heapBefore / 1e6, heapSigned / 1e6, (heapSigned - heapBefore) / 1e3 / users);
            act(learners, threads);
        }
    }

    private void enter(List<Learner> learners, ExecutorService threads) throws InterruptedException {
        var done = new CountDownLatch(learners.size());
        long start = System.nanoTime();
        for (int i = 0; i < learners.size(); i++) {
            var learner = learners.get(i);
            long due = start + ramp.toNanos() * i / learners.size();
            threads.submit(() -> {
                try {
                    sleepUntil(due);
                    timed(Learner.Act.SIGN_IN, due, () -> {
                        learner.signIn();
                        return Learner.Act.SIGN_IN;
                    });
                    timed(Learner.Act.OPEN, System.nanoTime(), () -> {
                        learner.open();
                        return Learner.Act.OPEN;
                    });
                } finally {
                    done.countDown();
                }
                return true;
            });
        }
        if (!done.await(ramp.toSeconds() + 300, TimeUnit.SECONDS)) throw new IllegalStateException("sign-in hangs");
    }

    /** The first part of the time warms the server up and is not counted. */
    private void act(List<Learner> learners, ExecutorService threads) throws Exception {
        var done = new CountDownLatch(learners.size());
        long start = System.nanoTime();
        long counted = start + length.toNanos() / 3;
        long end = counted + length.toNanos();
        for (int i = 0; i < learners.size(); i++) {
            var learner = learners.get(i);
            long first = start + think.toNanos() * i / learners.size();
            threads.submit(() -> {
                try {
                    for (long due = first; due < end; due += think.toNanos()) {
                        sleepUntil(due);
                        timed(Learner.Act.READ, due, NOTHING ? learner::nothing : learner::act);
                    }
                } finally {
                    done.countDown();
                }
                return true;
            });
        }
        sleepUntil(counted);
        times.forEach((act, taken) -> {
            if (act != Learner.Act.SIGN_IN && act != Learner.Act.OPEN) taken.clear();
        });
        var cpu = cpu();
        threads.submit(() -> tell(done));
        long down = Screen.BYTES_DOWN.sum();
        long up = Screen.BYTES_UP.sum();
        done.await();
        report(
                cpu().since(cpu),
                (System.nanoTime() - counted) / 1e9,
                Screen.BYTES_DOWN.sum() - down,
                Screen.BYTES_UP.sum() - up);
    }

    /** How the figures settle while the server warms up: a line every two minutes. */
    private boolean tell(CountDownLatch done) throws IOException, InterruptedException {
        var before = cpu();
        long told = acts();
        while (!done.await(2, TimeUnit.MINUTES)) {
            var now = cpu();
            long acts = acts();
            System.out.printf("  %d acts, %s%n", acts - told, now.since(before).an(acts - told));
            before = now;
            told = acts;
        }
        return true;
    }

    private long acts() {
        return times.entrySet().stream()
                .filter(entry -> entry.getKey() != Learner.Act.SIGN_IN && entry.getKey() != Learner.Act.OPEN)
                .mapToLong(entry -> entry.getValue().size())
                .sum();
    }

    private interface Doing {
        Learner.Act run() throws IOException, InterruptedException;
    }

    private void timed(Learner.Act kind, long due, Doing doing) throws InterruptedException {
        try {
            var done = doing.run();
            times.get(done).add(System.nanoTime() - due);
        } catch (IOException | RuntimeException e) {
            errors.increment();
            causes.add(kind + ": " + e);
        }
    }

    private static void sleepUntil(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        if (left > 0) TimeUnit.NANOSECONDS.sleep(left);
    }

    private void report(Cpu cpu, double seconds, long down, long up) {
        long acts = 0;
        System.out.println("act         count   p50 ms   p95 ms   p99 ms   max ms");
        for (var entry : times.entrySet()) {
            var sorted = entry.getValue().stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            if (entry.getKey() != Learner.Act.SIGN_IN && entry.getKey() != Learner.Act.OPEN) acts += sorted.length;
            if (sorted.length > 0) print(entry.getKey().name(), sorted);
        }
        var all = times.entrySet().stream()
                .filter(entry -> entry.getKey() != Learner.Act.SIGN_IN && entry.getKey() != Learner.Act.OPEN)
                .flatMap(entry -> entry.getValue().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        if (all.length > 0) print("all acts", all);
        System.out.printf(
                "%.1f acts/s for %.0f s; %s; %d bytes down, %d up an act; errors %d%n",
                acts / seconds, seconds, cpu.an(acts), down / Math.max(1, acts), up / Math.max(1, acts), errors.sum());
        causes.stream().distinct().limit(5).forEach(System.out::println);
    }

    private static void print(String name, long[] sorted) {
        System.out.printf(
                "%-10s %6d %8.1f %8.1f %8.1f %8.1f%n",
                name, sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] / 1e6;
    }

    /** Seconds of processor used so far: by the server's own threads, by its compilers, by its embedded database. */
    private record Cpu(double server, double compilers, double database) {
        Cpu since(Cpu before) {
            return new Cpu(server - before.server, compilers - before.compilers, database - before.database);
        }

        String an(long acts) {
            double each = 1000.0 / Math.max(1, acts);
            return "CPU an act: server %.2f ms, its compilers %.2f ms, database %.2f ms"
                    .formatted(server * each, compilers * each, database * each);
        }
    }

    private Cpu cpu() throws IOException {
        var database = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
        long backends = ProcessHandle.of(database).stream()
                .flatMap(ProcessHandle::children)
                .mapToLong(backend -> ticks(Path.of("/proc", Long.toString(backend.pid()))))
                .sum();
        var process = Path.of("/proc", Long.toString(server));
        long compilers = 0;
        try (var tasks = Files.list(process.resolve("task"))) {
            for (var task : tasks.toList()) if (name(task).matches("C[12] Compiler.*")) compilers += ticks(task);
        }
        return new Cpu(
                (double) (ticks(process) - compilers) / TICKS_A_SECOND,
                (double) compilers / TICKS_A_SECOND,
                (double) (backends + ticks(Path.of("/proc", Long.toString(database)))) / TICKS_A_SECOND);
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException _) {
            return ""; // it has ended
        }
    }

    private static long ticks(Path process) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // utime, stime, and what children that ended have used: backends of closed connections
            return Arrays.stream(new int[] {11, 12})
                    .mapToLong(field -> Long.parseLong(fields[field]))
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }
}
