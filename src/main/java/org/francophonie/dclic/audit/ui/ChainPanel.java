package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.francophonie.dclic.audit.Verification;
import org.francophonie.dclic.audit.Verification.Finding;
import org.francophonie.dclic.audit.service.VerificationService;
import org.francophonie.dclic.platform.ui.Aside;
import org.francophonie.dclic.platform.ui.PlainButton;

/** Proves, when asked, that nothing of the trail was changed since it was written. */
final class ChainPanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient VerificationService verifications;
    private final PlainButton verify;
    private final Div answer = new Div();

    ChainPanel(VerificationService verifications) {
        this.verifications = verifications;
        verify = new PlainButton(getTranslation("audit.verify"), this::begin);
        answer.getElement().setAttribute("role", "status");
        add(verify, answer);
    }

    /** Off the screen's lock: a long trail takes its time. */
    private void begin() {
        verify.setEnabled(false);
        say(getTranslation("audit.verifying"));
        Aside.run(
                this,
                "audit-verification",
                verifications::verify,
                found -> over(() -> show(found)),
                incident -> over(() -> say(getTranslation("error.incident", incident.number()))));
    }

    private void over(Runnable told) {
        verify.setEnabled(true);
        told.run();
    }

    private void say(String words) {
        answer.removeAll();
        answer.add(new Paragraph(words));
    }

    private void show(Verification found) {
        var verdict =
                getTranslation(found.isSound() ? "audit.sound" : "audit.not-sound", found.events(), found.blocks());
        say(found.unsealed() == 0 ? verdict : verdict + " " + getTranslation("audit.unsealed", found.unsealed()));
        answer.setClassName("tick", found.isSound());
        answer.setClassName("warn", !found.isSound());
        if (found.isSound()) return;
        var list = new UnorderedList();
        found.findings().stream().map(this::line).forEach(list::add);
        answer.add(list);
    }

    private ListItem line(Finding finding) {
        return new ListItem(getTranslation("audit.finding." + finding.kind(), finding.block())
                + finding.event().map(id -> " " + id).orElse(""));
    }
}
