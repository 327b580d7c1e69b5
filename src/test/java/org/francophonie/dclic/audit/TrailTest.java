package org.francophonie.dclic.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@Requirement("F-129")
class TrailTest extends PlatformTest {
    @Autowired
    private SettingService settings;

    @Test
    void a_changed_setting_leaves_who_what_before_and_after() throws Exception {
        var admin = somebody("TECHNICAL_ADMIN");

        admin.does(() -> {
            settings.change(Setting.SUGGESTIONS, "5");
            return true;
        });

        var changes = sql.sql(
                        "select changes::text from audit.audit_event where actor = ? and right_name = 'CHANGE_SETTING'")
                .param(admin.id().value())
                .query(String.class)
                .single();
        assertThat(changes).contains("\"3\"").contains("\"5\"");
        assertThat(sql.sql("select count(*) from platform.setting_aud where key = 'suggestions'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(settings.value(Setting.SUGGESTIONS)).isEqualTo(5);
        admin.does(() -> {
            settings.change(Setting.SUGGESTIONS, "3");
            return true;
        });
    }

    @Test
    void what_was_written_is_neither_changed_nor_deleted_even_by_the_owner() throws Exception {
        somebody("LEARNER_A");

        for (var attempt : List.of("update audit.audit_event set act = 'nothing'", "delete from audit.audit_event")) {
            assertThatThrownBy(() -> sql.sql(attempt).update()).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> owner().sql(attempt).update()).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> sql.sql("truncate audit.audit_event").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void values_about_a_person_are_unreadable_without_her_key() throws Exception {
        var learner = somebody("LEARNER_A");

        var row = sql.sql("select coalesce(changes::text, '') || encode(ciphertext, 'escape') from audit.audit_event"
                        + " where actor = ? and act = 'join'")
                .param(learner.id().value())
                .query(String.class)
                .single();
        assertThat(row).isNotEmpty().doesNotContain(learner.email()).doesNotContain("Awa Test");
    }

    @Test
    void every_row_bears_the_hash_of_its_content() {
        assertThat(owner().sql("select count(*) from audit.audit_event e where row_hash <> sha256(audit.canonical(e))")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void no_audited_row_is_without_its_first_revision() throws Exception {
        publishedCourse();

        for (var table : List.of(
                "rights.profile:code",
                "rights.assignment:id",
                "authoring.course:id",
                "identity.person:id",
                "platform.setting:key")) {
            var name = table.split(":")[0];
            var key = table.split(":")[1];
            var without = owner().sql("select count(*) from " + name + " t where not exists (select from " + name
                            + "_aud a where a." + key + " = t." + key + " and a.revtype = 0)")
                    .query(Long.class)
                    .single();
            assertThat(without).as(name).isZero();
        }
    }
}
