package org.francophonie.dclic.identity.service;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.stereotype.Component;

/** Tells people that two accounts became one, or two again: which one they sign in by, and whom to ask when it is wrong. */
@Component
public class MergeLetters {
    /** What happened; also the end of the message keys. */
    public enum News {
        MERGED,
        TAKEN_IN,
        SPLIT;

        String key() {
            return "accounts-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Facts of the letter. */
    static final String NEWS = "news";

    static final String OTHER = "other";

    private static final Duration USEFUL = Duration.ofDays(7);

    private final AccountMail mail;

    MergeLetters(AccountMail mail) {
        this.mail = mail;
    }

    /** @param otherCode of the other account */
    public void write(PersonId person, News news, String otherCode) {
        mail.write(person, news.key(), Letters.ACCOUNTS, Map.of(NEWS, news.key(), OTHER, otherCode), USEFUL);
    }
}
