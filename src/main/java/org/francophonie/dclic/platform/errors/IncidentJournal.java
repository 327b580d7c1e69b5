package org.francophonie.dclic.platform.errors;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Pattern;
import org.francophonie.dclic.platform.start.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps incidents in the database, so that whoever was told a number finds it whichever node wrote it. They are written a
 * moment later by a thread of their own: what fails when the database does, waits for nothing.
 */
@Component
class IncidentJournal {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentJournal.class);
    private static final int WAITING = 500;
    private static final int CAUSES = 200;

    /** Incidents of one cause in a minute that are kept; the log names them all. */
    private static final int EACH = 20;

    private static final Pattern ID = Pattern.compile(
            "[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|(?<=/)[^/]*[0-9][^/]*|(?<=/)[A-Za-z0-9_-]{30,}|(?<=/)[A-Z]{3}-[0-9A-Z]+-[0-9A-Z]");

    private record Kept(
            String number, Instant at, String place, String browser, String kind, String stack, String cause) {}

    private final JdbcClient sql;
    private final NodeName node;
    private final Clock clock;
    private final String version;
    /** Whoever makes one thing fail without end leaves room for what fails elsewhere. */
    private final Map<String, Allowance> each = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > CAUSES;
        }
    };

    private final BlockingQueue<Kept> waiting = new ArrayBlockingQueue<>(WAITING);

    IncidentJournal(JdbcClient sql, NodeName node, Clock clock, ObjectProvider<BuildProperties> build) {
        this.sql = sql;
        this.node = node;
        this.clock = clock;
        version = build.stream().findFirst().map(BuildProperties::getVersion).orElse("");
    }

    @PostConstruct
    void open() {
        Incident.keepIn(this::keep);
    }

    private void keep(Incident incident, Throwable cause) {
        var like = Stack.cause(cause);
        if (!isOneMore(like)) return;
        var kept = new Kept(
                incident.number(),
                clock.instant(),
                place(),
                RequestFacts.current().map(RequestFacts::agent).orElse(""),
                Stack.kind(cause),
                Stack.text(cause),
                like);
        if (!waiting.offer(kept)) LOG.warn("incident {} is in the log alone", incident.number());
    }

    private boolean isOneMore(String cause) {
        synchronized (each) {
            return each.computeIfAbsent(cause, _ -> new Allowance(EACH)).isOneMore();
        }
    }

    /** The address of the screen or page without ids and questions; the thread's name where there is none. */
    private static String place() {
        var address =
                RequestFacts.place().orElseGet(() -> Thread.currentThread().getName());
        return ID.matcher(address).replaceAll(":id");
    }

    @Scheduled(fixedDelay = 1000)
    void write() {
        var all = new ArrayList<Kept>();
        waiting.drainTo(all);
        if (all.isEmpty()) return;
        try {
            write(all);
        } catch (RuntimeException e) { // tried again while there is room; the log has them in any case
            all.forEach(waiting::offer);
            LOG.warn("{} incidents are not in the database yet", all.size());
        }
    }

    private void write(List<Kept> all) {
        for (var kept : all)
            sql.sql("""
                    insert into platform.incident (number, at, node, version, place, browser, kind, stack, cause)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .param(kept.number())
                    .param(Timestamp.from(kept.at()))
                    .param(node.value())
                    .param(version)
                    .param(kept.place())
                    .param(kept.browser())
                    .param(kept.kind())
                    .param(kept.stack())
                    .param(kept.cause())
                    .update();
    }

    @PreDestroy
    void close() {
        write();
    }
}
