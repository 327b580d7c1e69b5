package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.francophonie.dclic.learning.VisitorReading;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ui.HomeTile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;

/**
 * As long as the device keeps lessons that were read there without an account, it is asked whose they are: after signing in as
 * after joining, and whoever put the answer off finds the question again.
 */
@org.springframework.stereotype.Component
@Order(2)
class TakeOverTile implements HomeTile {
    private final ObjectProvider<VisitorReading> reading;

    TakeOverTile(ObjectProvider<VisitorReading> reading) {
        this.reading = reading;
    }

    @Override
    public String code() {
        return "take-over.title";
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.ENROL_SELF);
    }

    @Override
    public Optional<Component> tile() {
        if (reading.stream().allMatch(kept -> kept.read().isEmpty())) return Optional.empty();
        var ui = UI.getCurrent();
        var tile = new Div(
                new Paragraph(ui.getTranslation("take-over.tile")),
                new RouterLink(ui.getTranslation("take-over.tile.do"), TakeOverView.class));
        tile.addClassName("card");
        return Optional.of(tile);
    }
}
