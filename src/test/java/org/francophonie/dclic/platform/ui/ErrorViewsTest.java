package org.francophonie.dclic.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.util.regex.Pattern;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.OptimisticLockingFailureException;

@Requirement("F-145")
@ExtendWith(OutputCaptureExtension.class)
class ErrorViewsTest extends ViewTest {
    private static final Pattern NUMBER = Pattern.compile("Incident ([0-9A-Z]{4}-[0-9A-Z]{4})");

    private static void fails(RuntimeException cause) {
        var handler = VaadinSession.getCurrent().getErrorHandler();
        assertThat(handler).isNotInstanceOf(DefaultErrorHandler.class);
        handler.error(new ErrorEvent(cause));
    }

    @Test
    @As("LEARNER_A")
    void our_fault_is_told_with_a_number_that_the_log_holds_with_its_cause(CapturedOutput output) {
        go("");

        fails(new IllegalStateException("a fault of ours"));

        var told = NUMBER.matcher(screen());
        assertThat(told.find()).isTrue();
        assertThat(screen()).contains("Ce que vous avez écrit est gardé").doesNotContain("a fault of ours");
        assertThat(output.getAll())
                .contains("incident " + told.group(1))
                .contains("java.lang.IllegalStateException: a fault of ours");
        LocatorJ._click(plainButton("Fermer"));
        assertThat(screen()).doesNotContain("Incident");
    }

    @Test
    @As("LEARNER_A")
    void a_stale_version_and_a_missing_right_are_no_incidents() {
        go("");
        fails(new OptimisticLockingFailureException("row"));
        assertThat(screen()).contains("Quelqu’un a modifié la même chose").doesNotContain("Incident");

        fails(new AccessRefused(Right.PUBLISH_COURSE));

        assertThat(screen()).contains("Vous n’avez pas le droit").doesNotContain("Incident");
    }

    @Test
    @As("LEARNER_A")
    void whoever_lacks_a_right_reads_who_can_give_it_and_it_is_written_down() {
        go("auteur");

        assertThat(screen()).contains("Vous n’avez pas accès à cette page").contains("demandez l’accès à la personne");
        assertThat(sql.sql("select count(*) from audit.audit_event where actor = ? and outcome = 'REFUSED'"
                                + " and right_name = 'CREATE_COURSE' and object_id = 'auteur'")
                        .param(me.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(UI.getCurrent().getInternals().getTitle()).contains("Vous n’avez pas accès");
    }
}
