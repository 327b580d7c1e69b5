package org.francophonie.dclic.audit.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.francophonie.dclic.audit.AuditEvent;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.text.Csv;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The trail as auditors read it. Reading it is in the trail, too. */
@Service
@Transactional
public class AuditService {
    /** Events on one page of the list. */
    public static final int PAGE = 25;

    /** More are not taken away in one file. */
    public static final int LARGEST_EXPORT = 50_000;

    /** People named in one event of the trail; an export of more people leaves several. */
    private static final int NAMED_AT_ONCE = 1000;

    private final Events events;
    private final ExportRequests requests;
    private final Trail trail;

    AuditService(Events events, ExportRequests requests, Trail trail) {
        this.events = events;
        this.requests = requests;
        this.trail = trail;
    }

    /**
     * Newest first.
     *
     * @param page from 0
     */
    @Requires(Right.READ_AUDIT)
    @Transactional(readOnly = true)
    public List<AuditEvent> search(AuditSearch search, int page) {
        var found = events.newest(search, PAGE, PAGE * page);
        seen(found);
        return found;
    }

    /** Whose data were shown; the events of readers are not their own data, but who acted is. */
    private void seen(List<AuditEvent> found) {
        var entry = AuditEntry.read(Right.READ_AUDIT).named("search");
        found.forEach(event -> {
            event.actor().ifPresent(entry::about);
            event.subjects().forEach(entry::about);
        });
        if (!entry.subjects().isEmpty()) trail.recordRead(entry);
    }

    /**
     * Writes what was found as a table for spreadsheets, newest first, {@link #LARGEST_EXPORT} at most; that it was taken
     * away is written in the same transaction.
     *
     * @throws AccessRefused when it is about so many people that somebody else has to agree, and nobody has
     */
    @Requires(Right.EXPORT_AUDIT)
    public void export(AuditSearch search, Writer to) {
        if (!requests.standing(search).mayTake()) throw new AccessRefused(Right.EXPORT_AUDIT);
        var number = new int[1];
        write(
                to,
                Csv.MARK
                        + Csv.line(List.of(
                                "at",
                                "nature",
                                "outcome",
                                "actor",
                                "job",
                                "profiles",
                                "right",
                                "act",
                                "object type",
                                "object id",
                                "before and after",
                                "subjects",
                                "address",
                                "agent",
                                "node",
                                "operation",
                                "reason",
                                "event")));
        var shown = new LinkedHashSet<PersonId>();
        events.each(search, LARGEST_EXPORT, event -> {
            write(to, line(event));
            number[0]++;
            event.actor().ifPresent(shown::add);
            shown.addAll(event.subjects());
        });
        var people = List.copyOf(shown);
        for (int from = 0; from == 0 || from < people.size(); from += NAMED_AT_ONCE) {
            var entry = AuditEntry.export(Right.EXPORT_AUDIT)
                    .change("events", null, number[0])
                    .change("search", null, search);
            people.subList(from, Math.min(people.size(), from + NAMED_AT_ONCE)).forEach(entry::about);
            trail.record(entry);
        }
    }

    private static void write(Writer to, String text) {
        try {
            to.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(AuditEvent event) {
        var parts = new ArrayList<String>();
        parts.add(event.at().toString());
        parts.add(event.nature().name());
        parts.add(event.outcome().name());
        parts.add(event.actor().map(PersonId::toString).orElse(""));
        parts.add(event.job().orElse(""));
        parts.add(String.join(" ", event.profiles()));
        parts.add(event.right().orElse(""));
        parts.add(event.act().orElse(""));
        parts.add(event.objectType().orElse(""));
        parts.add(event.objectId().orElse(""));
        parts.add(event.changesInOneLine());
        parts.add(event.subjects().stream().map(PersonId::toString).collect(Collectors.joining(" ")));
        parts.add(event.address().orElse(""));
        parts.add(event.agent().orElse(""));
        parts.add(event.node());
        parts.add(event.operation().toString());
        parts.add(event.reason().orElse(""));
        parts.add(event.id().toString());
        return Csv.line(parts);
    }
}
