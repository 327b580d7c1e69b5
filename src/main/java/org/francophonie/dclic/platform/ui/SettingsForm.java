package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingRefused;
import org.francophonie.dclic.platform.settings.SettingService;

/** Every setting in a field of its kind, saved together; what is wrong is said at its field. */
final class SettingsForm extends Div {
    private static final long serialVersionUID = 1;

    private final transient SettingService settings;
    private final transient Map<Setting<?>, String> seen;
    private final transient Map<Setting<?>, Supplier<String>> fields = new LinkedHashMap<>();
    private final transient Map<String, TextField> texts = new LinkedHashMap<>();
    private final boolean editable;
    private final boolean withHistory;
    private final ErrorLine error = new ErrorLine();
    private transient IntConsumer saved = _ -> {};

    /** @param wanted values in the place of those that count now */
    SettingsForm(SettingService settings, Map<Setting<?>, String> wanted, boolean editable, boolean withHistory) {
        this.settings = settings;
        this.editable = editable;
        this.withHistory = withHistory;
        seen = settings.all();
        addClassName("narrow-start");
        for (var part : Setting.Part.values()) {
            add(new H2(getTranslation("settings.part." + part)));
            seen.forEach((setting, value) -> {
                if (setting.part() == part) add(line(setting, wanted.getOrDefault(setting, value), value));
            });
        }
        if (editable) add(error, save());
    }

    /** @param told how many were changed */
    void whenSaved(IntConsumer told) {
        saved = told;
    }

    private Component line(Setting<?> setting, String value, String present) {
        var line = new Div(
                !editable ? fixed(setting, value) : setting.isFlag() ? flag(setting, value) : text(setting, value));
        if (!value.equals(present)) {
            var differs = new Paragraph(getTranslation("settings.now", shown(present)));
            differs.addClassName("warn");
            line.add(differs);
        }
        var standard = String.valueOf(setting.standard());
        if (!present.equals(standard)) {
            var origin = new Paragraph(getTranslation("settings.standard", shown(standard)));
            origin.addClassName("muted");
            line.add(origin);
        }
        if (withHistory)
            line.add(new Anchor(
                    "/app/admin/audit?droit=CHANGE_SETTING&objet=" + setting.key(),
                    getTranslation("settings.history")));
        return line;
    }

    private String shown(String value) {
        return switch (value) {
            case "" -> getTranslation("settings.empty");
            case "true" -> getTranslation("settings.yes");
            case "false" -> getTranslation("settings.no");
            default -> value;
        };
    }

    private Component fixed(Setting<?> setting, String value) {
        var name = new Paragraph(getTranslation("setting." + setting.key()));
        name.addClassName("strong");
        return new Div(name, new Paragraph(shown(value)));
    }

    private Component flag(Setting<?> setting, String value) {
        var check = new Check(getTranslation("setting." + setting.key()));
        check.check(Boolean.parseBoolean(value));
        fields.put(setting, () -> String.valueOf(check.isChecked()));
        var help = new Paragraph(getTranslation("setting." + setting.key() + ".help"));
        help.addClassName("muted");
        return new Div(check, help);
    }

    private Component text(Setting<?> setting, String value) {
        var field = new TextField(getTranslation("setting." + setting.key()));
        field.setHelperText(getTranslation("setting." + setting.key() + ".help"));
        field.setMaxLength(1000);
        field.setValue(value);
        if (setting.standard() instanceof Integer)
            field.getElement().executeJs("if (this.inputElement) this.inputElement.inputMode = 'numeric'");
        fields.put(setting, field::getValue);
        texts.put(setting.key(), field);
        return field;
    }

    private Button save() {
        var save = new Button(getTranslation("settings.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(_ -> {
            change();
            save.setEnabled(true);
        });
        return save;
    }

    private void change() {
        error.say("");
        Toast.hide();
        texts.values().forEach(field -> field.setInvalid(false));
        var wanted = new LinkedHashMap<Setting<?>, String>();
        fields.forEach((setting, field) -> wanted.put(setting, field.get()));
        try {
            saved.accept(settings.change(seen, wanted));
        } catch (SettingRefused refused) {
            error.say(getTranslation(refused.isStale() ? "settings.stale" : "settings.wrong"));
            refused.keys().forEach(key -> mark(key, refused.isStale()));
            texts.values().stream().filter(TextField::isInvalid).findFirst().ifPresent(TextField::focus);
        }
    }

    private void mark(String key, boolean stale) {
        var field = texts.get(key);
        if (field == null) return;
        field.setErrorMessage(
                stale
                        ? getTranslation("settings.stale.field")
                        : getTranslation("settings.wrong.field", getTranslation("setting." + key + ".help")));
        field.setInvalid(true);
    }
}
