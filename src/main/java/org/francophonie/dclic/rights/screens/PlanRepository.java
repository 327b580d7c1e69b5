package org.francophonie.dclic.rights.screens;

import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ui.Surface;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlanRepository extends JpaRepository<PlanRow, UUID> {
    Optional<PlanRow> findByProfileAndSurface(String profile, Surface surface);

    Optional<PlanRow> findByGroupIdAndSurface(UUID group, Surface surface);
}
