package org.francophonie.dclic.authoring.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.francophonie.dclic.platform.files.PackageRefused;

/** Ends an import when its author wants it, or when it takes longer than an honest one ever does. */
final class Watch {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** The author wants it no more. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Progress progress;
    private final Clock clock;
    private final Instant end;

    Watch(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
        end = clock.instant().plus(LONGEST);
    }

    void at(int done, int total) {
        progress.at(done, total);
    }

    /** To be called before each piece of work. */
    void check() {
        if (progress.isCancelled()) throw new Cancelled();
        if (clock.instant().isAfter(end)) throw new PackageRefused(PackageRefused.Reason.TOO_LONG, "");
    }
}
