package org.francophonie.dclic.backup.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.text.NumberFormat;
import java.util.Locale;
import org.francophonie.dclic.backup.service.RetentionService;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.retention.Amount;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.text.Size;

/** What each rule on the screen works with. */
@SpringComponent
record RuleTools(RetentionService retention, SettingService settings, Freshness freshness, Gate gate, Words words) {

    /** "1 204 (3,2 Mo)". */
    static String amount(Words words, Locale locale, Amount amount) {
        var number = NumberFormat.getInstance(Words.figures(locale)).format(amount.number());
        return amount.isNothing() ? number : number + " (" + Size.weight(words, locale, amount.bytes()) + ")";
    }
}
