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
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.ReadingLimit;

/** The person lacks the right: says who can give it. */
@ParentLayout(MainLayout.class)
public final class RefusedView extends Div implements HasErrorParameter<AccessRefused>, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessRefused> parameter) {
        removeAll();
        add(
                new H1(getTranslation("error.403.title")),
                new Paragraph(getTranslation(
                        parameter.getException() instanceof ReadingLimit ? "error.reading-limit" : "error.no-right")),
                new Anchor("", getTranslation("place.home")));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.403.title") + " · D-CLIC";
    }
}
