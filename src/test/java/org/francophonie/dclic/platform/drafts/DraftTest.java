package org.francophonie.dclic.platform.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Requirement({"F-019", "F-069"})
class DraftTest extends PlatformTest {
    @Autowired
    private DraftService drafts;

    @Autowired
    private Commands commands;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void a_draft_is_its_writers_own_and_keeps_its_command_id() throws Exception {
        var awa = somebody("LEARNER_A");
        var other = somebody("LEARNER_A");

        var first = awa.does(
                () -> drafts.keep("reflection", "1", "Début", Draft.NONE).draft());
        var second = awa.does(() -> drafts.keep("reflection", "1", "Début et suite", first.version())
                .draft());

        assertThat(second.commandId()).isEqualTo(first.commandId());
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(other.does(() -> drafts.find("reflection", "1"))).isEmpty();
        awa.does(() -> {
            drafts.drop("reflection", "1");
            return true;
        });
        assertThat(awa.does(() -> drafts.find("reflection", "1"))).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_is_cut_and_a_null_character_goes() throws Exception {
        var awa = somebody("LEARNER_A");

        var kept =
                awa.does(() -> drafts.keep("reflection", "2", "a\u0000b" + "x".repeat(DraftService.LONGEST), Draft.NONE)
                        .draft());

        assertThat(kept.text()).startsWith("abx").hasSizeLessThanOrEqualTo(DraftService.LONGEST);
    }

    @Test
    void a_text_written_elsewhere_since_is_not_overwritten_and_is_told() throws Exception {
        var awa = somebody("LEARNER_A");
        var opened =
                awa.does(() -> drafts.keep("reflection", "3", "Un", Draft.NONE).draft());
        awa.does(() -> drafts.keep("reflection", "3", "Un, sur le téléphone", opened.version()));

        var late = awa.does(() -> drafts.keep("reflection", "3", "Un, sur l’ordinateur", opened.version()));

        assertThat(late.isConflict()).isTrue();
        assertThat(late.draft().text()).isEqualTo("Un, sur le téléphone");
        assertThat(awa.does(() -> drafts.find("reflection", "3")).orElseThrow().text())
                .isEqualTo("Un, sur le téléphone");
        assertThat(awa.does(() -> drafts.keep("reflection", "3", "Un, sur le téléphone", opened.version()))
                        .isConflict())
                .as("the same text sent again after a lost answer")
                .isFalse();
        assertThat(awa.does(() -> drafts.keep(
                                "reflection", "3", "Les deux", late.draft().version()))
                        .isConflict())
                .isFalse();
    }

    @Test
    void a_command_sent_twenty_times_at_once_is_done_once() throws Exception {
        var awa = somebody("LEARNER_A");
        var id = ids.next();
        var done = new AtomicInteger();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> results = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(_ -> threads.submit(() -> {
                        go.await();
                        return awa.does(() -> new TransactionTemplate(transactions)
                                .execute(_ -> commands.once(id, "enrol", () -> "done " + done.incrementAndGet())));
                    }))
                    .toList();
            go.countDown();
            for (var result : results) assertThat(result.get()).isEqualTo("done 1");
        }
        assertThat(sql.sql("select count(*) from platform.command where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_command_id_is_good_for_one_kind_and_one_person() throws Exception {
        var awa = somebody("LEARNER_A");
        var other = somebody("LEARNER_A");
        var id = ids.next();
        awa.does(() -> once(id, "enrol"));

        assertThatThrownBy(() -> awa.does(() -> once(id, "withdraw"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> other.does(() -> once(id, "enrol"))).isInstanceOf(IllegalArgumentException.class);
    }

    private String once(UUID id, String kind) {
        return new TransactionTemplate(transactions).execute(_ -> commands.once(id, kind, () -> "done"));
    }
}
