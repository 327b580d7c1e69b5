package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.ReadingLimit;
import org.francophonie.dclic.platform.access.SecretNeeded;
import org.francophonie.dclic.platform.errors.Incident;
import org.francophonie.dclic.platform.i18n.Words;
import org.springframework.dao.OptimisticLockingFailureException;

/** What a signed-in person reads when something goes wrong: what happened, what is kept, what to do. */
@org.springframework.stereotype.Component
class ScreenErrors implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;
    private static final int RECONNECT_MILLISECONDS = 3000;
    private final transient Words words;
    private final transient Gate gate;
    private final transient SecretDoor secrets;

    ScreenErrors(Words words, Gate gate, SecretDoor secrets) {
        this.words = words;
        this.gate = gate;
        this.secrets = secrets;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> messages(Words.supported(info.getLocale())));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this::tell));
        event.getSource().addUIInitListener(init -> reconnecting(init.getUI()));
    }

    private void tell(ErrorEvent error) {
        var thrown = error.getThrowable();
        var cause = root(thrown);
        var ui = UI.getCurrent();
        if (ui == null) {
            Incident.record(thrown);
            return;
        }
        error.getComponent().ifPresent(ScreenErrors::wake);
        if (cause instanceof SecretNeeded) secrets.ask(ui, () -> again(error, ui));
        else if (cause instanceof AccessRefused && gate.needsSecondFactor())
            ui.navigate(
                    NavigationGate.SECOND_FACTOR, Onward.to(ui.getInternals().getActiveViewLocation()));
        else if (cause instanceof ReadingLimit) Toast.keep(words.get(ui.getLocale(), "error.reading-limit"));
        else if (cause instanceof AccessRefused) Toast.keep(words.get(ui.getLocale(), "error.refused"));
        else if (cause instanceof OptimisticLockingFailureException)
            Toast.keep(words.get(ui.getLocale(), "error.stale"));
        else
            Toast.keep(words.get(
                    ui.getLocale(), "error.ours", Incident.record(thrown).number()));
    }

    /** A button that takes one click at a time takes another: what it was to do was not done. */
    private static void wake(Component component) {
        if (component instanceof Button button && button.isDisableOnClick()) button.setEnabled(true);
    }

    /** Does what was to be done when the secret was asked for, or asks the person to do it. */
    private void again(ErrorEvent error, UI ui) {
        var pressed = error.getComponent().filter(Component::isAttached).orElse(null);
        if (pressed instanceof Button button) button.click();
        else if (pressed instanceof NativeButton) ComponentUtil.fireEvent(pressed, new ClickEvent<>(pressed));
        else Toast.keep(words.get(ui.getLocale(), "secret.again"));
    }

    private static Throwable root(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null && !(cause instanceof AccessRefused)) cause = cause.getCause();
        return cause;
    }

    /** A session that ended is begun anew at the same page: a remembered device is let in, others are asked to sign in. */
    private CustomizedSystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(words.get(locale, "error.500.title"));
        messages.setInternalErrorMessage(words.get(locale, "error.internal"));
        // A cookie that is gone reads like a session that ended: the page is asked for anew, and signing in with it.
        messages.setCookiesDisabledNotificationEnabled(false);
        return messages;
    }

    private void reconnecting(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(words.get(ui.getLocale(), "link.lost"));
        dialog.setDialogTextGaveUp(words.get(ui.getLocale(), "link.gave-up"));
        dialog.setReconnectInterval(RECONNECT_MILLISECONDS);
        ui.getPage()
                .executeJs(
                        "document.documentElement.lang = $0; const c = window.Vaadin.connectionIndicator;"
                                + " if (c) { c.onlineText = $1; c.offlineText = $2; }",
                        ui.getLocale().getLanguage(),
                        words.get(ui.getLocale(), "link.back"),
                        words.get(ui.getLocale(), "link.lost"));
    }
}
