package org.francophonie.dclic.audit.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.francophonie.dclic.audit.domain.Block;
import org.francophonie.dclic.platform.start.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The second place of the roots: a file to which lines are only added. Whoever may rewrite the whole database cannot rewrite
 * this one as well, when operations keep it elsewhere ({@code dclic.audit-roots}).
 */
@Component
class RootFile {
    private static final Logger LOG = LoggerFactory.getLogger(RootFile.class);

    private final Path file;

    RootFile(Platform platform) {
        file = platform.auditRoots().orElse(platform.dataFolder().resolve("audit-roots.txt"));
    }

    void tell(Block block) {
        var line = block.n() + " " + block.sealedAt() + " " + block.events() + " "
                + HexFormat.of().formatHex(block.root()) + "\n";
        try {
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.error("the root of block {} was not written to {}", block.n(), file, e);
        }
    }

    /** The roots that this node has told, by block; lines that were damaged are left out and counted as missing by nobody. */
    Map<Long, String> told() {
        var told = new HashMap<Long, String>();
        if (!Files.exists(file)) return told;
        try (var lines = Files.lines(file)) {
            lines.map(line -> line.split(" "))
                    .filter(parts -> parts.length == 4 && parts[0].matches("[0-9]{1,18}"))
                    .forEach(parts -> told.put(Long.valueOf(parts[0]), parts[3]));
        } catch (IOException e) {
            LOG.error("{} cannot be read", file, e);
        }
        return told;
    }
}
