package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;

/** What an administrator may change while the platform runs; it counts on every node within two seconds. */
@Route(value = "admin/parametres", layout = MainLayout.class)
@ViewRight(Right.READ_SETTING)
@AdminPage(value = "settings.title", order = 50)
public final class SettingsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_LIST = 10_000;

    private final transient SettingService settings;
    private final transient Gate gate;
    private final transient Words words;

    SettingsView(SettingService settings, Gate gate, Words words) {
        this.settings = settings;
        this.gate = gate;
        this.words = words;
        show(Map.of());
    }

    /** @param wanted values to be looked at before they are saved */
    private void show(Map<Setting<?>, String> wanted) {
        removeAll();
        var may = gate.allows(Right.CHANGE_SETTING);
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("settings.title")));
        if (!may) add(new Paragraph(getTranslation("settings.read-only")));
        var form = new SettingsForm(settings, wanted, may, gate.allows(Right.READ_AUDIT));
        form.whenSaved(number -> {
            show(Map.of());
            Toast.show(
                    number == 0 ? getTranslation("settings.same") : words.count(getLocale(), "settings.saved", number));
        });
        add(form, new NativeDetails(getTranslation("settings.carry"), carrying(may)));
    }

    /** The settings of one platform as a text, taken to another one. */
    private Div carrying(boolean may) {
        var link = Download.text(getTranslation("settings.export"), "reglages.txt", "text/plain", this::written);
        var all = new Div(new Paragraph(link));
        if (!may) return all;
        var text = new PasteArea(getTranslation("settings.import"), LONGEST_LIST);
        var error = new ErrorLine();
        var take = new PlainButton(getTranslation("settings.import.do"), () -> {
            var read = SettingsText.read(text.text());
            if (!read.wrong().isEmpty())
                error.say(getTranslation("settings.import.wrong", String.join(", ", read.wrong())));
            else if (read.values().isEmpty()) error.say(getTranslation("settings.import.empty"));
            else {
                text.clear();
                show(read.values());
                Toast.show(getTranslation("settings.import.read"));
            }
        });
        all.add(new H2(getTranslation("settings.import.title")), text, error, take);
        return all;
    }

    private String written() {
        return settings.all().entrySet().stream()
                .map(entry -> entry.getKey().key() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title") + " · D-CLIC";
    }
}
