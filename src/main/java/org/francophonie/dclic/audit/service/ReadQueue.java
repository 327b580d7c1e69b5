package org.francophonie.dclic.audit.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.francophonie.dclic.audit.service.TrailWriter.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Readings of personal data wait here for a moment and are written together. The queue is bounded: when it is full, the
 * reader waits for its own row to be written, nothing is dropped.
 */
class ReadQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadQueue.class);
    private static final int ROOM = 1000;
    private static final int BATCH = 100;

    private final BlockingQueue<Row> waiting = new ArrayBlockingQueue<>(ROOM);
    private final Consumer<List<Row>> write;
    private final Thread writer;
    private volatile boolean open = true;

    ReadQueue(Consumer<List<Row>> write) {
        this.write = write;
        writer = Thread.ofPlatform().daemon().name("audit-reads").start(this::run);
    }

    void put(Row row) {
        if (!open || !waiting.offer(row)) write.accept(List.of(row));
    }

    synchronized void flush() {
        var batch = new ArrayList<Row>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            write.accept(batch);
            batch.clear();
        }
    }

    private void run() {
        while (open) {
            try {
                var first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) writeKeeping(first);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private synchronized void writeKeeping(Row first) throws InterruptedException {
        var batch = new ArrayList<Row>();
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
        while (open) {
            try {
                write.accept(batch);
                return;
            } catch (RuntimeException e) {
                LOG.error("{} readings of personal data wait for the database", batch.size(), e);
                TimeUnit.SECONDS.sleep(1);
            }
        }
        write.accept(batch);
    }

    @Override
    public void close() {
        open = false;
        try {
            writer.join(5000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        flush();
    }
}
