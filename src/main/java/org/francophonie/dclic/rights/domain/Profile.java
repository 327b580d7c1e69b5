package org.francophonie.dclic.rights.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;

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

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Profile() {}

    public String code() {
        return code;
    }

    public boolean isStaff() {
        return staff;
    }
}
