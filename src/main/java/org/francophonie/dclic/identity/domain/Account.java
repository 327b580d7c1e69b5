package org.francophonie.dclic.identity.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/** How a person signs in. Secrets have no history; that they changed stands in the trail. */
@Entity
@Table(schema = "identity")
public class Account {
    /** What is known to the person alone. */
    public enum Secret {
        PASSWORD,
        /** Six digits, good on devices on which the person has signed in before. */
        PIN
    }

    @Id
    private UUID personId;

    private @Nullable String email;
    private @Nullable String emailKey;
    private String passwordHash;
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private Secret secret;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Account() {}

    /** @param email nothing for somebody who signs in by the code */
    public Account(PersonId person, Optional<EmailAddress> email, Secret secret, String secretHash, Instant now) {
        personId = person.value();
        this.email = email.map(EmailAddress::typed).orElse(null);
        this.emailKey = email.map(EmailAddress::key).orElse(null);
        this.secret = secret;
        this.passwordHash = secretHash;
        this.changedAt = now;
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    public Secret secret() {
        return secret;
    }

    public String secretHash() {
        return passwordHash;
    }
}
