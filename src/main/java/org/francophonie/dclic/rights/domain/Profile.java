package org.francophonie.dclic.rights.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A role that people hold: learner, mentor, author… It is a column of the matrix of rights. */
@Entity
@Audited
@Table(schema = "rights")
public class Profile {
    @Id
    private String code;

    private String nameFr;
    private String nameEn;
    private boolean staff;
    private boolean active;
    private Instant changedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Profile() {}

    /** @param code of capital letters and underlines */
    public Profile(String code, String nameFr, String nameEn, boolean staff, Instant now) {
        this.code = code;
        this.nameFr = nameFr;
        this.nameEn = nameEn;
        this.staff = staff;
        this.active = true;
        this.changedAt = now;
    }

    public void rename(String french, String english, Instant now) {
        nameFr = french;
        nameEn = english;
        changedAt = now;
    }

    /** Nobody holds anything by a profile that is switched off. */
    public void switchTo(boolean active, Instant now) {
        this.active = active;
        changedAt = now;
    }

    /** Its cells were changed: whoever still sees the former ones is told. */
    public void touch(Instant now) {
        changedAt = now;
    }

    public String code() {
        return code;
    }

    public String nameFr() {
        return nameFr;
    }

    public String nameEn() {
        return nameEn;
    }

    /** As it is shown to whoever reads that language. */
    public String name(Locale language) {
        return name(language, nameFr, nameEn);
    }

    /** The English name for whoever reads English, else the French one. */
    public static String name(Locale language, String french, String english) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : french;
    }

    public boolean isActive() {
        return active;
    }

    public long version() {
        return version == null ? 0 : version;
    }

    public boolean isStaff() {
        return staff;
    }
}
