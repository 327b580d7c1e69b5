package org.francophonie.dclic.audit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.IntStream;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.service.PeopleSearch;
import org.francophonie.dclic.identity.service.PeopleService;
import org.francophonie.dclic.platform.access.ReadingLimit;
import org.francophonie.dclic.platform.ids.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-129", "F-140"})
class MassReadingTest extends PlatformTest {
    @Autowired
    private PeopleService people;

    @Autowired
    private RecentReads recent;

    @Autowired
    private TrailWriter trail;

    @AfterEach
    void forget() {
        sql.sql("delete from audit.recent_read").update();
    }

    private void haveRead(Somebody who, int number) {
        recent.note(
                who.id().value(),
                IntStream.range(0, number)
                        .mapToObj(_ -> new PersonId(UUID.randomUUID()))
                        .toList());
    }

    @Test
    void whoever_reads_everybody_is_stopped_and_it_is_in_the_trail() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        haveRead(admin, 1001);

        assertThatThrownBy(() -> admin.does(() -> people.search(PeopleSearch.ALL, 0)))
                .isInstanceOf(ReadingLimit.class);

        assertThat(sql.sql(
                                "select count(*) from audit.audit_event where actor = ? and outcome = 'REFUSED' and right_name = 'READ_PERSON'")
                        .param(admin.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void looking_at_the_same_people_again_and_again_is_work() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        haveRead(admin, 900);
        for (int i = 0; i < 3; i++) {
            admin.does(() -> people.search(PeopleSearch.ALL, 0));
            trail.flush();
        }

        assertThat(sql.sql("select count(*) from audit.recent_read where actor = ?")
                        .param(admin.id().value())
                        .query(Integer.class)
                        .single())
                .isBetween(901, 926);
    }

    @Test
    void an_hour_later_one_goes_on_and_others_were_never_stopped() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var other = somebody("PEDAGOGICAL_ADMIN");
        haveRead(admin, 2000);
        assertThat(other.does(() -> people.search(PeopleSearch.ALL, 0)).lines()).isNotEmpty();
        sql.sql("update audit.recent_read set at = now() - interval '61 minutes'")
                .update();

        assertThat(admin.does(() -> people.search(PeopleSearch.ALL, 0)).lines()).isNotEmpty();
    }
}
