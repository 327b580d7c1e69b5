package org.francophonie.dclic.audit.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.audit.Verification;
import org.francophonie.dclic.audit.Verification.Finding;
import org.francophonie.dclic.audit.Verification.Kind;
import org.francophonie.dclic.audit.domain.Block;
import org.francophonie.dclic.audit.domain.Leaf;
import org.francophonie.dclic.audit.service.Chain.Covered;
import org.francophonie.dclic.audit.service.Chain.Sealed;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.start.Secrets;
import org.francophonie.dclic.platform.start.SigningKey;
import org.springframework.stereotype.Service;

/** Reads the whole trail again and compares it with its chain: every change is found, to the row. */
@Service
public class VerificationService {
    private static final int BATCH = 200;
    private static final int MOST_FINDINGS = 100;
    private static final Duration CLOCKS = Duration.ofSeconds(30);
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(15);
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(2);

    private final Chain chain;
    private final Purges purges;
    private final SigningKey key;
    private final RootFile roots;
    private final Trail trail;

    VerificationService(Chain chain, Purges purges, SigningKey key, RootFile roots, Trail trail) {
        this.chain = chain;
        this.purges = purges;
        this.key = key;
        this.roots = roots;
        this.trail = trail;
    }

    /** Takes as long as it must: some ten seconds for a million events. What came of it is in the trail. */
    @Requires(Right.VERIFY_AUDIT)
    public Verification verify() {
        var found = new Walk().run();
        var entry = found.isSound() ? AuditEntry.command(Right.VERIFY_AUDIT) : AuditEntry.failure(Right.VERIFY_AUDIT);
        entry.named("verify")
                .change("blocks", null, found.blocks())
                .change("events", null, found.events())
                .change("findings", null, found.findings().size());
        trail.recordApart(entry);
        return found;
    }

    /** One way along the chain. */
    private final class Walk {
        private final List<Finding> findings = new ArrayList<>();
        private final Map<Long, Set<String>> told = roots.told();
        private long blocks;
        private long events;
        private final List<Instant> eras = chain.eras();
        private Optional<Sealed> before = Optional.empty();

        /** The last block that left nothing unsealed behind; a full one may be a part of a backlog. */
        private Optional<Block> caughtUp = Optional.empty();

        private final Instant settled = Instant.now().minus(SEALED_WITHIN);
        private long covered;

        /** Blocks up to this one cover only what was dropped by the rule. */
        private long purgedUpTo;

        /** Of later ones, what was dropped with them. */
        private final Set<UUID> purged = new HashSet<>();

        Verification run() {
            purges.all().forEach(this::trust);
            List<Sealed> batch;
            do {
                batch = chain.blocksAfter(before.map(one -> one.block().n()).orElse(0L), BATCH);
                batch.forEach(this::look);
            } while (batch.size() == BATCH);
            if (chain.countBefore(settled) != covered) find(Kind.EVENT_UNSEALED, blocks, Optional.empty());
            told.keySet().stream().sorted().forEach(n -> find(Kind.ROOT_DIFFERS, n, Optional.empty()));
            return new Verification(blocks, events, unsealed(), List.copyOf(findings));
        }

        /** What is not signed by us excuses nothing. */
        private void trust(Purges.Signed signed) {
            if (!key.isOurs(signed.purge().root(), signed.signature())) {
                find(Kind.PURGE_CHANGED, signed.purge().upTo(), Optional.empty());
                return;
            }
            purgedUpTo = Math.max(purgedUpTo, signed.purge().upTo());
            purged.addAll(signed.purge().straddlingIds());
        }

        private long unsealed() {
            if (before.isEmpty()) return 0;
            var last = before.get().block();
            var behind = chain.unsealed(last);
            behind.suspicious().forEach(id -> find(Kind.EVENT_UNSEALED, last.n(), Optional.of(id)));
            return behind.all();
        }

