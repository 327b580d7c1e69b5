package org.francophonie.dclic.platform.start;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why the platform did not start, where the reason is known; Spring Boot tells the rest. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLineReporter implements SpringBootExceptionReporter {

    OneLineReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var line = line(failure);
        line.ifPresent(text -> System.err.println("\nD-CLIC did not start: " + text + "\n"));
        return line.isPresent();
    }

    private static Optional<String> line(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) return Optional.ofNullable(refused.getMessage());
            if (cause instanceof PortInUseException taken)
                return Optional.of("port " + taken.getPort()
                        + " is taken; stop the program that uses it or choose another with --server.port=NUMBER.");
        }
        return Optional.empty();
    }
}
