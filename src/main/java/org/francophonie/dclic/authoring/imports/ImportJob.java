package org.francophonie.dclic.authoring.imports;

import java.util.UUID;

/** An import under way: how far it has come; whoever watches may stop it. */
public final class ImportJob implements Progress {
    private final UUID id;
    private final String name;
    private volatile int done;
    private volatile int total;
    private volatile boolean cancelled;
    private volatile boolean finished;

    ImportJob(UUID id, String name) {
        this.id = id;
        this.name = name;
    }

    @Override
    public void at(int done, int total) {
        this.done = done;
        this.total = total;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** Nothing will be kept. */
    public void cancel() {
        cancelled = true;
    }

    void finish() {
        finished = true;
    }

    /** Its report can be read. */
    public boolean isFinished() {
        return finished;
    }

    /** Names the report to come. */
    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public int done() {
        return done;
    }

    /** 0 while the archive is being read. */
    public int total() {
        return total;
    }
}
