package org.francophonie.dclic.audit.service;

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
                .query((row, _) -> raw(row))
                .list();
        return rows.stream().map(this::opened).toList();
    }

    /** How many people the newest of them are about, those included who acted. */
    int people(AuditSearch search, int most) {
        var where = new Where(search);
        return where.fill(sql.sql("select count(distinct person) from (select actor, subject_ids from audit.audit_event"
                        + where.text() + " order by at desc, id desc limit :most) e,"
                        + " lateral unnest(array_append(e.subject_ids, e.actor)) as person"))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Tells every event, newest first, without holding them all. */
    void each(AuditSearch search, int most, Consumer<AuditEvent> told) {
        var where = new Where(search);
        try (var rows = where
                .fill(sql.sql("select * from audit.audit_event" + where.text()
                                + " order by at desc, id desc limit :most")
                        .withFetchSize(500))
                .param("most", most)
                .query((row, _) -> raw(row))
                .stream()) {
            rows.map(this::opened).forEach(told);
        }
    }

    /** One row, taken before the next one is read; its personal values are still sealed. */
    private record Raw(AuditEvent event, Optional<Sealed> sealed) {}

    private AuditEvent opened(Raw raw) {
        return raw.sealed()
                .map(values -> raw.event().with(readable(raw.event().id(), values)))
                .orElse(raw.event());
    }

    /** Nothing when the key was destroyed, or somebody has damaged the row: the others are still read. */
    private Optional<Map<String, Change>> readable(UUID id, Sealed sealed) {
        try {
            return keys.open(sealed, id).map(values -> changes(json.readValue(values, PAIRS)));
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }

    private static Map<String, Change> changes(Map<String, List<@Nullable String>> pairs) {
        var changes = new LinkedHashMap<String, Change>();
        pairs.forEach((field, pair) -> changes.put(field, new Change(pair.getFirst(), pair.getLast())));
        return changes;
    }

    private Raw raw(ResultSet row) throws SQLException {
        var keyId = row.getObject("key_id", UUID.class);
        return new Raw(
                event(row),
                keyId == null
                        ? Optional.empty()
                        : Optional.of(new Sealed(keyId, row.getBytes("nonce"), row.getBytes("ciphertext"))));
    }

    private AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                AuditSearch.Nature.valueOf(row.getString("nature")),
                Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getObject("actor", UUID.class)).map(PersonId::new),
                text(row, "job"),
                text(row, "profile")
                        .filter(held -> !held.isEmpty())
                        .map(held -> List.of(held.split(",")))
                        .orElse(List.of()),
                text(row, "right_name"),
                text(row, "act"),
                text(row, "object_type"),
                text(row, "object_id"),
                text(row, "changes")
                        .map(written -> changes(json.readValue(written, PAIRS)))
                        .orElse(Map.of()),
                false,
                Arrays.stream((UUID[]) row.getArray("subject_ids").getArray())
                        .map(PersonId::new)
                        .toList(),
                text(row, "address").map(address -> address.replaceFirst("/(32|128)$", "")),
                text(row, "agent"),
                row.getString("node"),
                row.getObject("operation_id", UUID.class),
                text(row, "reason"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
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
