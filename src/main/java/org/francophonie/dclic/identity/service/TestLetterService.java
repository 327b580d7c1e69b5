package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.mail.Mail;
import org.francophonie.dclic.platform.mail.Outbox;
import org.francophonie.dclic.platform.mail.TestLetter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to the own proved address and to no other: it is no way to write to strangers. */
@Service
@Transactional
public class TestLetterService implements TestLetter {
    private static final Duration USEFUL = Duration.ofHours(1);

    private final AccountRepository accounts;
    private final PersonRepository people;
    private final Outbox outbox;
    private final Clock clock;

    TestLetterService(AccountRepository accounts, PersonRepository people, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Requires(Right.SEND_MAIL)
    public boolean send() {
        var me = Actors.current().requirePerson();
        var account =
                accounts.findById(me.value()).filter(known -> known.emailKey().isPresent());
        account.ifPresent(known -> outbox.put(new Mail(
                "test " + me + " " + clock.instant().getEpochSecond(),
                Letters.TEST,
                known.email().orElseThrow(),
                known.emailKey().orElseThrow(),
                Optional.of(me),
                people.findById(me.value()).map(Person::language).orElse(Locale.FRENCH),
                Map.of(),
                USEFUL)));
        return account.isPresent();
    }
}
