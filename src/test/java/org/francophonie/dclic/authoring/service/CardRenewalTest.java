package org.francophonie.dclic.authoring.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-034")
class CardRenewalTest extends PlatformTest {
    @Autowired
    private CardRenewal renewal;

    @Test
    void cards_of_an_older_version_are_indexed_anew_after_the_start() throws Exception {
        var course = publishedCourse();
        sql.sql("update catalogue.card set indexed = 0 where course_id = ?")
                .param(course.value())
                .update();

        asPlatform(() -> {
            renewal.renew();
            return true;
        });

        assertThat(sql.sql("select indexed from catalogue.card where course_id = ?")
                        .param(course.value())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
