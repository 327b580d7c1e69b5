package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** A browser has so many screens open at once and no more: the oldest is closed, and opens anew at its place when touched. */
@Component
class ScreenLimit implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;
    private static final int MOST = 12;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            var open = opened.getUI().getSession().getUIs().stream()
                    .filter(ui -> !ui.isClosing())
                    .sorted(Comparator.comparingInt(UI::getUIId))
                    .toList();
            open.stream().limit(Math.max(0, open.size() - MOST)).forEach(UI::close);
        });
    }
}
