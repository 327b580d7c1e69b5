package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Consent;
import org.francophonie.dclic.identity.domain.ConsentRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.service.OneTimeLinks.Purpose;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.mail.Letter;
import org.francophonie.dclic.platform.mail.LetterText;
import org.francophonie.dclic.platform.mail.Mail;
import org.francophonie.dclic.platform.start.Platform;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters about accounts. Whether an address is known is told there, to whoever reads its box, and nowhere else. */
@Configuration(proxyBeanMethods = false)
class Letters {
    static final String CONFIRM_ADDRESS = "confirm-address";
    static final String NEW_SECRET = "new-secret";
    static final String ADDRESS_CHANGED = "address-changed";
    static final String SECRET_CHANGED = "secret-changed";
    static final String ACCOUNT_MADE = "account-made";
    static final String SECOND_FACTOR = "second-factor";
    static final String SETUP_CODE = "second-factor-setup";
    static final String ACCOUNTS = "accounts";
    static final String TEST = "test";
    static final String GUARDIAN = "guardian";
    static final String GUARDIAN_AGREED = "guardian-agreed";

    private final AccountRepository accounts;
    private final ConsentRepository consents;
    private final PersonRepository people;
    private final OneTimeLinks links;
    private final SetupCodes setupCodes;
    private final Platform platform;
    private final Words words;
    private final Clock clock;

    Letters(
            AccountRepository accounts,
            ConsentRepository consents,
            PersonRepository people,
            OneTimeLinks links,
            SetupCodes setupCodes,
            Platform platform,
            Words words,
            Clock clock) {
        this.accounts = accounts;
        this.consents = consents;
        this.people = people;
        this.links = links;
        this.setupCodes = setupCodes;
        this.platform = platform;
        this.words = words;
        this.clock = clock;
    }

