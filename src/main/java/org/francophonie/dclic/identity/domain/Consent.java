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

/** What a guardian says to the account of a minor, by a link or through a centre. */
@Entity
@Table(schema = "identity")
public class Consent {
    /** Where it stands. */
    public enum State {
        WAITING,
        GIVEN,
        REFUSED
    }

    @Id
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String guardianEmail;
    private @Nullable String guardianKey;
    private Instant askedAt;
    private Instant neededUntil;
    private @Nullable Instant decidedAt;
    private @Nullable UUID vouchedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Consent() {}

    /** @param neededUntil from then on the person decides alone */
    public Consent(PersonId person, Instant now, Instant neededUntil) {
        personId = person.value();
        state = State.WAITING;
        askedAt = now;
        this.neededUntil = neededUntil;
    }

    /** The guardian to be asked; one asked before is asked no longer. */
    public void ask(EmailAddress guardian, Instant now) {
        guardianEmail = guardian.typed();
        guardianKey = guardian.key();
        askedAt = now;
    }

    /**
     * The person is younger than was said.
     *
     * @return whether a guardian is needed for longer than before
     */
    public boolean lasts(Instant until) {
        if (!until.isAfter(neededUntil)) return false;
        neededUntil = until;
        return true;
    }

    public void decide(boolean given, Instant now) {
        state = given ? State.GIVEN : State.REFUSED;
        decidedAt = now;
    }

    /** Somebody of a centre has the guardian's word. */
    public void vouch(Optional<PersonId> by, Instant now) {
        decide(true, now);
        vouchedBy = by.map(PersonId::value).orElse(null);
    }

    /** Given by a guardian who may take it back. */
    public boolean isGiven(Instant now) {
        return state == State.GIVEN && now.isBefore(neededUntil);
    }

    /** A guardian does not want the account. */
    public boolean isRefused() {
        return state == State.REFUSED;
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    public boolean isWaiting(Instant now) {
        return state == State.WAITING && now.isBefore(neededUntil);
    }

    /** As typed. */
    public Optional<String> guardianEmail() {
        return Optional.ofNullable(guardianEmail);
    }

    public Optional<String> guardianKey() {
        return Optional.ofNullable(guardianKey);
    }
}
