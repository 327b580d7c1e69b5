package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.francophonie.dclic.platform.errors.Incident;

/** A screen could not be built: a number to tell, and the way back. */
@ParentLayout(MainLayout.class)
public final class BrokenView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        var incident = Incident.record(parameter.getException());
        add(
                new H1(getTranslation("error.500.title")),
                new Paragraph(getTranslation("error.500.text")),
                new Paragraph(getTranslation("error.incident", incident.number())),
                new Anchor("", getTranslation("place.home")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.500.title") + " · D-CLIC";
    }
}
