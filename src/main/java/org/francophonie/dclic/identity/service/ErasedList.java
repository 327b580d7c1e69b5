package org.francophonie.dclic.identity.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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

    private final Path file;

    ErasedList(Platform platform) {
        file = platform.erasedList().orElse(platform.dataFolder().resolve("erased.txt"));
    }

    void add(PersonId person) {
        try {
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.writeString(file, person + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.error("an erased person was not added to {}: after a restore she would be there again", file, e);
        }
    }

    List<PersonId> all() {
        if (!Files.exists(file)) return List.of();
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.matches("[0-9a-f-]{36}"))
                    .map(PersonId::parse)
                    .toList();
        } catch (IOException e) {
            LOG.error("{} cannot be read", file, e);
            return List.of();
        }
    }
}
