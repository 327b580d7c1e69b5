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
                .query((row, _) -> draft(row))
                .optional();
    }

    /**
     * Keeps the text in the place of the one that its writer has seen; the command id of the first stays. When another tab or
     * device has written something else since, nothing changes and the other text is given back.
     *
     * @param seen version of the draft that the writer went on from, or {@link Draft#NONE}
     */
    @Requires(Right.KEEP_DRAFT)
    public Keeping keep(String form, String object, String text, long seen) {
        var clean = (text.length() <= LONGEST ? text : text.substring(0, LONGEST)).replace("\u0000", "");
        var kept = sql.sql("""
                        insert into platform.draft as draft (person_id, form, object, text, command_id, changed_at)
                        values (:person, :form, :object, :text, :command, :at)
                        on conflict (person_id, form, object) do update
                        set text = excluded.text, changed_at = excluded.changed_at,
                            version = draft.version + case when draft.text = excluded.text then 0 else 1 end
                        where draft.version = :seen or draft.text = excluded.text
                        returning text, command_id, version""")
                .param("person", person())
                .param("form", form)
                .param("object", object)
                .param("text", clean)
                .param("command", ids.next())
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("seen", seen)
                .query((row, _) -> draft(row))
                .optional();
        return kept.map(draft -> new Keeping(draft, false))
                .orElseGet(() -> new Keeping(find(form, object).orElseThrow(), true));
    }

    private static Draft draft(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Draft(row.getString("text"), row.getObject("command_id", UUID.class), row.getLong("version"));
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
