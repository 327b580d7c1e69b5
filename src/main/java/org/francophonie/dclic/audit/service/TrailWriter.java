package org.francophonie.dclic.audit.service;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.AuditEntry.Change;
import org.francophonie.dclic.platform.audit.Operation;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.NodeName;
import org.francophonie.dclic.rights.Profiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes events of the trail; the database stamps instant, transaction and hash. */
@Component
class TrailWriter implements Trail {
    private static final int LONGEST_REASON = 500;

    private static final String INSERT = """
            insert into audit.audit_event (id, nature, outcome, actor, job, profile, right_name, act, object_type, object_id,
                changes, key_id, nonce, ciphertext, subject_ids, address, agent, session_hash, node, operation_id, request_id, reason)
            values (:id, :nature, :outcome, :actor, :job, :profile, :right, :act, :objectType, :objectId,
                cast(:changes as jsonb), :keyId, :nonce, :ciphertext, cast(:subjects as uuid[]), cast(:address as inet), :agent,
                :session, :node, :operation, :request, :reason)""";

    private final JdbcClient sql;
    private final SubjectKeys keys;
    private final ObjectProvider<Profiles> profiles;
    private final Ids ids;
    private final JsonMapper json;
    private final RecentReads recent;
    private final ReadQueue reads;
    private final TransactionTemplate apart;
    private final NodeName node;

    TrailWriter(
            JdbcClient sql,
            SubjectKeys keys,
            ObjectProvider<Profiles> profiles,
            Ids ids,
            JsonMapper json,
            RecentReads recent,
            NodeName node,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.keys = keys;
        this.profiles = profiles;
        this.ids = ids;
        this.json = json;
        this.recent = recent;
        this.node = node;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reads = new ReadQueue(rows -> apart.executeWithoutResult(_ -> rows.forEach(this::insertRead)));
    }

    @Override
    public void record(AuditEntry entry) {
        Described.mark();
        insert(row(entry));
    }

    @Override
    public void recordApart(AuditEntry entry) {
        apart.executeWithoutResult(_ -> insert(row(entry)));
    }

    @Override
    public void recordRead(AuditEntry entry) {
        Actors.current().person().ifPresent(recent::check);
        reads.put(row(entry));
    }

    private void insertRead(Row row) {
        insert(row);
        if (row.columns().get("actor") instanceof UUID actor) recent.note(actor, row.subjects());
    }

    /** Writes what waits; for the end of a node and for tests. */
    void flush() {
        reads.flush();
    }

    private void insert(Row row) {
        var sealed = row.personal().isEmpty() || row.subjects().size() != 1
                ? Optional.<SubjectKeys.Sealed>empty()
                : keys.seal(row.subjects().getFirst(), row.id(), json.writeValueAsBytes(row.personal()));
        var values = new LinkedHashMap<String, @Nullable Object>(row.columns());
        values.put("id", row.id());
        values.put("keyId", sealed.map(SubjectKeys.Sealed::keyId).orElse(null));
        values.put("nonce", sealed.map(SubjectKeys.Sealed::nonce).orElse(null));
        values.put("ciphertext", sealed.map(SubjectKeys.Sealed::ciphertext).orElse(null));
        var statement = sql.sql(INSERT);
        for (var value : values.entrySet())
            statement = statement.param(value.getKey(), value.getValue(), type(value.getKey()));
        statement.update();
    }

    private static int type(String column) {
        return switch (column) {
            case "id", "actor", "keyId", "operation" -> Types.OTHER;
            case "nonce", "ciphertext", "session" -> Types.BINARY;
            default -> Types.VARCHAR;
        };
    }

    /** All that must be taken from the thread of the act; the rest is done where the row is written. */
    record Row(
            UUID id,
            Map<String, @Nullable Object> columns,
            Map<String, List<@Nullable String>> personal,
            List<PersonId> subjects) {}

    private Row row(AuditEntry entry) {
        var actor = entry.actor().map(Actor::of).orElseGet(Actors::current);
        var facts = RequestFacts.current();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("nature", entry.nature());
        columns.put("outcome", entry.outcome().name());
        columns.put("actor", actor.person().map(PersonId::value).orElse(null));
        columns.put("job", actor.job().orElse(null));
        columns.put("profile", held(actor));
        columns.put("right", entry.right().map(Enum::name).orElse(null));
        columns.put("act", entry.name().orElse(null));
        columns.put("objectType", entry.objectType().orElse(null));
        columns.put("objectId", entry.objectId().orElse(null));
        columns.put("changes", entry.changes().isEmpty() ? null : json.writeValueAsString(pairs(entry.changes())));
        columns.put(
                "subjects",
                "{"
                        + String.join(
                                ",",
                                entry.subjects().stream()
                                        .map(PersonId::toString)
                                        .toList()) + "}");
        columns.put("address", facts.map(RequestFacts::address).orElse(null));
        columns.put("agent", facts.map(RequestFacts::agent).orElse(null));
        columns.put("session", facts.flatMap(RequestFacts::sessionHash).orElse(null));
        columns.put("node", node.value());
        columns.put("operation", Operation.current());
        columns.put("request", MDC.get("request"));
        columns.put("reason", entry.reason().map(TrailWriter::cut).orElse(null));
        return new Row(ids.next(), columns, pairs(entry.personal()), List.copyOf(entry.subjects()));
    }

    private @Nullable String held(Actor actor) {
        if (actor.job().isPresent()) return null;
        return actor.person()
                .map(person -> {
                    var held = profiles.getObject().heldBy(person);
                    return actor.acting().filter(held::contains).orElseGet(() -> String.join(",", held));
                })
                .orElse(Profiles.VISITOR);
    }

    private static Map<String, List<@Nullable String>> pairs(Map<String, Change> changes) {
        var pairs = new LinkedHashMap<String, List<@Nullable String>>();
        changes.forEach((field, change) -> pairs.put(field, java.util.Arrays.asList(change.before(), change.after())));
        return pairs;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    @jakarta.annotation.PreDestroy
    void stop() {
        reads.close();
    }
}
