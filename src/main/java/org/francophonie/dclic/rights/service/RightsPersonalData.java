package org.francophonie.dclic.rights.service;

import java.util.List;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.PersonalData;
import org.francophonie.dclic.platform.personal.PersonalTables;
import org.springframework.stereotype.Component;

/** The profiles that somebody holds. */
@Component
class RightsPersonalData implements PersonalData {
    private final PersonalTables tables;

    RightsPersonalData(PersonalTables tables) {
        this.tables = tables;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Table> of(PersonId person) {
        return List.of(
                tables.read("screens", "select surface, parts from rights.own_plan where person_id = :person", person),
                tables.read(
                        "profiles",
                        "select p.name_fr as profile, a.valid_from, a.valid_to from rights.assignment a"
                                + " join rights.profile p on p.code = a.profile where a.person_id = :person order by a.valid_from",
                        person));
    }

    @Override
    public void erase(PersonId person) {
        tables.erase("delete from rights.own_plan where person_id = :person", person);
        tables.erase("delete from rights.assignment where person_id = :person", person);
        tables.erase("delete from rights.member where person_id = :person", person);
    }
}
