package org.francophonie.dclic.rights.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.rights.Cell;
import org.hibernate.envers.Audited;

/** What one profile was given, or forbidden, of one right. */
@Entity
@Audited
@Table(schema = "rights")
@IdClass(MatrixCell.Key.class)
public class MatrixCell {
    /** Profile and right. */
    public record Key(String profile, String rightName) implements Serializable {}

    @Id
    private String profile;

    @Id
    private String rightName;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    @Enumerated(EnumType.STRING)
    private Cell.Effect effect;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected MatrixCell() {}

    public MatrixCell(String profile, String right, Cell cell) {
        this.profile = profile;
        this.rightName = right;
        this.scope = cell.scope();
        this.effect = cell.effect();
    }

    public void become(Cell cell) {
        scope = cell.scope();
        effect = cell.effect();
    }

    public String profile() {
        return profile;
    }

    /** The name of the right; a right that newer or older code knows may be unknown here. */
    public String rightName() {
        return rightName;
    }

    public Cell cell() {
        return new Cell(scope, effect);
    }
}
