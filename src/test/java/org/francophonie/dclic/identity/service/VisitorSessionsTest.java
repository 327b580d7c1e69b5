package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.ArrayList;
import java.util.List;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Requirement("F-144")
class VisitorSessionsTest {
    private final VisitorSessions visitors = new VisitorSessions();

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    private MockHttpSession open(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        var session = new MockHttpSession();
        visitors.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    private List<MockHttpSession> open(String network, int many) {
        var sessions = new ArrayList<MockHttpSession>();
        for (int i = 0; i < many; i++) sessions.add(open(network + "." + (i % 250)));
        return sessions;
    }

    @Test
    void whoever_opens_page_after_page_loses_the_first_ones_and_nobody_else_does() {
        var other = open("192.0.2.7");

        var flood = open("198.51.100", VisitorSessions.MOST_OF_A_NETWORK + 3);

        assertThat(flood.subList(0, 3)).allMatch(MockHttpSession::isInvalid);
        assertThat(flood.subList(3, flood.size())).noneMatch(MockHttpSession::isInvalid);
        assertThat(other.isInvalid()).isFalse();
    }

    @Test
    void all_networks_together_fill_so_much_memory_and_no_more() {
        for (int network = 0; network < 30; network++) open("203.0." + network, 300);

        assertThat(visitors.size()).isEqualTo(VisitorSessions.MOST);
    }

    @Test
    void a_session_in_which_somebody_signs_in_gives_way_to_nobody() {
        var session = open("198.51.100.7");

        visitors.welcome(session);
        open("198.51.100", VisitorSessions.MOST_OF_A_NETWORK + 1);

        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void a_session_that_ends_by_itself_is_forgotten() {
        var session = open("192.0.2.7");

        visitors.sessionDestroyed(new HttpSessionEvent(session));

        assertThat(visitors.size()).isZero();
    }
}
