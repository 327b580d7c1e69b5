package org.francophonie.dclic.backup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.francophonie.dclic.backup.service.RetentionService.Rule;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.retention.Amount;
import org.francophonie.dclic.platform.retention.Due;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingRefused;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Aside;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.platform.ui.WorkProgress;

/** One rule: for how many days, what would go with as many, and the way to let it go now. */
final class RulePanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLISECONDS = 500;

    private final transient RuleTools tools;
    private final transient Setting<Integer> setting;
    private final transient Runnable changed;
    private final transient AtomicLong gone = new AtomicLong();
    private final transient AtomicBoolean stopped = new AtomicBoolean();
    private final TextField field;
    private final Paragraph stored = new Paragraph();
    private final Div outlook = new Div();
    private int days;
    private long all;
    private boolean working;

    /** @param changed told when something begins to go, and when it has gone */
    RulePanel(RuleTools tools, Rule rule, Runnable changed) {
        this.tools = tools;
        this.changed = changed;
        setting = rule.setting();
        days = rule.days();
        var name = getTranslation("retention." + setting.key());
        field = new TextField(getTranslation("retention.field"));
        field.setHelperText(getTranslation("setting." + setting.key() + ".help"));
        field.setAriaLabel(getTranslation("retention.field") + " – " + name);
        field.setMaxLength(5);
        field.setValue(String.valueOf(days));
        field.setReadOnly(!tools.gate().allows(Right.CHANGE_SETTING));
        field.getElement().executeJs("if (this.inputElement) this.inputElement.inputMode = 'numeric'");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLISECONDS);
        field.addValueChangeListener(_ -> foresee());
        outlook.getElement().setAttribute("role", "status");
        addClassName("card");
        stored.addClassName("muted");
        count(rule);
        add(
                new H2(name),
                new Paragraph(getTranslation("retention." + setting.key() + ".what")),
                stored,
                field,
                outlook);
        foresee();
    }

    private void count(Rule rule) {
        stored.setText(getTranslation("retention.stored", amount(rule.stored())));
    }

    private String amount(Amount amount) {
        return RuleTools.amount(tools.words(), getLocale(), amount);
    }

    /** What would go with the number in the field, kept or not. */
    private void foresee() {
        outlook.removeAll();
        field.setInvalid(!setting.allows(field.getValue()));
        if (field.isInvalid()) {
            field.setErrorMessage(
                    getTranslation("settings.wrong.field", getTranslation("setting." + setting.key() + ".help")));
            return;
        }
        int wanted = setting.parse(field.getValue());
        var due = tools.retention().due(setting, wanted);
        tell(due);
        if (wanted != days) outlook.add(keeping(due));
        else if (!due.amount().isNothing()) outlook.add(removal(due));
    }

    private void tell(Due due) {
        outlook.add(new Paragraph(due.oldest()
                .map(oldest -> getTranslation("retention.due", amount(due.amount()), Moment.day(oldest)))
                .orElseGet(() -> getTranslation("retention.due.none"))));
        if (due.heldBack() > 0)
            outlook.add(new Paragraph(tools.words().count(getLocale(), "retention.held", due.heldBack())));
        if (due.first().isEmpty()) return;
        var list = new UnorderedList();
        due.first().forEach(item -> {
            var line = new ListItem(getTranslation(
                    "retention.item",
                    item.name(),
                    Moment.day(item.since()),
                    Size.weight(tools.words(), getLocale(), item.bytes())));
            line.getElement().setAttribute("dir", "auto");
            list.add(line);
        });
        outlook.add(new NativeDetails(getTranslation("retention.first"), list));
    }

    /** What a shorter time condemns is asked about once more. */
    private Div keeping(Due due) {
        return asking("retention.keep-rule", "retention.keep-rule.sure", due, this::keepRule);
    }

    private Div removal(Due due) {
        return asking("retention.remove", "retention.sure", due, () -> begin(due));
    }

    /** A button, in whose place the question comes; where nothing would go, there is nothing to ask. */
    private Div asking(String words, String question, Due due, Runnable act) {
        var place = new Div();
        place.add(new Button(getTranslation(words), _ -> {
            if (due.amount().isNothing()) {
                act.run();
                return;
            }
            tools.freshness().check();
            place.removeAll();
            place.add(new Confirm(
                    getTranslation(question, amount(due.amount())), getTranslation(words), act, this::foresee));
        }));
        return place;
    }

    private void keepRule() {
        var wanted = field.getValue();
        try {
            tools.settings().change(Map.of(setting, String.valueOf(days)), Map.of(setting, wanted));
            days = setting.parse(wanted);
            Toast.show(getTranslation("retention.kept-rule"));
            showNow();
        } catch (SettingRefused refused) {
            outlook.removeAll();
            field.setErrorMessage(getTranslation("settings.stale.field"));
            field.setInvalid(true);
        }
    }

    private void showNow() {
        tools.retention().rules().stream()
                .filter(rule -> rule.setting().equals(setting))
                .findFirst()
                .ifPresent(this::count);
        foresee();
    }

    private void begin(Due due) {
        gone.set(0);
        stopped.set(false);
        all = due.amount().number();
        working = true;
        field.setEnabled(false);
        Aside.run(
                this,
                "retention",
                () -> tools.retention().remove(setting, days, so -> {
                    gone.set(so.number());
                    return !stopped.get();
                }),
                amount -> over(getTranslation("retention.removed", amount(amount))),
                incident -> over(getTranslation("error.incident", incident.number())));
        changed.run();
        look();
    }

    boolean isWorking() {
        return working;
    }

    /** How far it has come. */
    void look() {
        if (!working) return;
        outlook.removeAll();
        outlook.add(
                new WorkProgress((int) Math.min(gone.get(), all), (int) all, false, () -> {}, () -> stopped.set(true)));
    }

    private void over(String said) {
        working = false;
        field.setEnabled(true);
        showNow();
        Toast.keep(said);
        changed.run();
    }
}
