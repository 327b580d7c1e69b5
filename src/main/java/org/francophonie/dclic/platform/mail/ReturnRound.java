package org.francophonie.dclic.platform.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the box of letters that came back and marks ours. What it has understood it takes away; everything else stays in the
 * box for a person to read.
 */
@Component
class ReturnRound implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnRound.class);
    private static final int MOST_AT_ONCE = 200;

    /** Larger ones are no notices of servers. */
    private static final int LARGEST = 1_000_000;

    private static final String MILLISECONDS = "15000";

    private final ReturnBox box;
    private final JdbcClient sql;
    private final Clock clock;

    ReturnRound(ReturnBox box, JdbcClient sql, Clock clock) {
        this.box = box;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "returned-letters";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        if (box.host().isEmpty()) return;
        try (var store = Session.getInstance(properties()).getStore(box.protocol())) {
            store.connect(box.host().get(), box.port() == 0 ? -1 : box.port(), box.username(), box.password());
            try (var folder = store.getFolder(box.folder())) {
                folder.open(Folder.READ_WRITE);
                read(folder);
            }
        } catch (MessagingException e) {
            LOG.warn("the box of returned letters cannot be read: {}", e.getMessage());
        }
    }

    private Properties properties() {
        var properties = new Properties();
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.setProperty("mail." + box.protocol() + "." + wait, MILLISECONDS);
        return properties;
    }

    /** Whatever was looked at once is marked as seen: a strange message is not read again and again. */
    private void read(Folder folder) throws MessagingException {
        var fresh = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (int i = 0; i < Math.min(fresh.length, MOST_AT_ONCE); i++) {
            var message = fresh[i];
            var returned = read(message);
            message.setFlag(Flags.Flag.SEEN, true);
            if (returned.isPresent() && settle(returned.get())) message.setFlag(Flags.Flag.DELETED, true);
        }
    }

    private static Optional<Returned> read(Message message) throws MessagingException {
        try {
            return message.getSize() > LARGEST ? Optional.empty() : Returned.read(message);
        } catch (IOException | RuntimeException e) {
            LOG.info("a message in the box of returned letters is not understood: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** @return whether it was about a letter of ours */
    private boolean settle(Returned returned) {
        if (!returned.isFinal())
            return sql.sql("select exists (select from platform.mail where message_id = ?)")
                    .param(returned.messageId())
                    .query(Boolean.class)
                    .single();
        return sql.sql("""
                        update platform.mail set state = 'RETURNED', problem = ?, done_at = ?
                        where message_id = ? and state in ('SENT', 'UNCERTAIN', 'RETURNED')""")
                        .param(returned.reason())
                        .param(Timestamp.from(clock.instant()))
                        .param(returned.messageId())
                        .update()
                > 0;
    }
}
