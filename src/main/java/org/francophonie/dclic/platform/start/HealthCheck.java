package org.francophonie.dclic.platform.start;

import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the platform in the same container whether it is well; ends with 0 when it is. */
public final class HealthCheck {
    private static final int OK = 200;
    private static final int MILLISECONDS = 2500;

    private HealthCheck() {}

    public static void main(String[] arguments) throws Exception {
        var port = System.getenv().getOrDefault("SERVER_PORT", "8080");
        var address = URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness")
                .toURL();
        var connection = (HttpURLConnection) address.openConnection();
        connection.setConnectTimeout(MILLISECONDS);
        connection.setReadTimeout(MILLISECONDS);
        System.exit(connection.getResponseCode() == OK ? 0 : 1);
    }
}
