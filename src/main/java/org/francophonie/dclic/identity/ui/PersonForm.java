package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.francophonie.dclic.identity.domain.PersonRule;
import org.francophonie.dclic.identity.service.PeopleDesk.Facts;
import org.francophonie.dclic.identity.service.PeopleRefused.Field;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.Pick;
import org.jspecify.annotations.Nullable;

/** Name, year of birth and country of somebody, as an administrator types them. */
final class PersonForm extends Div {
    private static final long serialVersionUID = 1;

    private final TextField name = new TextField(getTranslation("people.name"));
    private final TextField year = new TextField(getTranslation("people.birth-year"));
    private final Pick country = new Pick(
            getTranslation("people.country"),
            "off",
            Countries.lines(getLocale(), getTranslation("field.country.none")));
    private final ErrorLine error = new ErrorLine();

    PersonForm(Facts facts) {
        addClassName("form");
        name.setMaxLength(PersonRule.LONGEST_NAME);
        name.setValue(facts.displayName());
        year.setMaxLength(4);
        year.setValue(facts.birthYear());
        Fields.digits(year);
        country.choose(facts.country());
        add(error, name, year, country);
    }

    Facts facts() {
        return new Facts(name.getValue(), year.getValue(), country.value());
    }

    /** Says at each field what is wrong there; nothing when nothing is. */
    void say(Map<Field, String> problems) {
        mark(name, problems.get(Field.NAME));
        mark(year, problems.get(Field.BIRTH_YEAR));
        country.say(words(problems.get(Field.COUNTRY)));
        error.say(words(problems.get(Field.WHOLE)));
        if (name.isInvalid()) name.focus();
        else if (year.isInvalid()) year.focus();
        else if (problems.containsKey(Field.COUNTRY)) country.focus();
    }

    static void mark(TextField field, @Nullable String key) {
        field.setErrorMessage(key == null ? "" : words(field, key));
        field.setInvalid(key != null);
    }

    private String words(@Nullable String key) {
        return key == null ? "" : words(this, key);
    }

    /** What is said to somebody about herself is said of her to an administrator. */
    private static String words(Component place, String key) {
        var ofSomebody = "people.problem." + key;
        return place.getTranslation(Words.has(ofSomebody) ? ofSomebody : key);
    }
}
