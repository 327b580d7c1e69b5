package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.mail.Mail;
import org.francophonie.dclic.platform.mail.Outbox;
import org.springframework.stereotype.Component;

/** Tells whoever reads the box of a person what became of her second factor: if it was not she, that is the way to know. */
@Component
class SecondFactorLetters {
    /** What happened; also the end of the message keys. */
    enum News {
        SET,
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

    private final AccountRepository accounts;
    private final PersonRepository people;
    private final Outbox outbox;
    private final Clock clock;

    SecondFactorLetters(AccountRepository accounts, PersonRepository people, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Nobody is written to whose address was never proved. */
    void write(PersonId person, News news) {
        accounts.findById(person.value())
                .filter(account -> account.emailKey().isPresent())
                .ifPresent(account -> outbox.put(new Mail(
                        news.key() + " " + person + " " + clock.instant().getEpochSecond(),
                        Letters.SECOND_FACTOR,
                        account.email().orElseThrow(),
                        account.emailKey().orElseThrow(),
                        Optional.of(person),
                        people.findById(person.value()).map(Person::language).orElse(Locale.FRENCH),
                        Map.of(NEWS, news.key()),
                        USEFUL)));
    }
}
