package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.identity.domain.Account;
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
        put(person, news.key(), Letters.SECOND_FACTOR, Map.of(NEWS, news.key()), USEFUL);
    }

    /** The code is made when the letter leaves. */
    void writeSetupCode(PersonId person) {
        put(person, Letters.SETUP_CODE, Letters.SETUP_CODE, Map.of(), SetupCodes.AGE);
    }

    private void put(PersonId person, String event, String kind, Map<String, String> facts, Duration useful) {
        accounts.findById(person.value())
                .filter(account -> account.emailKey().isPresent())
                .ifPresent(account -> outbox.put(new Mail(
                        event + " " + person + " " + clock.instant().getEpochSecond(),
                        kind,
                        account.email().orElseThrow(),
                        account.emailKey().orElseThrow(),
                        Optional.of(person),
                        people.findById(person.value()).map(Person::language).orElse(Locale.FRENCH),
                        facts,
                        useful)));
    }

    /** The proved address, to which letters go. */
    Optional<String> address(PersonId person) {
        return accounts.findById(person.value()).flatMap(Account::email);
    }
}
