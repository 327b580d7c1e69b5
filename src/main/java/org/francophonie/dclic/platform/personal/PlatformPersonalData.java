package org.francophonie.dclic.platform.personal;

import java.util.List;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.stereotype.Component;

/** Unfinished texts, commands done, letters. */
@Component
class PlatformPersonalData implements PersonalData {
    private final PersonalTables tables;

    PlatformPersonalData(PersonalTables tables) {
        this.tables = tables;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Table> of(PersonId person) {
        return List.of(
                tables.read(
                        "drafts",
                        "select form, object, text, changed_at from platform.draft where person_id = :person order by changed_at",
                        person),
                tables.read(
                        "letters",
                        "select created_at, kind, recipient, state, subject, body from platform.mail"
                                + " where person_id = :person order by created_at",
                        person));
    }

    /** Letters that were asked for before the person was known go by their address ({@code identity} gives it up last). */
    @Override
    public void erase(PersonId person) {
        tables.erase("delete from platform.draft where person_id = :person", person);
        tables.erase("delete from platform.command where person_id = :person", person);
        tables.erase("delete from platform.mail where person_id = :person", person);
    }
}
