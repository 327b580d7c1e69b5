package org.francophonie.dclic.audit.service;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.audit.domain.Block;
import org.francophonie.dclic.audit.domain.Leaf;
import org.francophonie.dclic.platform.errors.Allowance;
import org.francophonie.dclic.platform.start.Secrets;
import org.francophonie.dclic.platform.start.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
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

    /** No transaction has that number. */
    private static final long LAST = Long.MAX_VALUE;

    private final Chain chain;
    private final SigningKey key;
    private final RootFile roots;
    private final Clock clock;
    private final Instant began;
    private final TransactionTemplate transaction;
    private final Allowance alarms = new Allowance(2);

    @Autowired
    Sealer(Chain chain, SigningKey key, RootFile roots, Clock clock, PlatformTransactionManager transactions) {
        this(
                chain,
                key,
                roots,
                clock,
                transactions,
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    /** @param began whatever this start of the platform writes is of this instant or later */
    Sealer(
            Chain chain,
            SigningKey key,
            RootFile roots,
            Clock clock,
            PlatformTransactionManager transactions,
            Instant began) {
        this.chain = chain;
        this.key = key;
        this.roots = roots;
        this.clock = clock;
        this.began = began;
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
        long cluster = chain.cluster();
        var moved = last.filter(one -> one.block().cluster() != cluster);
        if (moved.isPresent()) {
            var rest = closing(moved.get());
            if (rest.isPresent()) return rest;
        }
        var from = last.isEmpty() || moved.isPresent() ? 0 : last.get().block().to();
        var eraAt =
                moved.isPresent() ? began : last.map(one -> one.block().eraAt()).orElse(Instant.EPOCH);
        long to = chain.endOf(MOST_EVENTS, eraAt, from, finished).orElse(finished);
        return seal(last, cluster, eraAt, from, to, chain.fresh(eraAt, Optional.empty(), from, to));
    }

    /**
     * What an older copy of the database held and had not sealed yet: its transactions are all over. Events of the new
     * database system begin with this start of the platform.
     */
    private Optional<Block> closing(Chain.Sealed last) {
        var block = last.block();
        if (block.to() == LAST) return Optional.empty();
        var rest = chain.fresh(block.eraAt(), Optional.of(began), block.to(), LAST);
        return seal(Optional.of(last), block.cluster(), block.eraAt(), block.to(), LAST, rest);
    }

    private Optional<Block> seal(
            Optional<Chain.Sealed> last, long cluster, Instant eraAt, long from, long to, List<Leaf> leaves) {
        if (leaves.isEmpty()) return Optional.empty();
        var written = Leaf.write(leaves);
        var block = new Block(
                last.map(one -> one.block().n()).orElse(0L) + 1,
                cluster,
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
