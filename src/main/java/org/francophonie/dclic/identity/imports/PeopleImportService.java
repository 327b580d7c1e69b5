package org.francophonie.dclic.identity.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.imports.Line.Outcome;
import org.francophonie.dclic.identity.imports.PeopleImport.State;
import org.francophonie.dclic.identity.service.ErasureService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.Incident;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.text.Csv;
import org.francophonie.dclic.platform.work.WorkThreads;
import org.springframework.stereotype.Service;

/**
 * Makes the accounts of many people from a file. It is read and compared first; whoever brought it looks at what would come of
 * it; then accounts are made in portions, each whole, beside the screen. It may be stopped and goes on where it stopped,
 * the same file again makes nobody twice, and all of it can be taken back as far as people have not used their accounts.
 */
@Service
public class PeopleImportService {
    /** Lines of one file. */
    public static final int MOST = 50_000;

    /** The largest file, in bytes. */
    public static final long LARGEST = 20_000_000;

    private static final Duration UNDONE_WITHIN = Duration.ofDays(30);
    private static final int PORTION = 100;
    private static final int LISTED = 10;
    private static final int SHOWN = 20;
    private static final Set<Outcome> TO_MEND = EnumSet.of(Outcome.WRONG, Outcome.FAILED);

    private final ImportStore store;
    private final ImportReader reader;
    private final ImportMaker maker;
    private final ErasureService erasures;
    private final Freshness freshness;
    private final Gate gate;
    private final Trail trail;
    private final Words words;
    private final Ids ids;
    private final Clock clock;
    private final WorkThreads threads;

    PeopleImportService(
            ImportStore store,
            ImportReader reader,
            ImportMaker maker,
            ErasureService erasures,
            Freshness freshness,
            Gate gate,
            Trail trail,
            Words words,
            Ids ids,
            Clock clock,
            WorkThreads threads) {
        this.threads = threads;
        this.store = store;
        this.reader = reader;
        this.maker = maker;
        this.erasures = erasures;
        this.freshness = freshness;
        this.gate = gate;
        this.trail = trail;
        this.words = words;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins to read a file, which is the service's from now on.
     *
     * @return its id, or that of the one that the person has begun and that is being read
     * @param language of letters to people for whom the file says none
     * @param zone in which days of the file end
     */
    @Requires(Right.IMPORT_PEOPLE)
    public UUID begin(Path file, String name, Locale language, ZoneId zone) {
        var other = store.reading(me());
        if (other.isPresent()) {
            delete(file);
            return other.get();
        }
        var begun = new ImportStore.Begun(ids.next(), me(), language, zone);
        store.begin(begun, name);
        aside(begun.id(), begun.id(), State.READING, () -> {
            try {
                if (reader.read(begun, file)) tell(begun.id(), "read");
            } finally {
                delete(file);
            }
        });
        return begun.id();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Incident.record(e);
        }
    }

    /** What goes wrong on our side stops it under a number. */
    private void aside(UUID id, UUID worker, State during, Runnable work) {
        threads.begin(
                work,
                incident -> store.work()
                        .move(
                                id,
                                Set.of(during),
                                during == State.READING ? State.REFUSED : State.STOPPED,
                                "people-import.failed " + incident.number()),
                () -> store.work().leave(id, worker));
    }

    /** An import of one's own. */
    @Requires(Right.READ_PERSON)
    public Optional<PeopleImport> find(UUID id) {
        return store.find(id, me());
    }

    /** One's own, newest first. */
    @Requires(Right.READ_PERSON)
    public List<PeopleImport> last() {
        return store.last(me(), LISTED);
    }

    /** The first lines to be mended. */
    @Requires(Right.READ_PERSON)
    public List<Line> toMend(UUID id) {
        return store.lines(own(id).id(), TO_MEND, 0, SHOWN);
    }

    private PeopleImport own(UUID id) {
        return store.find(id, me()).orElseThrow(() -> new NotFound("import"));
    }

