package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.rights.service.MatrixService.Column;

/** Chooses the profile beside which another one is shown. */
final class ComparePick extends Div {
    private static final long serialVersionUID = 1;

    /** @param chosen told the code, empty for none */
    ComparePick(List<Column> columns, Column shown, Optional<Column> other, Consumer<String> chosen) {
        addClassName("narrow-start");
        var names = new LinkedHashMap<String, String>();
        columns.stream()
                .filter(column -> !column.code().equals(shown.code()))
                .forEach(column -> names.put(column.code(), column.name(getLocale())));
        var pick = new Pick(
                getTranslation("profiles.compare"),
                "off",
                Pick.Lines.of(getTranslation("profiles.compare.none"), names));
        other.ifPresent(column -> pick.choose(column.code()));
        pick.whenChosen(() -> chosen.accept(pick.value()));
        add(pick);
    }
}
