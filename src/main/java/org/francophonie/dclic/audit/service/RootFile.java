package org.francophonie.dclic.audit.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.platform.files.LineFile;
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

    /** Enough for the last line whole. */
    private static final int LAST_LINES = 512;

    private final LineFile file;

    RootFile(Platform platform) {
        file = new LineFile(platform.auditRoots().orElse(platform.dataFolder().resolve("audit-roots.txt")));
    }

    void tell(Chain.Sealed told) {
        var block = told.block();
        var root = HexFormat.of().formatHex(told.root());
        try {
            file.add(block.n() + " " + block.sealedAt() + " " + block.events() + " " + root);
        } catch (IOException e) {
            LOG.error("the root of block {} was not written to {}", block.n(), file, e);
        }
    }

    /** A root that was told: of which block, and what it was. */
    record Told(long n, String root) {
        static Optional<Told> read(String line) {
            var parts = line.split(" ");
            return parts.length == 4 && parts[0].matches("[0-9]{1,18}")
                    ? Optional.of(new Told(Long.parseLong(parts[0]), parts[3]))
                    : Optional.empty();
        }
    }

    /** The roots told here, by block; more than one for a block that was sealed twice. */
    Map<Long, Set<String>> told() {
        var told = new HashMap<Long, Set<String>>();
        try {
            file.each(line -> Told.read(line).ifPresent(root -> told.computeIfAbsent(root.n(), _ -> new HashSet<>())
                    .add(root.root())));
        } catch (IOException e) {
            LOG.error("{} cannot be read", file, e);
        }
        return told;
    }

    /** The last one told; nothing before the first. */
    Optional<Told> last() {
        try {
            return file.end(LAST_LINES).stream()
                    .map(Told::read)
                    .flatMap(Optional::stream)
                    .reduce((_, later) -> later);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
