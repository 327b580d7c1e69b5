package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;

/**
 * What one can do on the screen in sight, in a few sentences of its own: opened and closed by the button at the top of every
 * screen. Its words are found by the name of the view.
 */
public final class HelpPanel extends Section {
    private static final long serialVersionUID = 1;
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final String OTHER = "help.other";

    private final transient Gate gate;
    private final NativeButton opener;
    private String key = OTHER;

    HelpPanel(Gate gate) {
        this.gate = gate;
        addClassNames("help", "card", "no-print");
        setVisible(false);
        setId("aide");
        getElement()
                .addEventListener("keydown", _ -> {
                    if (isVisible()) toggle();
                })
                .setFilter("event.key === 'Escape'");
        opener = new NativeButton(getTranslation("page.aide"), _ -> toggle());
        opener.addClassNames("plain", "icon", Icon.HELP.css());
        opener.getElement().setAttribute("aria-expanded", "false").setAttribute("aria-controls", "aide");
    }

    /** The button that opens it. */
    NativeButton opener() {
        return opener;
    }

    /** Another screen is in sight: what was said of the one before goes. */
    void about(Class<?> view) {
        key = key(view);
        close();
    }

    /** Message key of what is said of a view: sentences, each on a line. */
    public static String key(Class<?> view) {
        return view.isAnnotationPresent(com.vaadin.flow.router.Route.class)
                ? "help."
                        + String.join("-", WORDS.split(view.getSimpleName().replaceFirst("View$", "")))
                                .toLowerCase(Locale.ROOT)
                : OTHER;
    }

    private void toggle() {
        if (isVisible()) {
            close();
            opener.focus();
        } else open();
    }

    private void open() {
        var title = new H2(getTranslation("help.title"));
        title.getElement().setAttribute("tabindex", "-1");
        title.setId("aide-titre");
        getElement().setAttribute("aria-labelledby", "aide-titre");
        var sentences = new UnorderedList();
        getTranslation(key).lines().map(ListItem::new).forEach(sentences::add);
        var text = new Div(title, sentences);
        add(text, tools(text));
        opener.getElement().setAttribute("aria-expanded", "true");
        setVisible(true);
        title.getElement().executeJs("this.focus(); this.scrollIntoView({ block: 'center' })");
    }

    private Component tools(Div text) {
        var tools = new Div(new ReadAloud(text.getElement(), getLocale()));
        if (Actors.current().person().isPresent()) tools.add(new Anchor("/app/bienvenue", getTranslation("help.tour")));
        guides().forEach(guide -> tools.add(new PublicPage("guides/" + guide, getTranslation("guide." + guide))));
        tools.add(
                new PublicPage("aide", getTranslation("help.all")),
                new PlainButton(getTranslation("help.close"), this::toggle));
        tools.addClassName("row");
        return tools;
    }

    /** The manuals that are about what one may do. */
    private List<String> guides() {
        var guides = new ArrayList<>(List.of("apprenant"));
        if (gate.allows(Right.CREATE_CLASS)) guides.add("formateur");
        if (gate.allows(Right.CREATE_COURSE)) guides.add("auteur");
        if (gate.allows(Right.READ_SETTING)) guides.add("administrateur");
        return guides;
    }

    private void close() {
        if (!isVisible()) return;
        removeAll();
        opener.getElement().setAttribute("aria-expanded", "false");
        setVisible(false);
    }
}
