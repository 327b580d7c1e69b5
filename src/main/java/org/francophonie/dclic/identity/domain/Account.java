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
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How a person signs in. An address is first claimed; it is the person's alone once she has proved to read it. Secrets have
 * no history; that they changed stands in the trail.
 */
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
    private @Nullable String claimedEmail;
    private @Nullable String claimedKey;
    private String passwordHash;
    private Instant changedAt;

    private @Nullable UUID homeClass;

    @Enumerated(EnumType.STRING)
    private Secret secret;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Account() {}

    public Account(PersonId person, Secret secret, String secretHash, Instant now) {
        personId = person.value();
        this.secret = secret;
        this.passwordHash = secretHash;
        this.changedAt = now;
    }

    /** The person says that this is her address; a claim made before is given up. */
    public void claim(EmailAddress address) {
        claimedEmail = address.typed();
        claimedKey = address.key();
    }

    /** The person has read a letter sent there. Doing it twice is doing it once. */
    public void confirm() {
        if (claimedKey == null) return;
        email = claimedEmail;
        emailKey = claimedKey;
        dropClaim();
    }

    /** The address belongs to somebody else, or is not wanted any more. */
    public void dropClaim() {
        claimedEmail = null;
        claimedKey = null;
    }

    public void renew(Secret kind, String hash, Instant now) {
        secret = kind;
        passwordHash = hash;
        changedAt = now;
    }

    /** The account was made by a class, whose trainers help when the PIN is forgotten. */
    public void settleIn(GroupId group) {
        homeClass = group.value();
    }

    /** Whoever has proved an address helps herself. */
    public boolean isSettledIn(GroupId group) {
        return group.value().equals(homeClass) && emailKey == null;
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

    /** When the secret was chosen. */
    public Instant changedAt() {
        return changedAt;
    }

    /** The address proved, as typed. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Optional<String> emailKey() {
        return Optional.ofNullable(emailKey);
    }

    /** The address not yet proved, as typed. */
    public Optional<String> claimedEmail() {
        return Optional.ofNullable(claimedEmail);
    }

    public Optional<String> claimedKey() {
        return Optional.ofNullable(claimedKey);
    }
}
