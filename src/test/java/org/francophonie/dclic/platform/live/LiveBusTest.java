package org.francophonie.dclic.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.start.DatabaseRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-144", "F-147"})
class LiveBusTest extends PlatformTest {
    @Autowired
    private LiveBus bus;

    @Autowired
    private DataSource database;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Instant> missed = new CopyOnWriteArrayList<>();
    private LiveReader node;

    /** Another node, as far as the bus is concerned. */
    @BeforeEach
    void listen() {
        until(() -> listeners() == 1);
        node = new LiveReader(database, List.of(new Listener() {
            @Override
            public String topic() {
                return "test";
            }

            @Override
            public void heard(Set<String> keys) {
                heard.addAll(keys);
            }

            @Override
            public void missed() {
                missed.add(Instant.now());
            }
        }));
        node.start();
        until(() -> listeners() == 2);
    }

    @AfterEach
    void stop() {
        node.stop();
    }

    private long listeners() {
        return sql.sql("""
                        select count(*) from pg_stat_activity
                        where query like '%left join platform.signal%' and pid <> pg_backend_pid()""").query(Long.class).single();
    }

    private static void until(BooleanSupplier fact) {
        var limit = Instant.now().plusSeconds(10);
        while (!fact.getAsBoolean() && Instant.now().isBefore(limit)) pause(20);
        assertThat(fact.getAsBoolean()).as("in ten seconds").isTrue();
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() throws Exception {
        var connection = DriverManager.getConnection(databaseUrl(), DatabaseRoles.LOGIN, "");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void tell(Connection connection, String key) throws Exception {
        try (var statement = connection.prepareStatement(
                "insert into platform.signal (id, topic, key) values (gen_random_uuid(), 'test', ?)")) {
            statement.setString(1, key);
            statement.execute();
        }
    }

    @Test
    void what_is_told_on_one_node_is_heard_on_another_once() {
        bus.tell("test", "a");
        bus.tell("other", "b");

        until(() -> heard.contains("a"));
        pause(1500);
        assertThat(heard).containsExactly("a");
    }

    @Test
    void a_transaction_held_open_between_two_others_is_neither_lost_nor_in_the_way() throws Exception {
        try (var first = connection();
                var held = connection();
                var last = connection()) {
            tell(first, "first");
            tell(held, "held");
            tell(last, "last");
            first.commit();
            last.commit();

            until(() -> heard.containsAll(List.of("first", "last")));
            pause(1500);
            assertThat(heard).containsExactlyInAnyOrder("first", "last");
            held.commit();
            until(() -> heard.contains("held"));
            pause(1500);
        }

        assertThat(heard).containsExactlyInAnyOrder("first", "last", "held");
    }

    @Test
    void what_is_undone_is_not_told() throws Exception {
        try (var connection = connection()) {
            tell(connection, "undone");
            connection.rollback();
        }
        bus.tell("test", "after");

        until(() -> heard.contains("after"));
        assertThat(heard).doesNotContain("undone");
    }

    @Test
    void after_the_connection_was_cut_everything_is_read_again() throws Exception {
        sql.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where query like '%left join platform.signal%' and pid <> pg_backend_pid()""").query((_, _) -> true).list();
        bus.tell("test", "while deaf");

        until(() -> heard.contains("while deaf"));
        assertThat(missed).isNotEmpty();
        assertThat(Duration.between(missed.getFirst(), Instant.now()).toSeconds())
                .isCloseTo(0, within(5L));
    }
}
