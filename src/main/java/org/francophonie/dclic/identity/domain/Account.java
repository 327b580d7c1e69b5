package org.francophonie.dclic.identity.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/** How a person signs in. Secrets have no history; that they changed stands in the trail. */
@Entity
@Table(schema = "identity")
public class Account {
    @Id
    private UUID personId;

    private @Nullable String email;
    private @Nullable String emailKey;
    private String passwordHash;
    private Instant changedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Account() {}

    public Account(PersonId person, EmailAddress email, String passwordHash, Instant now) {
        personId = person.value();
        this.email = email.typed();
        this.emailKey = email.key();
        this.passwordHash = passwordHash;
        this.changedAt = now;
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    public String passwordHash() {
        return passwordHash;
    }
}
