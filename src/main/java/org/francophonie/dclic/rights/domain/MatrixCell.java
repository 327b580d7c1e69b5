package org.francophonie.dclic.rights.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.francophonie.dclic.platform.access.Scope;
import org.hibernate.envers.Audited;

/** What one profile was given, or forbidden, of one right. */
@Entity
@Audited
@Table(schema = "rights")
@IdClass(MatrixCell.Key.class)
public class MatrixCell {
    /** Given or forbidden; a prohibition wins over every permission. */
    public enum Effect {
        ALLOW,
        PROHIBIT
    }

    /** Profile and right. */
    public record Key(String profile, String rightName) implements Serializable {}

    @Id
    private String profile;

    @Id
    private String rightName;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    @Enumerated(EnumType.STRING)
    private Effect effect;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected MatrixCell() {}

    public MatrixCell(String profile, String right, Scope scope, Effect effect) {
        this.profile = profile;
        this.rightName = right;
        this.scope = scope;
        this.effect = effect;
    }

    public String profile() {
        return profile;
    }

    /** The name of the right; a right that newer or older code knows may be unknown here. */
    public String rightName() {
        return rightName;
    }

    public Scope scope() {
        return scope;
    }

    public Effect effect() {
        return effect;
    }
}
