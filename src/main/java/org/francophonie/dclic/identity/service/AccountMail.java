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

/** Writes to the proved address of an account, in the person's language; to nobody whose address was never proved. */
@Component
class AccountMail {
    private final AccountRepository accounts;
    private final PersonRepository people;
    private final Outbox outbox;
    private final Clock clock;

    AccountMail(AccountRepository accounts, PersonRepository people, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    Optional<String> address(PersonId person) {
        return accounts.findById(person.value()).flatMap(Account::email);
    }

    /**
     * @param event what happened to the person at this moment: told twice within a second, it is one letter
     * @param kind of the letter
     */
    void write(PersonId person, String event, String kind, Map<String, String> facts, Duration useful) {
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
}
