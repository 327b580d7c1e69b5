package org.francophonie.dclic.identity.service;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.stereotype.Component;

/** Tells whoever reads the box of a person what became of her second factor: if it was not she, that is the way to know. */
@Component
class SecondFactorLetters {
    /** What happened; also the end of the message keys. */
    enum News {
        SET,
        PASSKEY,
        PASSKEY_COPIED,
        WAY_REMOVED,
        REMOVED,
        CODE_USED,
        RESET;

        String key() {
            return "second-factor-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The fact of the letter that says what happened. */
    static final String NEWS = "news";

    private static final Duration USEFUL = Duration.ofDays(7);

    private final AccountMail mail;

    SecondFactorLetters(AccountMail mail) {
        this.mail = mail;
    }

    void write(PersonId person, News news) {
        mail.write(person, news.key(), Letters.SECOND_FACTOR, Map.of(NEWS, news.key()), USEFUL);
    }

    /** The code is made when the letter leaves. */
    void writeSetupCode(PersonId person) {
        mail.write(person, Letters.SETUP_CODE, Letters.SETUP_CODE, Map.of(), SetupCodes.AGE);
    }

    /** The proved address, to which letters go. */
    Optional<String> address(PersonId person) {
        return mail.address(person);
    }
}
