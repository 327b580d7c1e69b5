package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;

/** Asks once more before something that many people will notice; it stands where the button was, and covers nothing. */
public final class Confirm extends Div {
    private static final long serialVersionUID = 1;

    /**
     * A quiet button, in whose place the question comes when it is pressed.
     *
     * @param words of the button, and of the one that does it
     * @param question told when it is asked; where it throws, the button stays
     * @param act told once
     * @param back told when the person would rather not
     */
    public static Component behind(String words, Supplier<String> question, Runnable act, Runnable back) {
        var place = new Div();
        place.add(new PlainButton(words, () -> {
            var asked = question.get();
            place.removeAll();
            place.add(new Confirm(asked, words, act, back));
        }));
        return place;
    }

    /**
     * @param question what will happen, in the person's language
     * @param yes words of the button that does it
     * @param act told once
     * @param back told when the person would rather not
     */
    public Confirm(String question, String yes, Runnable act, Runnable back) {
        addClassName("confirm");
        getElement().addEventListener("keydown", _ -> back.run()).setFilter("event.key === 'Escape'");
        getElement().setAttribute("role", "group").setAttribute("aria-label", question);
        var go = new Button(yes, _ -> act.run());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(true);
        var ways = new Div(go, new PlainButton(getTranslation("confirm.no"), back));
        ways.addClassName("row");
        var said = new Paragraph(question);
        said.getElement().setAttribute("tabindex", "-1");
        add(said, ways);
        said.getElement().executeJs("this.focus(); this.closest('.confirm').scrollIntoView({ block: 'nearest' })");
    }
}
