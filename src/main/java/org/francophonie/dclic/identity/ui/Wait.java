package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;

/** A time to wait, as people say it. */
final class Wait {
    private static final int MINUTE = 60;

    private Wait() {}

    static String inWords(Component speaker, long seconds) {
        if (seconds < MINUTE) return speaker.getTranslation("wait.seconds", Math.max(1, seconds));
        return speaker.getTranslation("wait.minutes", (seconds + MINUTE - 1) / MINUTE);
    }
}
