package org.francophonie.dclic.platform.personal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * What one module keeps about people (articles 15, 17 and 20 of regulation (EU) 2016/679). Each module that keeps something
 * provides one; a test erases somebody with a rich history and looks for traces in every table.
 */
public interface PersonalData {

    /**
     * Rows of one kind.
     *
     * @param name of the kind, as it stands in the export
     * @param rows by column; values as text
     */
    record Table(String name, List<Map<String, String>> rows) {}

    /** Where it stands among the others. */
    int order();

    /** Everything that is kept about somebody, for herself to read and to take away. */
    List<Table> of(PersonId person);

    /** Within the transaction in which the person is erased. */
    void erase(PersonId person);

    /**
     * Within the transaction in which the person becomes nobody: what counts in figures about many may stay.
     *
     * @param nobody whose it is from now on; known nowhere else
     */
    default void anonymise(PersonId person, UUID nobody) {
        erase(person);
    }
}
