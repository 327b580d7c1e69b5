package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import org.francophonie.dclic.identity.service.SignInRefused;

/** A time to wait, as people say it. */
final class Wait {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private Wait() {}

    /** Why a secret or code was not taken, and how long to wait. */
    static String refusal(Component speaker, SignInRefused refused) {
        return speaker.getTranslation("sign-in." + refused.reason(), inWords(speaker, refused.seconds()));
    }

    static String inWords(Component speaker, long seconds) {
        if (seconds < MINUTE) return inWords(speaker, "wait.seconds", Math.max(1, seconds));
        if (seconds < 2 * HOUR) return inWords(speaker, "wait.minutes", (seconds + MINUTE - 1) / MINUTE);
        return inWords(speaker, "wait.hours", (seconds + HOUR - 1) / HOUR);
    }

    private static String inWords(Component speaker, String key, long n) {
        return speaker.getTranslation(key + (n == 1 ? ".one" : ".other"), n);
    }
}
