package org.francophonie.dclic.platform.live;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.francophonie.dclic.platform.errors.Incident;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens on a connection of its own and reads what was told. It looks when it is called, and every second in any case.
 *
 * <p>Nothing is missed when transactions end in another order than they began: each look covers everything from the oldest
 * transaction that was still under way at the look before; what was already heard is known by its id. After a break it
 * listens first and then looks.
 */
@Component
class LiveReader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final int LOOK_MILLISECONDS = 1000;
    private static final String LOOK = """
            with now as (select pg_snapshot_xmin(pg_current_snapshot()) as oldest)
            select now.oldest::text as oldest, s.id, s.topic, s.key, s.xid < now.oldest as over
            from now left join platform.signal s on s.xid >= ?::xid8""";

    private final DataSource database;
    private final List<Listener> listeners;

    /** Of transactions that may not all be over; those told already. */
    private Set<UUID> heard = new HashSet<>();

    private String from = "";
    private volatile boolean running;
    private volatile Thread thread;

    LiveReader(DataSource database, List<Listener> listeners) {
        this.database = database;
        this.listeners = listeners;
        thread = Thread.ofPlatform().daemon().name("live-reader").unstarted(this::listen);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("live-reader").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (var connection = connect()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + LiveBus.CHANNEL);
                }
                if (from.isEmpty()) begin(connection);
                else listeners.forEach(listener -> safely(listener::missed));
                lookOn(connection);
            } catch (SQLException e) {
                if (!running) return;
                LOG.warn("the live bus has lost its connection and tries again: {}", e.getMessage());
                if (!pause()) return;
            }
        }
    }

    private Connection connect() throws SQLException {
        var pool = database.unwrap(HikariDataSource.class);
        return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    /** What was told before this node was there has nothing to tell it. */
    private void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text")) {
            found.next();
            from = found.getString(1);
        }
    }

    private void lookOn(Connection connection) throws SQLException {
        var calls = connection.unwrap(PGConnection.class);
        while (running) {
            look(connection);
            calls.getNotifications(LOOK_MILLISECONDS);
        }
    }

    private void look(Connection connection) throws SQLException {
        var news = new HashMap<String, Set<String>>();
        var still = new HashSet<UUID>();
        try (var statement = connection.prepareStatement(LOOK)) {
            statement.setString(1, from);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    from = row.getString("oldest");
                    var id = row.getObject("id", UUID.class);
                    if (id == null) continue;
                    if (!heard.contains(id))
                        news.computeIfAbsent(row.getString("topic"), _ -> new HashSet<>())
                                .add(row.getString("key"));
                    if (!row.getBoolean("over")) still.add(id);
                }
            }
        }
        heard = still;
        tell(news);
    }

    private void tell(Map<String, Set<String>> news) {
        for (var listener : listeners) {
            var keys = news.get(listener.topic());
            if (keys != null) safely(() -> listener.heard(keys));
        }
    }

    /** One listener's fault is no reason to be deaf. */
    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Incident.record(e);
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }
}
