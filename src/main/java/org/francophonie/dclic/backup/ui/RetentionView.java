package org.francophonie.dclic.backup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import org.francophonie.dclic.backup.service.RetentionService;
import org.francophonie.dclic.backup.service.RetentionService.Removal;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.platform.ui.Watching;

/** For how long things are kept, what would go, and what has gone. */
@Route(value = "admin/conservation", layout = MainLayout.class)
@ViewRight(Right.CLEAN_STORAGE)
@AdminPage(value = "retention.title", order = 66)
public final class RetentionView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient RetentionService retention;
    private final transient RuleTools tools;
    private final transient Words words;
    private final transient List<RulePanel> panels = new ArrayList<>();
    private final Watching watching = new Watching(this, () -> panels.forEach(RulePanel::look));
    private final Div log = new Div();

    RetentionView(RetentionService retention, RuleTools tools, Words words) {
        this.retention = retention;
        this.tools = tools;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        panels.clear();
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("retention.title")),
                new Paragraph(getTranslation("retention.intro")),
                new Paragraph(getTranslation("retention.volume", Size.weight(words, getLocale(), retention.volume()))));
        retention.rules().forEach(rule -> panels.add(new RulePanel(tools, rule, this::follow)));
        var cards = new Div();
        cards.addClassName("cards");
        panels.forEach(cards::add);
        add(cards, new H2(getTranslation("retention.log")), log);
        showLog();
    }

    private void follow() {
        watching.when(panels.stream().anyMatch(RulePanel::isWorking));
        showLog();
    }

    private void showLog() {
        log.removeAll();
        var removals = retention.removals();
        log.add(removals.isEmpty() ? new Paragraph(getTranslation("retention.log.none")) : table(removals));
    }

    private Component table(Iterable<Removal> removals) {
        var rows = new Rows(
                getTranslation("retention.log"),
                getTranslation("retention.log.at"),
                getTranslation("retention.log.what"),
                getTranslation("retention.log.days"),
                getTranslation("retention.log.by"),
                getTranslation("retention.log.number"));
        for (var removal : removals)
            rows.row(
                    Rows.text(Moment.minute(removal.at())),
                    Rows.text(getTranslation("retention." + removal.rule())),
                    Rows.text(words.count(getLocale(), "retention.days", removal.days())),
                    Rows.text(by(removal)),
                    Rows.text(RuleTools.amount(words, getLocale(), removal.amount())));
        return rows;
    }

    private String by(Removal removal) {
        if (!removal.byPerson()) return getTranslation("retention.log.night");
        return removal.by().orElseGet(() -> getTranslation("retention.log.gone"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("retention.title") + " · D-CLIC";
    }
}
