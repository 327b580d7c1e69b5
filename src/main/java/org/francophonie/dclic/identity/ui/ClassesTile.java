package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.francophonie.dclic.identity.service.ClassService;
import org.francophonie.dclic.identity.service.ClassService.ClassLine;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.HomeTile;
import org.springframework.core.annotation.Order;

/** The classes of a trainer, one tap away. */
@org.springframework.stereotype.Component
@Order(5)
class ClassesTile implements HomeTile {
    private static final int SHOWN = 3;

    private final ClassService classes;
    private final Gate gate;
    private final Words words;

    ClassesTile(ClassService classes, Gate gate, Words words) {
        this.classes = classes;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public String code() {
        return "home.classes";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.READ_CLASS);
    }

    /** Whoever may see the classes of everybody has none of her own, and finds them in the menu. */
    @Override
    public Optional<Component> tile() {
        if (gate.reach(Right.READ_CLASS) != Scope.GROUP) return Optional.empty();
        var mine = classes.page(0).getContent();
        if (mine.isEmpty()) return Optional.empty();
        var ui = UI.getCurrent();
        var tile = new Div(new H2(ui.getTranslation(code())));
        mine.stream().limit(SHOWN).map(line -> line(ui, line)).forEach(tile::add);
        if (mine.size() > SHOWN)
            tile.add(new Paragraph(new RouterLink(ui.getTranslation("home.classes.all"), ClassesView.class)));
        tile.addClassName("card");
        return Optional.of(tile);
    }

    private Component line(UI ui, ClassLine line) {
        var link = new RouterLink(line.name(), ClassView.class, ClassView.parameters(line.id()));
        link.getElement().setAttribute("dir", "auto");
        var learners = new Span(" · " + words.count(ui.getLocale(), "classes.learners", line.learners()));
        learners.addClassName("muted");
        return new Paragraph(link, learners);
    }
}
