package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.rights.screens.PlanLine;
import org.francophonie.dclic.rights.screens.PlanLine.Showing;

/** Puts parts of a screen in order by buttons, and says of each whether it is seen. */
final class PartsEditor extends Div {
    private static final long serialVersionUID = 1;

    private final transient List<Entry> entries;
    private final transient List<Showing> choices;
    private final OrderedList list = new OrderedList();

    /** @param locked always shown: nothing is to be chosen */
    record Entry(String part, Showing showing, boolean locked) {}

    /** @param choices between which one chooses for each part */
    PartsEditor(List<Entry> entries, List<Showing> choices) {
        this.entries = new ArrayList<>(entries);
        this.choices = choices;
        list.addClassName("parts");
        add(list);
        fill();
    }

    private void fill() {
        list.removeAll();
        for (int i = 0; i < entries.size(); i++) list.add(line(i));
    }

    private ListItem line(int place) {
        var entry = entries.get(place);
        var ways = new Div();
        ways.addClassName("row");
        if (place > 0) ways.add(moving("parts.up", place, -1));
        if (place + 1 < entries.size()) ways.add(moving("parts.down", place, 1));
        return new ListItem(entry.locked() ? locked(entry.part()) : showing(place), ways);
    }

    private Component locked(String part) {
        var said = new Paragraph(getTranslation("parts.always"));
        said.addClassName("muted");
        return new Div(new Paragraph(getTranslation(part)), said);
    }

    private Component showing(int place) {
        var entry = entries.get(place);
        var words = new LinkedHashMap<String, String>();
        choices.forEach(choice -> words.put(choice.name(), getTranslation("parts.showing." + choice)));
        var pick = new Pick(getTranslation(entry.part()), "off", Pick.Lines.of(words));
        pick.choose(entry.showing().name());
        pick.whenChosen(() -> choices.stream()
                .filter(choice -> choice.name().equals(pick.value()))
                .forEach(choice -> entries.set(place, new Entry(entry.part(), choice, false))));
        return pick;
    }

    /** The button stays under the finger of whoever moves something on. */
    private PlainButton moving(String key, int place, int by) {
        var button = new PlainButton(getTranslation(key), () -> {
            var moved = entries.remove(place);
            entries.add(place + by, moved);
            fill();
            list.getElement()
                    .executeJs(
                            "const l = this.children[$0]; (l.querySelector('[data-way=\"' + $1 + '\"]') || l.querySelector('button')).focus()",
                            place + by,
                            key);
        });
        button.getElement()
                .setAttribute("data-way", key)
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                key + ".what", getTranslation(entries.get(place).part())));
        return button;
    }

    List<PlanLine> lines() {
        return entries.stream()
                .map(entry -> new PlanLine(entry.part(), entry.showing()))
                .toList();
    }
}
