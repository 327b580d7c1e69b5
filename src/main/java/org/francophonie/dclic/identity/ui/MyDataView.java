package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.service.ErasureService;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.personal.PersonalData.Table;
import org.francophonie.dclic.platform.ui.Check;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.Download;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.PublicPage;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.ui.HeldProfiles;
import tools.jackson.databind.json.JsonMapper;

/** What the platform keeps about the signed-in person: to take away, and to have erased. */
@Route(value = "mes-donnees", layout = MainLayout.class)
@ViewRight(Right.READ_OWN_ACCOUNT)
public final class MyDataView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ErasureService erasures;
    private final transient SessionButtons buttons;
    private final transient JsonMapper json;

    MyDataView(ErasureService erasures, PersonService people, SessionButtons buttons, JsonMapper json) {
        this.erasures = erasures;
        this.buttons = buttons;
        this.json = json;
        add(
                new Crumbs(new RouterLink(getTranslation("place.more"), MoreView.class)),
                new H1(getTranslation("my-data.title")),
                new Paragraph(getTranslation("my-data.lead")),
                new Paragraph(new PublicPage("confidentialite", getTranslation("page.confidentialite"))),
                new H2(getTranslation("my-data.take")),
                new Paragraph(getTranslation("my-data.take.help")),
                files(),
                erasing(people.hasPin()));
    }

    private Component files() {
        var title = getTranslation("my-data.file");
        var language = getLocale().getLanguage();
        var files = new Div(
                Download.text(
                        getTranslation("my-data.html"),
                        "dclic.html",
                        "text/html",
                        () -> DataFile.html(erasures.mine(), title, language)),
                Download.text(
                        getTranslation("my-data.json"),
                        "dclic.json",
                        "application/json",
                        () -> written(erasures.mine())));
        files.getChildren().forEach(link -> link.addClassName("button"));
        files.addClassName("row");
        return files;
    }

    private String written(List<Table> tables) {
        Map<String, List<Map<String, String>>> all = tables.stream()
                .collect(Collectors.toMap(Table::name, Table::rows, (one, _) -> one, LinkedHashMap::new));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private Component erasing(boolean withPin) {
        var secret = Fields.password(getTranslation(withPin ? "my-data.pin" : "my-data.password"), "current-password");
        var sure = new Check(getTranslation("my-data.sure"));
        var error = new ErrorLine();
        var erase = new Button(getTranslation("my-data.erase"));
        erase.setDisableOnClick(true);
        erase.addClickListener(_ -> {
            if (sure.isChecked()) erase(secret.getValue(), error);
            else error.say(getTranslation("my-data.sure.ask"));
            erase.setEnabled(true);
        });
        var form = new Div(
                new H2(getTranslation("my-data.leave")),
                new Paragraph(getTranslation("my-data.leave.help")),
                sure,
                secret,
                error,
                erase);
        form.addClassName("narrow-start");
        return form;
    }

    private void erase(String secret, ErrorLine error) {
        try {
            erasures.eraseMe(secret);
            buttons.forget();
        } catch (SignInRefused refused) {
            error.say(
                    refused.reason() == SignInRefused.Reason.WRONG
                            ? getTranslation("my-data.wrong")
                            : getTranslation("my-data.wait", Wait.inWords(this, refused.seconds())));
        } catch (RightsRefused refused) {
            error.say(HeldProfiles.refusal(refused));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("my-data.title") + " · D-CLIC";
    }
}
