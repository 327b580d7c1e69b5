package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.audit.service.AuditService;
import org.francophonie.dclic.audit.service.ExportRequests;
import org.francophonie.dclic.audit.service.ExportRequests.ReasonRefused;
import org.francophonie.dclic.audit.service.ExportRequests.Request;
import org.francophonie.dclic.audit.service.ExportRequests.Standing;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.ui.Download;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Toast;

/** Takes away what was found as a file; about many people only when somebody else agrees. */
final class ExportPanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient AuditService audit;
    private final transient ExportRequests requests;
    private final transient Freshness freshness;
    private final transient AuditSearch search;
    private final String address;

    /** @param address of the search, after the question mark */
    ExportPanel(AuditService audit, ExportRequests requests, Freshness freshness, AuditSearch search, String address) {
        this.audit = audit;
        this.requests = requests;
        this.freshness = freshness;
        this.search = search;
        this.address = address;
        add(new Paragraph(new PlainButton(words(), this::look)));
    }

    private String words() {
        return getTranslation("audit.export", AuditService.LARGEST_EXPORT);
    }

    /** Whoever gave her secret long ago is asked for it before the file is begun: a file cannot ask. */
    private void look() {
        freshness.check();
        removeAll();
        var standing = requests.standing(search);
        if (standing.mayTake()) take();
        else asking(standing);
    }

    private void take() {
        var file = Download.written(words(), "journal.csv", "text/csv", to -> audit.export(search, to));
        add(new Paragraph(file));
        file.getElement().executeJs("this.focus(); this.click()");
    }

    private void asking(Standing standing) {
        var title = new H2(getTranslation("export.title"));
        title.getElement().setAttribute("tabindex", "-1").executeJs("this.focus()");
        add(title, new Paragraph(getTranslation("export.many", standing.people())));
        addClassName("card");
        var waits = standing.request().filter(request -> request.granted().isEmpty());
        if (waits.isPresent()) {
            add(new Paragraph(
                    getTranslation("export.waits", Moment.minute(waits.get().askedAt()))));
            return;
        }
        standing.request()
                .flatMap(Request::granted)
                .ifPresent(_ -> add(new Paragraph(getTranslation("export.refused"))));
        var why = new TextField(getTranslation("export.why"));
        why.setHelperText(getTranslation("export.why.help"));
        why.setMaxLength(ExportRequests.LONGEST_REASON);
        var error = new ErrorLine();
        var form = new Div(error, why, new Button(getTranslation("export.ask"), _ -> ask(why, error)));
        form.addClassName("narrow-start");
        add(form);
    }

    private void ask(TextField why, ErrorLine error) {
        try {
            requests.ask(search, address, why.getValue());
        } catch (ReasonRefused refused) {
            error.say(getTranslation(refused.key()));
            why.focus();
            return;
        }
        Toast.show(getTranslation("export.asked"));
        look();
    }
}
