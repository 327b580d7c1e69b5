package org.francophonie.dclic.rights.domain;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The cells of the matrix; there are a few hundred, always read together. */
public interface MatrixRepository extends Repository<MatrixCell, MatrixCell.Key> {
    MatrixCell save(MatrixCell cell);

    @Query("select c from MatrixCell c, Profile p where p.code = c.profile and p.active")
    List<MatrixCell> inForce();
}
