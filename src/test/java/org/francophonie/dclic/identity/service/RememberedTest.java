package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever asked to stay signed in on a device does, however often the browser is closed; the staff never. */
@Requirement({"F-142", "F-144"})
class RememberedTest extends PlatformTest {
    private static final String TOKEN = "dclic-appareil";

    @Autowired
    private SessionDoor door;

    @Autowired
    private SignInService signIn;

    /** What the browser keeps on its disk. */
    private final Map<String, Cookie> kept = new HashMap<>();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private void signsIn(Somebody who) throws Exception {
        var answer = new MockHttpServletResponse();
        door.enter(signIn.signIn(who.email(), PASSWORD, Optional.empty()), true, new MockHttpServletRequest(), answer);
        keep(answer);
    }

    private void keep(MockHttpServletResponse answer) {
        for (var cookie : answer.getCookies()) {
            if (cookie.getMaxAge() > 0) kept.put(cookie.getName(), cookie);
            else if (cookie.getMaxAge() == 0) kept.remove(cookie.getName());
        }
    }

    /** The browser was closed: what lasted until then is gone; it is opened again, on the page of the platform. */
    private boolean isKnownAgain(boolean answerArrives) throws Exception {
        SecurityContextHolder.clearContext();
        var request = new MockHttpServletRequest("GET", "/app/");
        request.addHeader("Accept", "text/html");
        request.setCookies(kept.values().toArray(Cookie[]::new));
        var answer = new MockHttpServletResponse();
        door.doFilter(request, answer, new MockFilterChain());
        if (answerArrives) keep(answer);
        return SessionDoor.signedIn(request).isPresent();
    }

    @Test
    void closing_the_browser_again_and_again_signs_nobody_out() throws Exception {
        signsIn(somebody("LEARNER_A"));

        for (int i = 0; i < 4; i++)
            assertThat(isKnownAgain(true)).as("time %s", i).isTrue();
    }

    @Test
    void tabs_that_open_together_do_not_throw_each_other_out() throws Exception {
        var learner = somebody("LEARNER_A");
        signsIn(learner);

        assertThat(isKnownAgain(false)).isTrue();
        assertThat(isKnownAgain(true)).isTrue();

        assertThat(sql.sql("select count(*) from identity.session where person_id = ? and ended_at is null")
                        .param(learner.id().value())
                        .query(Integer.class)
                        .single())
                .as("of the sign-in and of both tabs")
                .isEqualTo(3);
    }

    @Test
    void an_answer_lost_on_a_bad_link_signs_nobody_out() throws Exception {
        signsIn(somebody("LEARNER_A"));

        assertThat(isKnownAgain(false)).isTrue();
        assertThat(isKnownAgain(true)).isTrue();
        assertThat(isKnownAgain(true)).isTrue();
    }

    @Test
    void whoever_signs_in_next_on_a_lent_phone_does_not_find_the_one_before_again() throws Exception {
        signsIn(somebody("LEARNER_A"));
        var other = somebody("LEARNER_A");
        var request = new MockHttpServletRequest();
        request.setCookies(kept.values().toArray(Cookie[]::new));
        var answer = new MockHttpServletResponse();
        door.enter(signIn.signIn(other.email(), PASSWORD, Optional.empty()), false, request, answer);
        keep(answer);

        assertThat(isKnownAgain(true)).isFalse();
    }

    @Test
    void the_staff_is_never_remembered() throws Exception {
        signsIn(somebody("EDITOR"));

        assertThat(kept).doesNotContainKey(TOKEN);
    }

    @Test
    void whoever_becomes_staff_is_remembered_no_longer() throws Exception {
        var learner = somebody("LEARNER_A");
        signsIn(learner);
        assertThat(kept).containsKey(TOKEN);

        asPlatform(() -> {
            assignments.assign(learner.id(), "EDITOR");
            return true;
        });

        assertThat(isKnownAgain(true)).isFalse();
        assertThat(sql.sql("select count(*) from identity.sign_in_token where person_id = ?")
                        .param(learner.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