        private void look(Sealed sealed) {
            var block = sealed.block();
            blocks++;
            checkLink(sealed);
            var second = told.remove(block.n());
            if (second != null && !second.equals(Set.of(HexFormat.of().formatHex(sealed.root()))))
                find(Kind.ROOT_DIFFERS, block.n(), Optional.empty());
            chain.leaves(block.n()).ifPresentOrElse(leaves -> checkEvents(block, leaves), () -> checkPurged(block));
            before = Optional.of(sealed);
            if (block.events() < Sealer.MOST_EVENTS) caughtUp = Optional.of(block);
        }

        /** Nothing may be left of it, and nothing may have been put in the place. */
        private void checkPurged(Block block) {
            if (block.n() > purgedUpTo) find(Kind.BLOCK_CHANGED, block.n(), Optional.empty());
            present(block).keySet().stream().sorted().forEach(id -> find(Kind.EVENT_ADDED, block.n(), Optional.of(id)));
        }

        private Map<UUID, Covered> present(Block block) {
            var eraEnd = eras.stream().filter(at -> at.isAfter(block.eraAt())).findFirst();
            var present = new HashMap<UUID, Covered>();
            chain.covered(block.eraAt(), eraEnd, block.from(), block.to())
                    .forEach(event -> present.put(event.id(), event));
            return present;
        }

        private void checkLink(Sealed sealed) {
            var block = sealed.block();
            long expected = before.map(last -> last.block().n()).orElse(0L) + 1;
            for (long n = expected; n < Math.min(block.n(), expected + MOST_FINDINGS); n++)
                find(Kind.BLOCK_MISSING, n, Optional.empty());
            var previous = before.map(Sealed::root).orElseGet(Block::nothingBefore);
            var follows = before.isEmpty()
                    || before.get().block().eraAt().equals(block.eraAt())
                            && before.get().block().to() == block.from()
                    || before.get().block().eraAt().isBefore(block.eraAt());
            if (!Arrays.equals(sealed.root(), block.root())
                    || block.n() == expected && !(Arrays.equals(previous, block.previous()) && follows)
                    || !key.isOurs(sealed.root(), sealed.signature()))
                find(Kind.BLOCK_CHANGED, block.n(), Optional.empty());
        }

        private void checkEvents(Block block, byte[] written) {
            if (!Arrays.equals(Secrets.fingerprint(written), block.leavesHash()))
                find(Kind.BLOCK_CHANGED, block.n(), Optional.empty());
            var present = present(block);
            events += block.events();
            covered += present.values().stream()
                    .filter(event -> event.at().isBefore(settled))
                    .count();
            for (var leaf : Leaf.read(written)) {
                var event = present.remove(leaf.id());
                if (event == null && purged.contains(leaf.id())) continue;
                if (event == null) find(Kind.EVENT_MISSING, block.n(), Optional.of(leaf.id()));
                else if (!Arrays.equals(event.present(), leaf.hash()) || !Arrays.equals(event.written(), leaf.hash()))
                    find(Kind.EVENT_CHANGED, block.n(), Optional.of(leaf.id()));
                else if (isMisdated(event.at(), block)) find(Kind.EVENT_MISDATED, block.n(), Optional.of(leaf.id()));
            }
            present.keySet().stream().sorted().forEach(id -> find(Kind.EVENT_ADDED, block.n(), Optional.of(id)));
        }

        /** Sealed seconds after it was written, or when the long transaction was over that wrote it; not years. */
        private boolean isMisdated(Instant at, Block block) {
            return at.isAfter(block.sealedAt().plus(CLOCKS))
                    || caughtUp.filter(last -> last.eraAt().equals(block.eraAt()))
                            .filter(last -> at.isBefore(last.sealedAt().minus(LONGEST_TRANSACTION)))
                            .isPresent();
        }

        private void find(Kind kind, long block, Optional<UUID> event) {
            if (findings.size() < MOST_FINDINGS) findings.add(new Finding(kind, block, event));
        }
    }
}
