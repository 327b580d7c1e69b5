package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.service.MatrixService.Column;
import org.francophonie.dclic.rights.service.ProfileCatalogueService;

/** A profile is renamed, copied under another name, switched off and on. */
final class ProfileCard extends Div {
    private static final long serialVersionUID = 1;

    private final transient ProfileCatalogueService catalogue;
    private final transient Column column;
    private final transient Runnable changed;
    private final ErrorLine error = new ErrorLine();

    ProfileCard(ProfileCatalogueService catalogue, Column column, Runnable changed) {
        this.catalogue = catalogue;
        this.column = column;
        this.changed = changed;
        add(
                new H2(getTranslation("profiles.self")),
                error,
                new NativeDetails(
                        getTranslation("profiles.rename"),
                        names(column.nameFr(), column.nameEn(), "profiles.rename.do", this::rename)),
                new NativeDetails(getTranslation("profiles.copy"), copying()),
                switching());
    }

    private interface Naming {
        void named(String french, String english);
    }

    private Component copying() {
        return new Div(
                new Paragraph(getTranslation("profiles.copy.help")),
                names("", "", "profiles.copy.do", (french, english) -> {
                    var made = catalogue.copy(column.code(), french, english);
                    getUI().ifPresent(ui -> ui.navigate(ProfileView.class, ProfilesView.parameters(made)));
                    Toast.show(getTranslation("profiles.copied"));
                }));
    }

    private void rename(String french, String english) {
        catalogue.rename(column.code(), column.version(), french, english);
        changed.run();
        Toast.show(getTranslation("profiles.renamed"));
    }

    private Component names(String french, String english, String key, Naming naming) {
        var fr = name("profiles.name.fr", french);
        var en = name("profiles.name.en", english);
        var go = new Button(getTranslation(key));
        go.setDisableOnClick(true);
        go.addClickListener(_ -> {
            attempt(() -> naming.named(fr.getValue(), en.getValue()));
            go.setEnabled(true);
        });
        var form = new Div(fr, en, go);
        form.addClassName("narrow-start");
        return form;
    }

    private TextField name(String key, String value) {
        var field = new TextField(getTranslation(key));
        field.setMaxLength(2 * ProfileCatalogueService.LONGEST_NAME); // more is said to be too long, not cut
        field.setValue(value);
        return field;
    }

    private void attempt(Runnable act) {
        error.say("");
        try {
            act.run();
        } catch (RightsRefused refused) {
            error.say(RightsWords.refusal(refused));
            error.scrollIntoView();
        }
    }

    private Component switching() {
        return column.active()
                ? Confirm.behind(
                        getTranslation("profiles.switch-off"),
                        () -> getTranslation("profiles.switch-off.sure", column.name(getLocale())),
                        () -> switchTo(false),
                        changed)
                : new Div(new PlainButton(getTranslation("profiles.on"), () -> switchTo(true)));
    }

    private void switchTo(boolean active) {
        attempt(() -> {
            catalogue.switchTo(column.code(), column.version(), active);
            changed.run();
            Toast.show(getTranslation(active ? "profiles.switched-on" : "profiles.switched-off"));
        });
    }
}