    /** Somebody gave the address: a link to prove it, or the news that it has an account already. */
    @Bean
    Letter confirmAddress() {
        return new LinkLetter(CONFIRM_ADDRESS) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                var account = mail.person().flatMap(person -> accounts.findById(person.value()));
                if (account.flatMap(Account::claimedKey)
                        .filter(mail.recipientKey()::equals)
                        .isEmpty()) return Optional.empty(); // proved meanwhile, or another one was given
                var person = account.flatMap(
                                found -> people.findById(found.person().value()))
                        .filter(Person::isActive);
                if (person.isEmpty()) return Optional.empty();
                var holder = accounts.findByEmailKey(mail.recipientKey()).map(Account::person);
                if (holder.equals(mail.person())) return Optional.empty(); // proved this very moment
                if (holder.isPresent())
                    return Optional.of(text(mail, "address-known", platform.url("/app/mot-de-passe-oublie")));
                return Optional.of(text(
                        mail,
                        CONFIRM_ADDRESS,
                        link("/app/confirmer/", Purpose.CONFIRM_ADDRESS, person.get(), mail),
                        person.get().displayName(),
                        person.get().code()));
            }
        };
    }

    /** To the address that was the account's until now. */
    @Bean
    Letter addressChanged() {
        return new Notice(ADDRESS_CHANGED) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return active(mail).map(person -> text(mail, ADDRESS_CHANGED, person.code()));
            }
        };
    }

    /** Whether letters leave and arrive. */
    @Bean
    Letter test() {
        return new LinkLetter(TEST) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return Optional.of(text(mail, TEST, platform.baseUrl()));
            }
        };
    }

    /** Another password or PIN was chosen by somebody who was signed in. */
    @Bean
    Letter secretChanged() {
        return new Notice(SECRET_CHANGED) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return active(mail)
                        .map(person ->
                                text(mail, SECRET_CHANGED, person.code(), platform.url("/app/mot-de-passe-oublie")));
            }
        };
    }

    /** Something became of a second factor. */
    @Bean
    Letter secondFactor() {
        return new Notice(SECOND_FACTOR) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return active(mail)
                        .map(person -> text(
                                mail,
                                mail.facts().getOrDefault(SecondFactorLetters.NEWS, SECOND_FACTOR),
                                person.code()));
            }
        };
    }

    /** A code by which the first second factor is set up. */
    @Bean
    Letter setupCode() {
        return new LinkLetter(SETUP_CODE) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return active(mail)
                        .filter(person -> accounts.findById(person.id().value())
                                .flatMap(Account::emailKey)
                                .filter(mail.recipientKey()::equals)
                                .isPresent())
                        .map(person -> text(
                                mail, SETUP_CODE, setupCodes.make(person.id(), mail.recipientKey()), person.code()));
            }
        };
    }

    /** Two accounts became one, or two again; also to whoever cannot sign in by hers any more. */
    @Bean
    Letter accountsMerged() {
        return new Notice(ACCOUNTS) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return mail.person()
                        .flatMap(people::findPresent)
                        .map(person -> text(
                                mail,
                                mail.facts().getOrDefault(MergeLetters.NEWS, ""),
                                person.code(),
                                mail.facts().getOrDefault(MergeLetters.OTHER, "")));
            }
        };
    }

    /** Somebody forgot a secret: a link to choose another, if the address has an account. */
    @Bean
    Letter newSecret() {
        return new LinkLetter(NEW_SECRET) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return holder(mail.recipientKey())
                        .flatMap(account -> people.findById(account.person().value()))
                        .filter(Person::isActive)
                        .map(person -> choosing(NEW_SECRET, person, mail));
            }
        };
    }

    /** An administrator made an account: a link to choose the first secret, while nobody has proved the address. */
    @Bean
    Letter accountMade() {
        return new LinkLetter(ACCOUNT_MADE) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return mail.person()
                        .filter(person -> accounts.findById(person.value())
                                .flatMap(Account::claimedKey)
                                .filter(mail.recipientKey()::equals)
                                .isPresent())
                        .flatMap(person -> people.findById(person.value()))
                        .filter(Person::isActive)
                        .map(person -> choosing(ACCOUNT_MADE, person, mail));
            }
        };
    }

    private LetterText choosing(String letter, Person person, Mail mail) {
        return text(
                mail,
                letter,
                link("/app/nouveau-mot-de-passe/", Purpose.NEW_SECRET, person, mail),
                person.displayName(),
                person.code());
    }

    /**
     * A minor has joined and named a guardian. No name stands in it: whoever gives a stranger's address would write to that
     * stranger in words of their own.
     */
    @Bean
    Letter guardian() {
        return new LinkLetter(GUARDIAN) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return minor(mail, consent -> consent.isWaiting(clock.instant()))
                        .map(person -> text(mail, GUARDIAN, link("/app/accord/", Purpose.GUARDIAN, person, mail)));
            }
        };
    }

    /** A guardian has agreed: that in writing, and the way to take the word back. */
    @Bean
    Letter guardianAgreed() {
        return new LinkLetter(GUARDIAN_AGREED) {
            @Override
            public Optional<LetterText> write(Mail mail) {
                return minor(mail, consent -> consent.isGiven(clock.instant()))
                        .map(person -> text(
                                mail, GUARDIAN_AGREED, link("/app/accord/", Purpose.WITHDRAW_CONSENT, person, mail)));
            }
        };
    }

    /** Whom a letter to a guardian is about, while it goes to the one who decides. */
    private Optional<Person> minor(Mail mail, Predicate<Consent> when) {
        return mail.person()
                .flatMap(person -> consents.findById(person.value()))
                .filter(when)
                .filter(consent -> consent.guardianKey()
                        .filter(mail.recipientKey()::equals)
                        .isPresent())
                .flatMap(consent -> people.findById(consent.person().value()))
                .filter(Person::isActive);
    }

    private Optional<Person> active(Mail mail) {
        return mail.person().flatMap(person -> people.findById(person.value())).filter(Person::isActive);
    }

    /** Whose address it is; while nobody has proved it, whoever alone says that it is theirs. */
    private Optional<Account> holder(String key) {
        var proved = accounts.findByEmailKey(key);
        if (proved.isPresent()) return proved;
        var claims = accounts.findFirst2ByClaimedKeyOrderByChangedAtDesc(key);
        return claims.size() == 1 ? Optional.of(claims.getFirst()) : Optional.empty();
    }

    private String link(String path, Purpose purpose, Person person, Mail mail) {
        return platform.url(path + links.make(purpose, person.id(), mail.recipientKey()));
    }

    private LetterText text(Mail mail, String letter, Object... facts) {
        return new LetterText(
                words.get(mail.language(), "mail." + letter + ".subject"),
                words.get(mail.language(), "mail." + letter + ".body", facts)
                        + "\n\n"
                        + words.get(mail.language(), "mail.foot", platform.baseUrl()));
    }

    private abstract static class OfAKind implements Letter {
        private final String kind;

        OfAKind(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }
    }

    /** A link is good once: two letters do no harm. */
    private abstract static class LinkLetter extends OfAKind {
        LinkLetter(String kind) {
            super(kind);
        }

        @Override
        public boolean mayComeTwice() {
            return true;
        }
    }

    /** News that frighten when they come again: a person decides about one that may have left. */
    private abstract static class Notice extends OfAKind {
        Notice(String kind) {
            super(kind);
        }

        @Override
        public boolean mayComeTwice() {
            return false;
        }
    }
}
