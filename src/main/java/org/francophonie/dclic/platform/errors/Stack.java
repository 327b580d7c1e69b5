package org.francophonie.dclic.platform.errors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.start.Secrets;

/**
 * What was thrown and where, as it may be kept for months: classes and lines. The words of an exception may hold what somebody typed; they are
 * kept where Java itself speaks of the program, without what stands in quotes.
 */
final class Stack {
    private static final int FRAMES = 40;
    private static final int CAUSES = 6;
    private static final int FRAMES_OF_A_CAUSE = 5;
    private static final int CAUSE_BYTES = 8;
    private static final int LONGEST_WORDS = 300;

    /** Whose words are about the program. */
    private static final Set<Class<?>> OF_THE_PROGRAM = Set.of(
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            ArrayIndexOutOfBoundsException.class,
            ArithmeticException.class,
            OutOfMemoryError.class,
            StackOverflowError.class);

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");

    private Stack() {}

    /** The chain of causes, outermost first. */
    private static List<Throwable> chain(Throwable thrown) {
        var chain = new ArrayList<Throwable>();
        for (var each = thrown; each != null && chain.size() < CAUSES && !chain.contains(each); each = each.getCause())
            chain.add(each);
        return chain;
    }

    /** Class of what was thrown first. */
    static String kind(Throwable thrown) {
        return chain(thrown).getLast().getClass().getName();
    }

    static String text(Throwable thrown) {
        return chain(thrown).stream().map(Stack::one).collect(Collectors.joining("\n"));
    }

    private static String one(Throwable thrown) {
        var head = thrown.getClass().getName() + words(thrown);
        return Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n  " + frame)
                .collect(Collectors.joining("", head, ""));
    }

    private static String words(Throwable thrown) {
        var message = thrown.getMessage();
        if (message == null || !OF_THE_PROGRAM.contains(thrown.getClass())) return "";
        var bare = QUOTED.matcher(message).replaceAll("…");
        return ": " + bare.substring(0, Math.min(bare.length(), LONGEST_WORDS));
    }

    /** The same for what went wrong in the same way at the same place, whatever led there. */
    static String cause(Throwable thrown) {
        var first = chain(thrown).getLast();
        var place = Arrays.stream(first.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.francophonie.dclic"))
                .limit(FRAMES_OF_A_CAUSE)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .collect(Collectors.joining(" ", first.getClass().getName() + " ", ""));
        var hash = Secrets.fingerprint(place.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, CAUSE_BYTES);
    }
}
