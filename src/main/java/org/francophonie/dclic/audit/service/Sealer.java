package org.francophonie.dclic.audit.service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.francophonie.dclic.audit.domain.Block;
import org.francophonie.dclic.audit.domain.Leaf;
import org.francophonie.dclic.platform.errors.Allowance;
import org.francophonie.dclic.platform.start.Secrets;
import org.francophonie.dclic.platform.start.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the trail: every few seconds one node, whichever comes first, makes a block of what finished transactions have
 * written, signs it, and tells its root to a second place. Business transactions wait for nothing.
 */
@Component
class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    /** A block of them fills a quarter of a megabyte. */
    private static final int MOST_EVENTS = 5000;

    private final Chain chain;
    private final SigningKey key;
    private final RootFile roots;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Allowance alarms = new Allowance(2);

    Sealer(Chain chain, SigningKey key, RootFile roots, Clock clock, PlatformTransactionManager transactions) {
        this.chain = chain;
        this.key = key;
        this.roots = roots;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 3000)
    void round() {
        try {
            while (sealNext()) {}
        } catch (DataAccessException e) {
            LOG.warn("the trail is sealed later: {}", e.getMessage());
        }
    }

    /** False when there is nothing to seal, or another node does it. */
    private boolean sealNext() {
        var made = transaction.execute(_ -> chain.lock() ? next() : Optional.<Block>empty());
        if (made == null || made.isEmpty()) return false;
        roots.tell(made.get());
        return true;
    }

    private Optional<Block> next() {
        long finished = chain.finished();
        var last = chain.last();
        if (isCut(last)) return Optional.empty();
        var fresh = last.isPresent() && finished < last.get().block().to();
        var from = last.isEmpty() || fresh ? 0 : last.get().block().to();
        var eraAt = fresh
                ? chain.firstAfter(last.get().block().sealedAt()).orElse(now())
                : last.map(one -> one.block().eraAt()).orElse(Instant.EPOCH);
        long to = chain.endOf(MOST_EVENTS, eraAt, from, finished).orElse(finished);
        var leaves = chain.fresh(eraAt, from, to);
        if (leaves.isEmpty()) return Optional.empty();
        var written = Leaf.write(leaves);
        var block = new Block(
                last.map(one -> one.block().n()).orElse(0L) + 1,
                eraAt,
                from,
                to,
                now(),
                leaves.size(),
                Secrets.fingerprint(written),
                last.map(Chain.Sealed::root).orElseGet(Block::nothingBefore));
        chain.add(block, written, key.sign(block.root()));
        return Optional.of(block);
    }

    /**
     * The second place knows more than the database: the end of the chain was cut off, or an older copy of the database was
     * restored. Sealing again would hide it: nothing is sealed until somebody has looked (docs/operations.md).
     */
    private boolean isCut(Optional<Chain.Sealed> last) {
        var told = roots.last();
        if (told.isEmpty()) return false;
        long n = last.map(one -> one.block().n()).orElse(0L);
        var cut = told.get().n() > n
                || told.get().n() == n
                        && last.filter(one ->
                                        told.get().root().equals(HexFormat.of().formatHex(one.root())))
                                .isEmpty();
        if (cut && alarms.isOneMore())
            LOG.error(
                    "The chain of the trail ends at block {}, but block {} was published: nothing is sealed",
                    n,
                    told.get().n());
        return cut;
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
