package org.francophonie.dclic.identity.service;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.springframework.stereotype.Component;

/**
 * Sessions of people who have not signed in: there are only so many of them, of each network and together, so that nobody
 * fills the memory by opening sign-in pages. The oldest of the same network gives way first.
 */
@Component
class VisitorSessions implements HttpSessionListener {
    /** A school may open the sign-in page at once. */
    static final int MOST_OF_A_NETWORK = 400;

    /** About 200 MB. */
    static final int MOST = 4_000;

    private static final String MARK = VisitorSessions.class.getName();

    private record Visitor(UUID id, String network) {}

    private final Map<Visitor, HttpSession> visitors = new LinkedHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        var session = event.getSession();
        var network = RequestFacts.current()
                .map(RequestFacts::address)
                .map(Throttle.Key::network)
                .map(Throttle.Key::name)
                .orElse("");
        var visitor = new Visitor(UUID.randomUUID(), network);
        session.setAttribute(MARK, visitor);
        add(visitor, session).forEach(Screens::endSoon);
    }

    /** @return those that have to give way */
    private List<HttpSession> add(Visitor fresh, HttpSession session) {
        var over = new ArrayList<HttpSession>();
        synchronized (visitors) {
            visitors.put(fresh, session);
            var same = visitors.keySet().stream()
                    .filter(visitor -> visitor.network().equals(fresh.network()))
                    .toList();
            if (same.size() > MOST_OF_A_NETWORK) take(same.getFirst()).ifPresent(over::add);
            if (visitors.size() > MOST) take(oldestOfTheLargest()).ifPresent(over::add);
        }
        return over;
    }

    /** Whoever comes from everywhere at once pushes out their own, not the people who came before. */
    private Visitor oldestOfTheLargest() {
        var sizes = visitors.keySet().stream().collect(Collectors.groupingBy(Visitor::network, Collectors.counting()));
        var largest =
                Collections.max(sizes.entrySet(), Map.Entry.comparingByValue()).getKey();
        return visitors.keySet().stream()
                .filter(visitor -> visitor.network().equals(largest))
                .findFirst()
                .orElseThrow();
    }

    private Optional<HttpSession> take(Visitor visitor) {
        return Optional.ofNullable(visitors.remove(visitor));
    }

    /** Somebody has signed in: the session is theirs. */
    void welcome(HttpSession session) {
        if (!(session.getAttribute(MARK) instanceof Visitor visitor)) return;
        synchronized (visitors) {
            visitors.remove(visitor);
        }
        session.removeAttribute(MARK);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (!(event.getSession().getAttribute(MARK) instanceof Visitor visitor)) return;
        synchronized (visitors) {
            visitors.remove(visitor);
        }
    }

    int size() {
        synchronized (visitors) {
            return visitors.size();
        }
    }
}
