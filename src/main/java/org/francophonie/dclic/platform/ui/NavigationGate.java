package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.springframework.stereotype.Component;

/**
 * The one navigation checker: a view opens for whoever holds its right; a visitor is sent to sign in, and whoever has proved
 * too little to prove more, and both come back; a view
 * that says neither {@link ViewRight} nor {@link AnonymousAllowed} opens for nobody.
 */
@Component
public class NavigationGate implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    /** Where visitors sign in, under {@code /app}. */
    public static final String SIGN_IN = "connexion";

    /** Where they prove more than a secret. */
    public static final String SECOND_FACTOR = "second-facteur";

    private final transient Gate gate;
    private final transient Trail trail;

    NavigationGate(Gate gate, Trail trail) {
        this.gate = gate;
        this.trail = trail;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::check));
    }

    private void check(BeforeEnterEvent event) {
        var view = event.getNavigationTarget();
        if (view.isAnnotationPresent(AnonymousAllowed.class) || event.isErrorEvent()) return;
        if (gate.needsSecondFactor()) {
            event.forwardTo(SECOND_FACTOR, Onward.to(event.getLocation()));
            return;
        }
        var needed = view.getAnnotation(ViewRight.class);
        if (needed != null && gate.allows(needed.value())) return;
        if (Actors.current().isVisitor()) {
            event.forwardTo(SIGN_IN, Onward.to(event.getLocation()));
            return;
        }
        if (needed == null) throw new IllegalStateException(view + " does not say who may open it");
        trail.recordApart(AuditEntry.refusal(needed.value(), null)
                .on("View", event.getLocation().getPath()));
        event.rerouteToError(new AccessRefused(needed.value()), "");
    }
}
