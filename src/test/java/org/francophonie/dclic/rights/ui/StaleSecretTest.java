package org.francophonie.dclic.rights.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.i18n.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator who gave her password long ago looks at everything, and is asked only before she acts. */
@Requirement({"F-140", "F-144"})
class StaleSecretTest extends ViewTest {
    @Autowired
    private Words words;

    @Override
    protected Proof proof() {
        return new Proof(true, Instant.EPOCH);
    }

    @Test
    void every_screen_of_the_administration_opens() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        asPlatform(() -> {
            assignments.assign(admin.id(), "TECHNICAL_ADMIN");
            return true;
        });
        var one = somebody("LEARNER_A");
        var other = somebody("LEARNER_A");
        signIn(admin);

        for (var path : new String[] {
            "admin",
            "admin/personnes",
            "admin/personnes/" + one.id(),
            "admin/doublons",
            "admin/doublons/" + one.id() + "/" + other.id(),
            "admin/conservation",
            "admin/groupes",
            "admin/profils",
            "admin/profils/MENTOR",
            "admin/ecrans",
            "admin/parametres",
            "admin/audit",
            "admin/archives",
            "admin/sessions",
            "admin/import-personnes",
            "admin/nouvelle-personne",
            "admin/courrier",
            "admin/incidents"
        }) {
            go(path);
            assertThat(address()).as(path).isEqualTo(path);
            assertThat(screen())
                    .as(path)
                    .doesNotContain(words.get(Locale.FRENCH, "error.500.title"))
                    .contains("Administration");
        }
    }
}
