package org.francophonie.dclic.platform.live;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.francophonie.dclic.platform.ids.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Where a change is told. The signal is a row in the transaction of the change; the wake-up call leaves after the commit in
 * a transaction of its own, at most ten times a second, because a NOTIFY within a busy transaction makes all commits wait
 * for each other. A lost call costs a second: every node looks by itself, too ({@link LiveReader}).
 */
@Component
public class LiveBus implements DisposableBean {
    static final String CHANNEL = "dclic";

    private static final Logger LOG = LoggerFactory.getLogger(LiveBus.class);
    private static final long BETWEEN_CALLS_MILLISECONDS = 100;

    /** Something was told and not yet called out. */
    record Told() {}

    private final JdbcClient sql;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final AtomicBoolean planned = new AtomicBoolean();
    private final ScheduledExecutorService caller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-call").factory());

    LiveBus(JdbcClient sql, Ids ids, ApplicationEventPublisher events) {
        this.sql = sql;
        this.ids = ids;
        this.events = events;
    }

    /** Tells every node, this one included, once the transaction under way is committed. */
    @Transactional
    public void tell(String topic, Collection<String> keys) {
        for (var key : keys)
            sql.sql("insert into platform.signal (id, topic, key) values (?, ?, ?)")
                    .param(ids.next())
                    .param(topic)
                    .param(key)
                    .update();
        if (!keys.isEmpty()) events.publishEvent(new Told());
    }

    @Transactional
    public void tell(String topic, String key) {
        tell(topic, List.of(key));
    }

    @TransactionalEventListener
    void callOut(Told told) {
        if (planned.compareAndSet(false, true))
            caller.schedule(this::call, BETWEEN_CALLS_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void call() {
        planned.set(false);
        try {
            sql.sql("select pg_notify('" + CHANNEL + "', '')")
                    .query((_, _) -> true)
                    .single();
        } catch (DataAccessException e) {
            LOG.warn("nobody was called, they look by themselves: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        caller.shutdownNow();
    }
}
