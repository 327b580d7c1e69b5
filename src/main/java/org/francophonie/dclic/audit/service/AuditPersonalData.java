package org.francophonie.dclic.audit.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.francophonie.dclic.audit.AuditEvent;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.PersonalData;
import org.francophonie.dclic.platform.personal.PersonalTables;
import org.springframework.stereotype.Component;

/**
 * What the trail says of somebody: who (by profile, not by name) has read or changed her data, and when. Erasing destroys the
 * key: events stay, with their hashes and their chain, and what they said of the person is unreadable for ever.
 */
@Component
class AuditPersonalData implements PersonalData {
    private static final int MOST = 5000;

    private final Events events;
    private final PersonalTables tables;

    AuditPersonalData(Events events, PersonalTables tables) {
        this.events = events;
        this.tables = tables;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public List<Table> of(PersonId person) {
        var rows = new ArrayList<Map<String, String>>();
        events.each(AuditSearch.about(person), MOST, event -> rows.add(row(event, person)));
        return List.of(new Table("who has read or changed these data", rows));
    }

    private static Map<String, String> row(AuditEvent event, PersonId person) {
        var row = new LinkedHashMap<String, String>();
        row.put("at", event.at().toString());
        row.put("nature", event.nature().name());
        row.put("outcome", event.outcome().name());
        row.put(
                "by",
                event.actor().filter(person::equals).isPresent()
                        ? "self"
                        : event.job().orElse(String.join(" ", event.profiles())));
        event.right().ifPresent(right -> row.put("right", right));
        event.act().ifPresent(act -> row.put("act", act));
        if (event.subjects().size() == 1 && !event.changes().isEmpty())
            row.put("before and after", event.changesInOneLine());
        return row;
    }

    @Override
    public void erase(PersonId person) {
        tables.erase("delete from audit.export_request where by_person = :person or decided_by = :person", person);
        tables.call("audit.destroy_key", person);
    }
}
