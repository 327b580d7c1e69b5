package org.francophonie.dclic.identity.service;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Ends a browser's session together with its screens: with their lock held, because a screen that is being built while its
 * session ends would break instead of telling that it is over.
 */
final class Screens {
    /** The screen asks for its page anew when the session is certainly over, and is then led to the door. */
    private static final String ASK_ANEW = "setTimeout(() => window.location.reload(), 500)";

    /** The server cuts the lines of a session that ends; what was said on them has left before. */
    private static final int SAID_MILLISECONDS = 150;

    private Screens() {}

    /** Waits for the request that is under way. */
    static void end(HttpSession session) {
        var screens = of(session);
        screens.ifPresent(VaadinSession::lock);
        invalidate(session, screens);
    }

    /** The caller does not wait, neither for the request that is under way nor for what is said to the screens. */
    static void endSoon(HttpSession session) {
        var screens = of(session);
        if (screens.isEmpty()) invalidate(session, screens);
        else
            Thread.ofVirtual().name("session-end").start(() -> {
                if (tell(screens.get())) pause();
                end(session);
            });
    }

    /** Told at once to screens that listen, to the others with the next answer. */
    static void countIdleness(HttpSession session, long seconds) {
        of(session)
                .ifPresent(screens -> screens.access(() -> screens.getUIs()
                        .forEach(ui -> ui.access(() -> ui.getPage()
                                .executeJs("window.dclicIdleLimit && window.dclicIdleLimit($0)", seconds)))));
    }

    /** @return whether there was a screen that listens */
    private static boolean tell(VaadinSession screens) {
        screens.lock();
        try {
            var listening = screens.getUIs().stream()
                    .filter(ui -> ui.getPushConfiguration().getPushMode().isEnabled())
                    .toList();
            listening.forEach(ui -> ui.getPage().executeJs(ASK_ANEW));
            listening.forEach(UI::push);
            return !listening.isEmpty();
        } finally {
            screens.unlock();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SAID_MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void invalidate(HttpSession session, Optional<VaadinSession> locked) {
        try {
            session.invalidate();
        } catch (IllegalStateException _) {
            // it has ended by itself meanwhile
        } finally {
            locked.ifPresent(VaadinSession::unlock);
        }
    }

    private static Optional<VaadinSession> of(HttpSession session) {
        try {
            return VaadinSession.getAllSessions(session).stream().findFirst();
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }
}
