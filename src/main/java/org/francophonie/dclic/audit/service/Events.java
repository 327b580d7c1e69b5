package org.francophonie.dclic.audit.service;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.francophonie.dclic.audit.AuditEvent;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.audit.service.SubjectKeys.Sealed;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry.Change;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads events, and opens what is sealed under a person's key. */
@Component
class Events {
    private static final TypeReference<Map<String, List<@Nullable String>>> PAIRS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final SubjectKeys keys;
    private final JsonMapper json;

    Events(JdbcClient sql, SubjectKeys keys, JsonMapper json) {
        this.sql = sql;
        this.keys = keys;
        this.json = json;
    }

    List<AuditEvent> newest(AuditSearch search, int most, int from) {
        var where = new Where(search);
        var rows = where.fill(sql.sql("select * from audit.audit_event" + where.text()
                        + " order by at desc, id desc limit :most offset :skip"))
                .param("most", most)
                .param("skip", from)
                .query((row, _) -> new Raw(row))
                .list();
        return rows.stream().map(this::opened).toList();
    }

    Optional<AuditEvent> find(UUID id) {
        return sql.sql("select * from audit.audit_event where id = ?")
                .param(id)
                .query((row, _) -> new Raw(row))
                .optional()
                .map(this::opened);
    }

    /** Tells every event, newest first, without holding them all. */
    void each(AuditSearch search, int most, Consumer<AuditEvent> told) {
        var where = new Where(search);
        try (var rows = where
                .fill(sql.sql("select * from audit.audit_event" + where.text()
                                + " order by at desc, id desc limit :most")
                        .withFetchSize(500))
                .param("most", most)
                .query((row, _) -> new Raw(row))
                .stream()) {
            rows.map(this::opened).forEach(told);
        }
    }

    private AuditEvent opened(Raw raw) {
        if (raw.sealed.isEmpty()) return raw.event(Map.of(), false);
        var values = readable(raw);
        return raw.event(values.map(this::changes).orElse(Map.of()), values.isEmpty());
    }

    /** Nothing when the key was destroyed, or somebody has damaged the row: the others are still read. */
    private Optional<byte[]> readable(Raw raw) {
        try {
            return raw.sealed.flatMap(values -> keys.open(values, raw.id));
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }

    private Map<String, Change> changes(byte[] written) {
        return changes(json.readValue(written, PAIRS));
    }

    private static Map<String, Change> changes(Map<String, List<@Nullable String>> pairs) {
        var changes = new LinkedHashMap<String, Change>();
        pairs.forEach((field, pair) -> changes.put(field, new Change(pair.getFirst(), pair.getLast())));
        return changes;
    }

    /** One row, taken before the next one is read. */
    private final class Raw {
        private final UUID id;
        private final Optional<Sealed> sealed;
        private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        private final List<PersonId> subjects;

        Raw(ResultSet row) throws SQLException {
            id = row.getObject("id", UUID.class);
            var keyId = row.getObject("key_id", UUID.class);
            sealed = keyId == null
                    ? Optional.empty()
                    : Optional.of(new Sealed(keyId, row.getBytes("nonce"), row.getBytes("ciphertext")));
            for (var column : List.of(
                    "nature",
                    "outcome",
                    "job",
                    "profile",
                    "right_name",
                    "act",
                    "object_type",
                    "object_id",
                    "changes",
                    "agent",
                    "node",
                    "reason")) columns.put(column, row.getString(column));
            columns.put("at", row.getTimestamp("at"));
            columns.put("actor", row.getObject("actor", UUID.class));
            columns.put("operation_id", row.getObject("operation_id", UUID.class));
            var address = row.getString("address");
            columns.put("address", address == null ? null : address.replaceFirst("/(32|128)$", ""));
            Array ids = row.getArray("subject_ids");
            subjects = Arrays.stream((UUID[]) ids.getArray()).map(PersonId::new).toList();
        }

        private Optional<String> text(String column) {
            return Optional.ofNullable((String) columns.get(column));
        }

        AuditEvent event(Map<String, Change> personal, boolean erased) {
            var changes = new LinkedHashMap<String, Change>();
            text("changes")
                    .map(text -> json.readValue(text, PAIRS))
                    .map(Events::changes)
                    .ifPresent(changes::putAll);
            changes.putAll(personal);
            return new AuditEvent(
                    id,
                    ((Timestamp) java.util.Objects.requireNonNull(columns.get("at"))).toInstant(),
                    AuditSearch.Nature.valueOf(text("nature").orElseThrow()),
                    Outcome.valueOf(text("outcome").orElseThrow()),
                    Optional.ofNullable((UUID) columns.get("actor")).map(PersonId::new),
                    text("job"),
                    text("profile")
                            .filter(held -> !held.isEmpty())
                            .map(held -> List.of(held.split(",")))
                            .orElse(List.of()),
                    text("right_name"),
                    text("act"),
                    text("object_type"),
                    text("object_id"),
                    changes,
                    erased,
                    subjects,
                    text("address"),
                    text("agent"),
                    text("node").orElse(""),
                    (UUID) java.util.Objects.requireNonNull(columns.get("operation_id")),
                    text("reason"));
        }
    }

    /** The conditions of a search, each with its parameter. */
    private static final class Where {
        private final Map<String, Object> parameters = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();

        Where(AuditSearch search) {
            search.actor().ifPresent(actor -> and("actor = :actor", "actor", actor.value()));
            search.subject().ifPresent(who -> and("subject_ids @> array[:subject::uuid]", "subject", who.value()));
            search.nature().ifPresent(nature -> and("nature = :nature", "nature", nature.name()));
            search.outcome().ifPresent(outcome -> and("outcome = :outcome", "outcome", outcome.name()));
            search.right().ifPresent(right -> and("right_name = :right", "right", right.name()));
            search.object().ifPresent(object -> and("object_id = :object", "object", object));
            search.from().ifPresent(from -> and("at >= :from", "from", Timestamp.from(from)));
            search.to().ifPresent(to -> and("at < :to", "to", Timestamp.from(to)));
            search.network().ifPresent(network -> and("address <<= :network::inet", "network", network));
            search.operation().ifPresent(operation -> and("operation_id = :operation", "operation", operation));
            if (!search.asksForSomething())
                and("right_name is distinct from :reading", "reading", Right.READ_AUDIT.name());
        }

        private void and(String condition, String name, Object value) {
            text.append(text.isEmpty() ? " where " : " and ").append(condition);
            parameters.put(name, value);
        }

        String text() {
            return text.toString();
        }

        JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement) {
            var filled = statement;
            for (var parameter : parameters.entrySet()) filled = filled.param(parameter.getKey(), parameter.getValue());
            return filled;
        }
    }
}
