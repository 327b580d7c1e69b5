package org.francophonie.dclic.platform.drafts;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people type before they hand it in: the same text on every device and after every loss of a node. */
@Service
@Transactional
public class DraftService {
    /** The longest draft, in characters. */
    public static final int LONGEST = 200_000;

    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;

    DraftService(JdbcClient sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** The draft of the current person for a form (what is written) and an object (about what). */
    @Requires(Right.KEEP_DRAFT)
    @Transactional(readOnly = true)
    public Optional<Draft> find(String form, String object) {
        return sql.sql(
                        "select text, command_id, version from platform.draft where person_id = ? and form = ? and object = ?")
                .param(person())
                .param(form)
                .param(object)
                .query((row, _) -> new Draft(
                        row.getString("text"), row.getObject("command_id", UUID.class), row.getLong("version")))
                .optional();
    }

    /** Keeps the text; the last writer wins, and the command id of the first stays. */
    @Requires(Right.KEEP_DRAFT)
    public Draft keep(String form, String object, String text) {
        var cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return sql.sql("""
                        insert into platform.draft (person_id, form, object, text, command_id, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (person_id, form, object) do update
                        set text = excluded.text, version = platform.draft.version + 1, changed_at = excluded.changed_at
                        returning text, command_id, version""")
                .param(person())
                .param(form)
                .param(object)
                .param(cut.replace("\u0000", ""))
                .param(ids.next())
                .param(java.sql.Timestamp.from(clock.instant()))
                .query((row, _) -> new Draft(
                        row.getString("text"), row.getObject("command_id", UUID.class), row.getLong("version")))
                .single();
    }

    /** Forgets the draft, when what it held was handed in. */
    @Requires(Right.KEEP_DRAFT)
    public void drop(String form, String object) {
        sql.sql("delete from platform.draft where person_id = ? and form = ? and object = ?")
                .param(person())
                .param(form)
                .param(object)
                .update();
    }

    private static UUID person() {
        return Actors.current().requirePerson().value();
    }
}
