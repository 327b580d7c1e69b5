package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ui.MainLayout;

@Route(value = "", layout = MainLayout.class)
@ViewRight(Right.FOLLOW_COURSE)
public final class TemporaryHome extends Div {
    private static final long serialVersionUID = 1;

    TemporaryHome() {
        add(new H1("Mon espace"));
    }
}
