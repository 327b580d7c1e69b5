package org.francophonie.dclic.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.junit.jupiter.api.Test;

@Requirement({"F-130", "F-152"})
class ArchivesViewTest extends ViewTest {

    @Test
    @As("TECHNICAL_ADMIN")
    void an_administrator_sees_what_is_kept_by_which_rule_and_that_nothing_is_due() {
        go("admin");
        assertThat(screen()).contains("Archives du journal");

        go("admin/archives");

        assertThat(screen())
                .contains("les 36 derniers mois")
                .contains("Aucun mois n’est à archiver")
                .contains("Gardé")
                .contains("Changer la règle");
    }

    @Test
    @As("EDITOR")
    void others_see_no_archives() {
        go("admin/archives");

        assertThat(screen()).doesNotContain("derniers mois");
    }
}
