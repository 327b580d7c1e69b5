package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ui.Pick;

/** The fields of a search among the rights; what is found is shown while one types. */
final class RightSearchForm extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLISECONDS = 400;
    private static final int LONGEST = 100;

    /** @param found told what is looked for now */
    RightSearchForm(RightSearch search, Consumer<RightSearch> found) {
        var text = new TextField(getTranslation("rights.search"));
        text.setHelperText(getTranslation("rights.search.help"));
        text.setMaxLength(LONGEST);
        text.setClearButtonVisible(true);
        text.setValue(search.text());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_MILLISECONDS);
        var risks = new LinkedHashMap<String, String>();
        Arrays.stream(Right.Risk.values())
                .forEach(risk -> risks.put(risk.name(), getTranslation("rights.search.risk." + risk)));
        var risk = new Pick(
                getTranslation("rights.search.risk"), "off", Pick.Lines.of(getTranslation("rights.search.any"), risks));
        search.risk().ifPresent(wanted -> risk.choose(wanted.name()));
        Runnable look = () -> found.accept(new RightSearch(text.getValue(), RightSearch.risk(risk.value())));
        text.addValueChangeListener(_ -> look.run());
        risk.whenChosen(look);
        add(text, risk);
        addClassName("filters");
        getElement().setAttribute("role", "search");
    }
}
