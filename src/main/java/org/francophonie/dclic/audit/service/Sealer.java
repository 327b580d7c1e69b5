package org.francophonie.dclic.audit.service;

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
    static final int MOST_EVENTS = 5000;

    private static final int BLOCKS_AT_ONCE = 200;

    /** No transaction has that number. */
    private static final long LAST = Long.MAX_VALUE;

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
        chain.meetCluster();
    }

    @Scheduled(fixedDelay = 3000)
    void round() {
        try {
            while (sealNext()) {}
            while (tellNext()) {}
        } catch (DataAccessException e) {
            LOG.warn("the trail is sealed later: {}", e.getMessage());
        }
    }

    /** False when there is nothing to seal, or another node does it. */
    private boolean sealNext() {
        var made = transaction.execute(_ -> chain.lock() ? next() : Optional.<Block>empty());
        return made != null && made.isPresent();
    }

    /** The second place of each node learns the blocks of all nodes. False when it knows them all. */
    private boolean tellNext() {
        var fresh = chain.blocksAfter(roots.last().map(RootFile.Told::n).orElse(0L), BLOCKS_AT_ONCE);
        fresh.forEach(roots::tell);
        return fresh.size() == BLOCKS_AT_ONCE;
    }

    private Optional<Block> next() {
        long finished = chain.finished();
        var last = chain.last();
        if (isCut(last)) return Optional.empty();
        var cluster = chain.cluster();
        var moved = last.filter(one -> one.block().cluster() != cluster.id());
        if (moved.isPresent()) {
            var rest = closing(moved.get(), cluster.since());
            if (rest.isPresent()) return rest;
        }
        var from = last.isEmpty() || moved.isPresent() ? 0 : last.get().block().to();
        var eraAt = moved.isPresent()
                ? cluster.since()
                : last.map(one -> one.block().eraAt()).orElse(Instant.EPOCH);
        long to = chain.endOf(MOST_EVENTS, eraAt, from, finished).orElse(finished);
        return seal(last, cluster.id(), eraAt, from, to, chain.fresh(eraAt, Optional.empty(), from, to));
    }

    /**
     * What an older copy of the database held and had not sealed yet: its transactions are all over. Events of the new
     * database system begin with the first start of the platform on it.
     */
    private Optional<Block> closing(Chain.Sealed last, Instant until) {
        var block = last.block();
        if (block.to() == LAST) return Optional.empty();
        var rest = chain.fresh(block.eraAt(), Optional.of(until), block.to(), LAST);
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
