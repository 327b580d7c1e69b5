package org.francophonie.dclic.platform.audit;

import org.jspecify.annotations.Nullable;

/** Where acts are written down, so that it can be proved later who did what. */
public interface Trail {

    /** Writes in the transaction of the act: both stand or neither. */
    void record(AuditEntry entry);

    /** Writes on its own, for what must stand although the act was undone: refusals, failed sign-ins. */
    void recordApart(AuditEntry entry);

    /** Writes soon, through a bounded queue, that personal data were shown. */
    void recordRead(AuditEntry entry);

    /** Remembers, while one service method runs, whether it described its act itself. */
    final class Described implements AutoCloseable {
        private static final ThreadLocal<@Nullable Described> CURRENT = new ThreadLocal<>();
        private boolean happened;

        private Described() {}

        public static Described open() {
            var described = new Described();
            CURRENT.set(described);
            return described;
        }

        /** Told by the trail at each event it writes. */
        public static void mark() {
            var current = CURRENT.get();
            if (current != null) current.happened = true;
        }

        /** Is a command under way on this thread? */
        public static boolean isOpen() {
            return CURRENT.get() != null;
        }

        public boolean happened() {
            return happened;
        }

        @Override
        public void close() {
            CURRENT.remove();
        }
    }
}
