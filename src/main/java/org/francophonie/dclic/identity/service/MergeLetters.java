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

    private final AccountRepository accounts;
    private final PersonRepository people;
    private final Outbox outbox;
    private final Clock clock;

    MergeLetters(AccountRepository accounts, PersonRepository people, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Nobody is written to whose address was never proved.
     *
     * @param otherCode of the other account
     */
    public void write(PersonId person, News news, String otherCode) {
        accounts.findById(person.value())
                .filter(account -> account.emailKey().isPresent())
                .ifPresent(account -> outbox.put(new Mail(
                        news.key() + " " + person + " " + clock.instant().getEpochSecond(),
                        Letters.ACCOUNTS,
                        account.email().orElseThrow(),
                        account.emailKey().orElseThrow(),
                        Optional.of(person),
                        people.findById(person.value()).map(Person::language).orElse(Locale.FRENCH),
                        Map.of(NEWS, news.key(), OTHER, otherCode),
                        USEFUL)));
    }
}
