package org.francophonie.dclic.rights.domain;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** The cells of the matrix; there are a few hundred, always read together. */
public interface MatrixRepository extends Repository<MatrixCell, MatrixCell.Key> {
    MatrixCell save(MatrixCell cell);

    @NativeQuery("select c.* from rights.matrix_cell c join rights.profile p on p.code = c.profile where p.active")
    List<MatrixCell> inForce();

    @NativeQuery("select * from rights.matrix_cell")
    List<MatrixCell> everything();

    List<MatrixCell> findByProfile(String profile);

    Optional<MatrixCell> findByProfileAndRightName(String profile, String rightName);
}
