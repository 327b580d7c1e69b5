package org.francophonie.dclic.platform.work;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table whose rows are long pieces of work, with columns {@code id}, {@code state}, {@code problem}, {@code worker} and
 * {@code touched_at}. One worker at a time is at each; one that was lost with its node is taken over, and does nothing more
 * should it come back. Each step is one statement, and stands at once where no transaction is under way.
 *
 * @param <S> the states in which a piece of work stands
 */
public final class WorkTable<S extends Enum<S>> {
    /** A node that works on something says so more often. */
    public static final Duration ALIVE = Duration.ofSeconds(60);

    private final JdbcClient sql;
    private final Clock clock;
    private final String table;
    private final Set<S> finished;

    /** @param finished states in which nobody is at it */
    public WorkTable(JdbcClient sql, Clock clock, String table, Set<S> finished) {
        this.sql = sql;
        this.clock = clock;
        this.table = table;
        this.finished = Set.copyOf(finished);
    }

    /**
     * Begins or goes on with a piece of work; nothing while another worker is at it, unless that one was lost.
     *
     * @return the worker, who does something as long as {@link #isStill} says so
     */
    public Optional<UUID> claim(UUID id, Set<S> from, S to) {
        var worker = UUID.randomUUID();
        int claimed = sql.sql("update " + table + """
                         set state = :to, problem = null, worker = :worker, touched_at = :now
                        where id = :id and (state in (:from) and worker is null
                            or state in (:goes_on) and touched_at < :lost)""")
                .param("to", to.name())
                .param("worker", worker)
                .param("now", now())
                .param("id", id)
                .param("from", names(from))
                .param(
                        "goes_on",
                        Stream.concat(from.stream(), Stream.of(to))
                                .map(Enum::name)
                                .toList())
                .param("lost", Timestamp.from(clock.instant().minus(ALIVE)))
                .update();
        return claimed == 1 ? Optional.of(worker) : Optional.empty();
    }

    /** The worker leaves it to others. */
    public void leave(UUID id, UUID worker) {
        sql.sql("update " + table + " set worker = null where id = ? and worker = ?")
                .param(id)
                .param(worker)
                .update();
    }

    /**
     * Goes from one state to another, if it stands in one of these; whoever comes second gets false. What is finished has no
     * worker any more; one that is stopped leaves when its portion is done.
     *
     * @param problem a message key, with what it is about after a space
     */
    public boolean move(UUID id, Set<S> from, S to, @Nullable String problem) {
        return sql.sql("update " + table + """
                         set state = :to, problem = :problem, touched_at = :now,
                            worker = case when :finished then null else worker end
                        where id = :id and state in (:from)""")
                        .param("to", to.name())
                        .param("problem", problem)
                        .param("now", now())
                        .param("finished", finished.contains(to))
                        .param("id", id)
                        .param("from", names(from))
                        .update()
                == 1;
    }

    /** The worker is still at it; false when somebody has stopped it, or taken it over from one that seemed lost. */
    public boolean isStill(UUID id, S state, UUID worker) {
        return sql.sql("update " + table + " set touched_at = ? where id = ? and state = ? and worker = ?")
                        .param(now())
                        .param(id)
                        .param(state.name())
                        .param(worker)
                        .update()
                == 1;
    }

    public void touch(UUID id) {
        sql.sql("update " + table + " set touched_at = ? where id = ?")
                .param(now())
                .param(id)
                .update();
    }

    /** Whether its worker was heard of lately. */
    public boolean isAlive(Instant touched) {
        return touched.plus(ALIVE).isAfter(clock.instant());
    }

    private Collection<String> names(Set<S> states) {
        return states.stream().map(Enum::name).toList();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