    /** All lines to be mended, as a file that can be mended and brought again. */
    @Requires(Right.READ_PERSON)
    public void writeToMend(UUID id, Locale language, Writer to) {
        own(id);
        try {
            to.write(Csv.MARK
                    + Csv.line(List.of(
                            "Nom",
                            "E-mail",
                            "Naissance",
                            "Pays",
                            "Langue",
                            "Profil",
                            "Fin",
                            "Groupe",
                            "Ligne",
                            "Problème")));
            int after = 0;
            for (var lines = store.lines(id, TO_MEND, after, PORTION);
                    !lines.isEmpty();
                    lines = store.lines(id, TO_MEND, after, PORTION)) {
                for (var line : lines) to.write(Csv.line(cells(line, language)));
                after = lines.getLast().number();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> cells(Line line, Locale language) {
        return List.of(
                line.name(),
                line.email(),
                line.birthYear(),
                line.country(),
                line.language(),
                line.profile(),
                line.until(),
                line.group(),
                String.valueOf(line.number()),
                line.problems().stream().map(key -> problem(key, language)).collect(Collectors.joining(" ")));
    }

    /** In words; what is said to somebody about herself is said of her. */
    @Requires(Right.READ_PERSON)
    public String problem(String key, Locale language) {
        var ofSomebody = "people.problem." + key;
        return words.get(language, Words.has(ofSomebody) ? ofSomebody : key);
    }

    /**
     * Makes the accounts that are ready, or goes on doing so. Told twice, it is done once.
     *
     * @throws org.francophonie.dclic.platform.access.SecretNeeded when the secret was given too long ago
     */
    @Requires(Right.IMPORT_PEOPLE)
    public void run(UUID id) {
        freshness.check();
        own(id);
        store.work()
                .claim(id, Set.of(State.READY, State.STOPPED), State.RUNNING)
                .ifPresent(worker -> aside(id, worker, State.RUNNING, () -> make(id, worker)));
    }

    private void make(UUID id, UUID worker) {
        var begun = store.begun(id);
        tell(id, "run");
        while (store.work().isStill(id, State.RUNNING, worker)) {
            var lines = store.lines(id, Set.of(Outcome.READY), 0, PORTION);
            if (lines.isEmpty()) {
                store.work().move(id, Set.of(State.RUNNING), State.DONE, null);
                tell(id, "done");
                return;
            }
            maker.make(begun, lines);
        }
    }

    /** Stops after the portion under way; what is made stays. What was only read is forgotten. */
    @Requires(Right.IMPORT_PEOPLE)
    public void stop(UUID id) {
        own(id);
        if (store.work().move(id, Set.of(State.RUNNING, State.UNDOING), State.STOPPED, null)) tell(id, "stop");
        else if (store.work().move(id, Set.of(State.READING, State.READY, State.REFUSED), State.REFUSED, null)) {
            store.delete(id);
        }
    }

    /** How many of the accounts made are in use, and would stay. */
    @Requires(Right.READ_PERSON)
    public int inUse(UUID id) {
        return store.used(own(id).id());
    }

    /**
     * Erases the accounts that were made, but those that their people have used.
     *
     * @throws org.francophonie.dclic.platform.access.SecretNeeded when the secret was given too long ago
     */
    @Requires(Right.IMPORT_PEOPLE)
    public void undo(UUID id) {
        gate.check(Right.ERASE_PERSON, me());
        freshness.check();
        if (!isYoung(own(id))) throw new AccessRefused(Right.IMPORT_PEOPLE);
        store.work()
                .claim(id, Set.of(State.DONE, State.STOPPED), State.UNDOING)
                .ifPresent(worker -> aside(id, worker, State.UNDOING, () -> unmake(id, worker)));
    }

    /** Later nobody knows for certain any more whether somebody has ever signed in: sessions are forgotten. */
    @Requires(Right.READ_PERSON)
    public boolean isYoung(PeopleImport known) {
        return known.createdAt().plus(UNDONE_WITHIN).isAfter(clock.instant());
    }

    private void unmake(UUID id, UUID worker) {
        tell(id, "undo");
        store.noteMade(id);
        while (store.work().isStill(id, State.UNDOING, worker)) {
            var lines = store.lines(id, Set.of(Outcome.MADE), 0, PORTION);
            if (lines.isEmpty()) {
                store.work().move(id, Set.of(State.UNDOING), State.UNDONE, null);
                tell(id, "undone");
                return;
            }
            var unused = store.unused(lines.stream().map(Line::person).toList());
            for (var line : lines) {
                if (unused.contains(line.person())) erasures.erase(new PersonId(line.person()));
                store.outcome(id, line, unused.contains(line.person()) ? Outcome.UNDONE : Outcome.KEPT, null);
            }
        }
    }

    private void tell(UUID id, String act) {
        var entry = AuditEntry.command(Right.IMPORT_PEOPLE).named(act).on("PeopleImport", id);
        store.find(id, me()).ifPresent(known -> known.lines()
                .forEach((outcome, number) -> entry.change(outcome.name().toLowerCase(Locale.ROOT), null, number)));
        trail.recordApart(entry);
    }

    private static PersonId me() {
        return Actors.current().requirePerson();
    }
}
