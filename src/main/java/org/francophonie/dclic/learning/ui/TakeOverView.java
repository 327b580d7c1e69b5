package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.identity.AfterJoining;
import org.francophonie.dclic.learning.VisitorReading;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Onward;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whether what was read on this device before joining is the person's own; then the device forgets it. */
@Route(value = TakeOverView.PATH, layout = MainLayout.class)
@ViewRight(Right.ENROL_SELF)
public final class TakeOverView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    static final String PATH = "reprise";

    /** Tells registration that there is something to ask. */
    @Component
    static class Step implements AfterJoining {
        private final ObjectProvider<VisitorReading> reading;

        Step(ObjectProvider<VisitorReading> reading) {
            this.reading = reading;
        }

        @Override
        public Optional<String> step() {
            return reading.stream().anyMatch(kept -> !kept.read().isEmpty()) ? Optional.of(PATH) : Optional.empty();
        }
    }

    private final transient LearningService learning;
    private final transient Publications publications;
    private final transient VisitorReading reading;
    private final transient Words words;
    private transient Onward wanted = Onward.HOME;

    TakeOverView(LearningService learning, Publications publications, VisitorReading reading, Words words) {
        this.learning = learning;
        this.publications = publications;
        this.reading = reading;
        this.words = words;
        addClassName("narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        wanted = Onward.from(event.getLocation());
        var read = reading.read();
        if (read.isEmpty()) {
            event.forwardTo(MySpaceView.class);
            return;
        }
        var list = new UnorderedList();
        read.forEach((code, lessons) -> publications
                .currentByCode(code)
                .ifPresent(course ->
                        list.add(new ListItem(course.document().description().title() + " : "
                                + words.count(getLocale(), "course.lessons", lessons.size())))));
        var yes = new Button(getTranslation("take-over.yes"), _ -> answer(read));
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        yes.setDisableOnClick(true);
        var no = new Button(getTranslation("take-over.no"), _ -> answer(Map.of()));
        no.setDisableOnClick(true);
        add(
                new Crumbs(new RouterLink(getTranslation("place.home"), MySpaceView.class)),
                new H1(getTranslation("take-over.title")),
                new Paragraph(getTranslation("take-over.text")),
                list,
                yes,
                no,
                muted(getTranslation("take-over.why")));
    }

    private static Paragraph muted(String text) {
        var muted = new Paragraph(text);
        muted.addClassName("muted");
        return muted;
    }

    private void answer(Map<String, Set<Integer>> mine) {
        if (!mine.isEmpty()) learning.takeOver(mine);
        reading.forget();
        UI.getCurrent().navigate(wanted.path());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("take-over.title") + " · D-CLIC";
    }
}
