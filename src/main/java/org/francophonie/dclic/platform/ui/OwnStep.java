package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.VaadinSession;

/**
 * Tells whether somebody came by a link or button of ours. An address opened from elsewhere, a message or a foreign page, may
 * show things but begins nothing in a person's name.
 */
public final class OwnStep {
    private static final String LED_TO = OwnStep.class.getName();

    private OwnStep() {}

    /** Said before a whole new page is asked for: signing in leads where the person wanted to go. */
    public static void leadTo(String path) {
        VaadinSession.getCurrent().setAttribute(LED_TO, path);
    }

    /** Good for one time: the same address opened later is an address like others. */
    public static boolean is(BeforeEnterEvent event) {
        if (event.getTrigger() != NavigationTrigger.PAGE_LOAD) return true;
        var session = event.getUI().getSession();
        var path = event.getLocation().getPath();
        var ledHere = session.getAttribute(LED_TO) instanceof String led
                && (led.equals(path) || led.startsWith(path + "/")); // a lesson's address passes on to its course's
        if (ledHere) session.setAttribute(LED_TO, null);
        return ledHere;
    }
}
