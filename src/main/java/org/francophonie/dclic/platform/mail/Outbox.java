package org.francophonie.dclic.platform.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes letters in, within the transaction of what they tell: both stand or neither. */
@Component
public class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Of each kind: nobody's box is filled by somebody who asks again and again, and nobody stops the other letters. */
    private static final int MOST_AN_HOUR = 6;

    /** A letter waits to leave. */
    record Waiting() {}

    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;
    private final Platform platform;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Outbox(JdbcClient sql, Ids ids, Clock clock, Platform platform, JsonMapper json, ApplicationEventPublisher events) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.platform = platform;
        this.json = json;
        this.events = events;
    }

    /** The same event to the same recipient is one letter; beyond six an hour none is written, and nobody is told. */
    @Transactional
    public void put(Mail mail) {
        var now = clock.instant();
        if (lately(mail) >= MOST_AN_HOUR) {
            LOG.info("no more letters to one address this hour: {}", mail.kind());
            return;
        }
        var id = ids.next();
        sql.sql("""
                insert into platform.mail (id, event, kind, recipient, recipient_key, person_id, language, facts, message_id,
                    state, next_at, created_at, useful_until)
                values (:id, :event, :kind, :recipient, :key, :person, :language, :facts, :message, 'WAITING', :now, :now, :until)
                on conflict (event, recipient_key) do nothing""")
                .param("id", id)
                .param("event", mail.event())
                .param("kind", mail.kind())
                .param("recipient", mail.recipient())
                .param("key", mail.recipientKey())
                .param("person", mail.person().map(person -> person.value()).orElse(null), java.sql.Types.OTHER)
                .param("language", mail.language().getLanguage())
                .param("facts", json.writeValueAsString(Map.copyOf(mail.facts())))
                .param("message", "<" + id + "@" + platform.baseUrl().getHost() + ">")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(mail.useful())))
                .update();
        events.publishEvent(new Waiting());
    }

    /** Did the last letter about somebody to this address come back, or was it refused for good? */
    @Transactional(readOnly = true)
    public boolean cameBack(PersonId about, String recipientKey) {
        return sql.sql(
                        "select state in ('RETURNED', 'FAILED') from platform.mail where recipient_key = ? and person_id = ?"
                                + " order by created_at desc limit 1")
                .param(recipientKey)
                .param(about.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private int lately(Mail mail) {
        return sql.sql("select count(*) from platform.mail where recipient_key = ? and kind = ? and state <> 'NOTHING'"
                        + " and created_at > ?")
                .param(mail.recipientKey())
                .param(mail.kind())
                .param(Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .query(Integer.class)
                .single();
    }
}
