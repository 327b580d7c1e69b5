package org.francophonie.dclic.identity.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.francophonie.dclic.platform.files.LineFile;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The ids of those who were erased, outside the database: a backup that is restored brings them back, and the next start
 * erases them again ({@code dclic.erased-list}).
 */
@Component
class ErasedList {
    private static final Logger LOG = LoggerFactory.getLogger(ErasedList.class);

    private final LineFile file;

    ErasedList(Platform platform) {
        file = new LineFile(platform.erasedList().orElse(platform.dataFolder().resolve("erased.txt")));
    }

    void add(PersonId person) {
        try {
            file.add(person.toString());
        } catch (IOException e) {
            LOG.error("an erased person was not added to {}: after a restore she would be there again", file, e);
        }
    }

    List<PersonId> all() {
        var ids = new ArrayList<PersonId>();
        try {
            file.each(line -> {
                if (line.matches("[0-9a-f-]{36}")) ids.add(PersonId.parse(line));
            });
        } catch (IOException e) {
            LOG.error("{} cannot be read", file, e);
        }
        return ids;
    }
}
