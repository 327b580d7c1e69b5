package org.francophonie.dclic.platform.errors;

/** So many in a minute, and no more. */
public final class Allowance {
    private static final long MINUTE = 60_000_000_000L;

    private final int most;
    private long since = System.nanoTime();
    private int used;

    public Allowance(int most) {
        this.most = most;
    }

    public synchronized boolean isOneMore() {
        long now = System.nanoTime();
        if (now - since > MINUTE) {
            since = now;
            used = 0;
        }
        return ++used <= most;
    }
}
