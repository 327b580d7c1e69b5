package org.francophonie.dclic.platform.errors;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Something that went wrong on our side, under a number that the person sees and the log holds.
 *
 * @param number short enough to be read over the telephone
 */
public record Incident(String number) {
    private static final Logger LOG = LoggerFactory.getLogger("incident");
    private static final int LENGTH = 8;

    /** When everything fails at once, writing it down must not be what brings the platform to a stop. */
    private static final Allowance STACKS = new Allowance(60);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Where they are kept besides the log; nowhere before the platform has started. */
    private static volatile BiConsumer<Incident, Throwable> journal = (_, _) -> {};

    static void keepIn(BiConsumer<Incident, Throwable> place) {
        journal = place;
    }

    /** The number in a form in which somebody typed it; nothing when it is none. */
    public static Optional<String> read(String typed) {
        var letters = HumanCode.bare(typed);
        return letters.length() == LENGTH ? Optional.of(written(letters)) : Optional.empty();
    }

    private static String written(String letters) {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    /** Writes the cause with its stack under a fresh number; nothing that a person typed is in it. */
    public static Incident record(@Nullable Throwable cause) {
        var incident = new Incident(written(HumanCode.letters(LENGTH, RANDOM)));
        try (var _ = MDC.putCloseable("incident", incident.number())) {
            if (cause != null) journal.accept(incident, cause);
            if (cause == null || STACKS.isOneMore()) LOG.error("incident {}", incident.number(), cause);
            else
                LOG.error(
                        "incident {}, one of many: {}",
                        incident.number(),
                        cause.toString().lines().findFirst().orElse(""));
        }
        return incident;
    }
}
