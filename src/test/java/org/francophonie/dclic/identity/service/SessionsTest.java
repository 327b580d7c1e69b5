package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

@Requirement("F-144")
class SessionsTest extends PlatformTest {
    @Autowired
    private Sessions sessions;

    @Autowired
    private DeviceTokens devices;

    @Autowired
    private SettingService settings;

    @Autowired
    private OpenSessions open;

    @Autowired
    private KnownDevices known;

    @Autowired
    private MyDevices mine;

    @AfterEach
    void asShipped() throws Exception {
        allow(1);
    }

    private void allow(int each) throws Exception {
        asPlatform(() -> {
            settings.change(Setting.SESSIONS_EACH, String.valueOf(each));
            return true;
        });
    }

    private void lastAct(Sessions.Opened session, int minutesAgo) {
        sql.sql("update identity.session set last_act_at = now() - make_interval(mins => ?) where id = ?")
                .param(minutesAgo)
                .param(session.id())
                .update();
    }

    @Test
    void a_new_sign_in_closes_the_old_session_and_the_device_that_remembers_it() throws Exception {
        var learner = somebody("LEARNER_A");
        var phone =
                devices.remember(new SignedIn(learner.id().value()), "phone").orElseThrow();
        var old = Begun.session(sessions, learner.id(), Optional.of(phone.series()));

        var now = Begun.session(sessions, learner.id(), Optional.empty());

        assertThat(sessions.whyOver(old.cookie())).contains(SessionEnd.ELSEWHERE);
        assertThat(sessions.resume(old.cookie())).isEmpty();
        assertThat(devices.comeBack(phone.cookie().value())).isEmpty();
        assertThat(sessions.resume(now.cookie())).isPresent();
    }

    @Test
    void as_many_at_once_as_the_setting_says_and_the_least_used_gives_way() throws Exception {
        allow(2);
        var learner = somebody("LEARNER_A");
        var first = Begun.session(sessions, learner.id(), Optional.empty());
        var second = Begun.session(sessions, learner.id(), Optional.empty());
        lastAct(second, 5);

        Begun.session(sessions, learner.id(), Optional.empty());

        assertThat(sessions.whyOver(first.cookie())).isEmpty();
        assertThat(sessions.whyOver(second.cookie())).contains(SessionEnd.ELSEWHERE);
    }

    @Test
    void fifty_sign_ins_at_once_leave_one_session() throws Exception {
        var learner = somebody("LEARNER_A");
        var opened = new ArrayList<java.util.concurrent.Future<Sessions.Opened>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++)
                opened.add(threads.submit(() -> Begun.session(sessions, learner.id(), Optional.empty())));
        }
        for (var each : opened) each.get();

        assertThat(sql.sql("select count(*) from identity.session where person_id = ? and ended_at is null")
                        .param(learner.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_session_of_a_lost_node_goes_on_but_not_one_that_was_idle_or_has_lasted_too_long() throws Exception {
        allow(5);
        var learner = somebody("LEARNER_A");
        var lost = Begun.session(sessions, learner.id(), Optional.empty());
        var idle = Begun.session(sessions, learner.id(), Optional.empty());
        var overlong = Begun.session(sessions, learner.id(), Optional.empty());
        lastAct(lost, 29);
        lastAct(idle, 31);
        sql.sql("update identity.session set began_at = now() - interval '13 hours' where id = ?")
                .param(overlong.id())
                .update();

        assertThat(sessions.resume(lost.cookie())).map(Sessions.Opened::person).contains(learner.id());
        assertThat(sessions.resume(idle.cookie())).isEmpty();
        assertThat(sessions.resume(overlong.cookie())).isEmpty();
        assertThat(sessions.whyOver(idle.cookie())).contains(SessionEnd.IDLE);
        assertThat(sessions.whyOver(overlong.cookie())).contains(SessionEnd.TOO_LONG);
        assertThat(sessions.resume(lost.cookie().substring(0, 60) + "AAAA")).isEmpty();
    }

    @Test
    void vanished_phones_are_found_and_people_who_acted_are_left_alone() throws Exception {
        allow(5);
        var learner = somebody("LEARNER_A");
        var vanished = Begun.session(sessions, learner.id(), Optional.empty());
        var busy = Begun.session(sessions, learner.id(), Optional.empty());
        lastAct(vanished, 31);
        lastAct(busy, 31);
        sessions.acted(Map.of(busy.id(), Instant.now().truncatedTo(ChronoUnit.MICROS)));

        sessions.endIdle();

        assertThat(sessions.whyOver(vanished.cookie())).contains(SessionEnd.IDLE);
        assertThat(sessions.whyOver(busy.cookie())).isEmpty();
    }

    @Test
    void a_remembered_device_opens_a_new_session_after_a_pause() throws Exception {
        var learner = somebody("LEARNER_A");
        var phone =
                devices.remember(new SignedIn(learner.id().value()), "phone").orElseThrow();
        var session = Begun.session(sessions, learner.id(), Optional.of(phone.series()));
        lastAct(session, 60);
        sessions.endIdle();

        assertThat(sessions.whyOver(session.cookie())).contains(SessionEnd.IDLE);
        assertThat(devices.comeBack(phone.cookie().value())).isPresent();
    }

    @Test
    void a_session_that_ended_before_its_screen_was_there_does_not_open() throws Exception {
        var learner = somebody("LEARNER_A");
        var ended = Begun.session(sessions, learner.id(), Optional.empty());
        sessions.endAll(learner.id(), SessionEnd.ADMINISTRATOR);
        var browser = new MockHttpSession();

        open.put(ended.id(), browser);

        assertThat(browser.isInvalid()).isTrue();
        assertThat(sessions.resume(ended.cookie())).isEmpty();
    }

    @Test
    void somebody_suspended_does_not_come_back() throws Exception {
        var learner = somebody("LEARNER_A");
        var session = Begun.session(sessions, learner.id(), Optional.empty());
        owner().sql("update identity.person set status = 'SUSPENDED' where id = ?")
                .param(learner.id().value())
                .update();

        assertThat(sessions.resume(session.cookie())).isEmpty();
    }

    @Test
    void a_browser_that_came_back_in_two_tabs_at_once_is_closed_in_both() throws Exception {
        var session = Begun.session(sessions, somebody("LEARNER_A").id(), Optional.empty());
        var first = new MockHttpSession();
        var second = new MockHttpSession();
        var forgotten = new MockHttpSession();
        for (var tab : new MockHttpSession[] {first, second, forgotten}) open.put(session.id(), tab);
        open.sessionDestroyed(new HttpSessionEvent(forgotten));

        open.close(session.id());

        assertThat(first.isInvalid()).isTrue();
        assertThat(second.isInvalid()).isTrue();
        assertThat(open.isOver(forgotten)).as("what is not open here is over").isTrue();
    }

    @Test
    void a_device_taken_back_is_known_no_longer() throws Exception {
        var learner = somebody("LEARNER_A");
        var phone = known.meet(Optional.empty(), learner.id());
        var session = sessions.begin(
                        learner.id(),
                        new Sessions.Proof(Optional.empty(), Optional.empty(), Optional.of(phone.id()), false))
                .orElseThrow();
        assertThat(known.knows(phone.id(), learner.id())).isPresent();

        learner.does(() -> {
            mine.forget(session.id());
            return true;
        });

        assertThat(known.knows(phone.id(), learner.id())).isEmpty();
    }
}
