package org.francophonie.dclic.identity.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Somebody who has joined. Personal values have their history in the trail, under the person's own key. */
@Entity
@Audited
@Table(schema = "identity")
public class Person {
    /** Whether the person may sign in. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        ERASED
    }

    @Id
    private UUID id;

    private String code;

    @NotAudited
    private String displayName;

    @NotAudited
    private @Nullable Integer birthYear;

    @NotAudited
    private @Nullable String country;

    private String language;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant createdAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Person() {}

    public Person(
            PersonId id, String code, String displayName, int birthYear, String country, Locale language, Instant now) {
        this.id = id.value();
        this.code = code;
        this.displayName = displayName;
        this.birthYear = birthYear;
        this.country = country;
        this.language = language.getLanguage();
        this.status = Status.ACTIVE;
        this.createdAt = now;
    }

    /** Nobody signs in any more. */
    public void close() {
        status = Status.SUSPENDED;
    }

    /** Signs in again. */
    public void open() {
        status = Status.ACTIVE;
    }

    /** What was wrong is put right. */
    public void correct(String displayName, int birthYear, String country) {
        this.displayName = displayName;
        this.birthYear = birthYear;
        this.country = country;
    }

    public void rename(String name) {
        displayName = name;
    }

    /** Nothing of the person is left but the id to which others' acts refer. */
    public void erase() {
        status = Status.ERASED;
        displayName = "—";
        code = "SUP-" + id;
        birthYear = null;
        country = null;
    }

    public boolean isErased() {
        return status == Status.ERASED;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version == null ? 0 : version;
    }

    public Optional<Integer> birthYear() {
        return Optional.ofNullable(birthYear);
    }

    public Optional<String> country() {
        return Optional.ofNullable(country);
    }

    public void speak(Locale language) {
        this.language = language.getLanguage();
    }

    public PersonId id() {
        return new PersonId(id);
    }

    public String code() {
        return code;
    }

    public String displayName() {
        return displayName;
    }

    public Locale language() {
        return Locale.of(language);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
