package org.francophonie.dclic.identity.service;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.live.Listener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The signed-in sessions of which this node has the screens. It tells the database now and then when people acted last, and
 * closes what was ended anywhere: the memory is free at once, and the next touch of the screen leads to the door.
 */
@Component
class OpenSessions implements HttpSessionListener, Listener {
    private static final String MARK = OpenSessions.class.getName();

    /** The server forgets a silent browser by itself, a little after everybody else. */
    private static final Duration LONGER = Duration.ofMinutes(3);

    private final Sessions sessions;
    private final Clock clock;
    /** A browser that asks twice at once has two of the server's sessions for its one row. */
    private final Map<UUID, Set<HttpSession>> open = new ConcurrentHashMap<>();

    private final Map<UUID, Instant> acts = new ConcurrentHashMap<>();
    private volatile Instant toldUntil = Instant.MIN;

    OpenSessions(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The browser's session is that of the row from now on. */
    void put(UUID id, HttpSession session) {
        session.setAttribute(MARK, id);
        last(session);
        acts.put(id, clock.instant());
        open.compute(id, (_, same) -> {
            Set<HttpSession> all = same == null ? ConcurrentHashMap.newKeySet() : same;
            all.add(session);
            return all;
        });
        if (!sessions.overAmong(Set.of(id)).isEmpty()) close(id); // ended before it was open here
    }

    private void last(HttpSession session) {
        session.setMaxInactiveInterval(
                Math.toIntExact(sessions.idle().plus(LONGER).toSeconds()));
    }

    /** Sessions may be idle for another time from now on. */
    void countAnew() {
        var seconds = sessions.idle().toSeconds();
        open.values()
                .forEach(same -> same.forEach(session -> {
                    try {
                        last(session);
                        Screens.countIdleness(session, seconds);
                    } catch (IllegalStateException _) {
                        // it ended this moment
                    }
                }));
    }

    /** Somebody else signs in in the same browser: what ends now is the row alone. */
    void release(HttpSession session) {
        id(session).ifPresent(id -> drop(id, session));
        session.removeAttribute(MARK);
    }

    /** The others of the same row stay. */
    private void drop(UUID id, HttpSession session) {
        open.computeIfPresent(id, (_, same) -> {
            same.remove(session);
            if (!same.isEmpty()) return same;
            acts.remove(id);
            return null;
        });
    }

    static Optional<UUID> id(HttpSession session) {
        return session.getAttribute(MARK) instanceof UUID id ? Optional.of(id) : Optional.empty();
    }

    /** The person has done something. */
    void acted(HttpSession session) {
        id(session).ifPresent(id -> acts.computeIfPresent(id, (_, _) -> clock.instant()));
    }

    /** Has the person done nothing for so long that the session is over? What was closed here is over as well. */
    boolean isOver(HttpSession session) {
        return id(session)
                .filter(id -> !(acts.get(id) instanceof Instant last
                        && last.plus(sessions.idle()).isAfter(clock.instant())))
                .isPresent();
    }

    int size() {
        return open.size();
    }

    @Scheduled(fixedDelay = 15_000)
    void tell() {
        var from = toldUntil;
        var until = clock.instant();
        var fresh = new HashMap<UUID, Instant>();
        acts.forEach((id, at) -> {
            if (at.isAfter(from)) fresh.put(id, at);
        });
        if (!fresh.isEmpty()) sessions.acted(fresh);
        toldUntil = until; // not when the database was away: the next round tells these, too
    }

    @Override
    public String topic() {
        return Sessions.ENDED;
    }

    @Override
    public void heard(Set<String> keys) {
        keys.stream().map(UUID::fromString).forEach(this::close);
    }

    @Override
    public void missed() {
        if (open.isEmpty()) return;
        heard(sessions.overAmong(open.keySet()).stream().map(UUID::toString).collect(Collectors.toSet()));
    }

    void close(UUID id) {
        var same = open.remove(id);
        acts.remove(id);
        if (same != null) same.forEach(Screens::endSoon);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        id(event.getSession()).ifPresent(id -> drop(id, event.getSession()));
    }
}
