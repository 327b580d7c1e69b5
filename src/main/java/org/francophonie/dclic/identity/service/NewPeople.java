package org.francophonie.dclic.identity.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.stereotype.Component;

/** Writes down a person with a code of her own, an account and the profile of a learner; within the caller's transaction. */
@Component
class NewPeople {
    private final PersonRepository people;
    private final AccountRepository accounts;
    private final Profiles profiles;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NewPeople(PersonRepository people, AccountRepository accounts, Profiles profiles, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Who somebody is.
     *
     * @param displayName clean and short enough
     * @param country ISO 3166-1 alpha-2
     */
    record Facts(PersonId id, String displayName, int birthYear, String country, Locale language) {}

    /** @param more what the account knows besides its secret */
    Person make(Facts facts, Account.Secret kind, String secretHash, Consumer<Account> more) {
        var now = clock.instant();
        var person = people.saveAndFlush(new Person(
                facts.id(),
                freshCode(),
                facts.displayName(),
                facts.birthYear(),
                facts.country(),
                facts.language(),
                now));
        var account = new Account(facts.id(), kind, secretHash, now);
        more.accept(account);
        accounts.save(account);
        profiles.welcome(facts.id());
        return person;
    }

    private String freshCode() {
        String code;
        do code = HumanCode.learner(random);
        while (people.existsByCode(code));
        return code;
    }
}
