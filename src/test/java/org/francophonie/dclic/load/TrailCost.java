package org.francophonie.dclic.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.identity.service.PeopleService;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * What the trail costs, against the same acts without it. No test: it runs when it is named
 * ({@code ./mvnw -Dtest=TrailCost package}) and prints its figures.
 */
@Import(TrailCost.Switch.class)
class TrailCost extends PlatformTest {
    private static final int ACTS = 1000;
    private static final int ROUNDS = 4;
    private static volatile boolean on = true;

    @TestConfiguration
    static class Switch {
        @Bean
        @Primary
        Trail switchable(@org.springframework.beans.factory.annotation.Qualifier("trailWriter") Trail trail) {
            return new Trail() {
                @Override
                public void record(AuditEntry entry) {
                    if (on) trail.record(entry);
                    else Described.mark();
                }

                @Override
                public void recordApart(AuditEntry entry) {
                    if (on) trail.recordApart(entry);
                }

                @Override
                public void recordRead(AuditEntry entry) {
                    if (on) trail.recordRead(entry);
                }
            };
        }
    }

    @Autowired
    private PeopleDesk desk;

    @Autowired
    private PeopleService directory;

    private interface Work {
        void act(Somebody person, int n) throws Exception;
    }

    @Test
    void figures() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var people = new ArrayList<Somebody>();
        for (int i = 0; i < 20; i++) people.add(somebody("LEARNER_A"));
        var far = Instant.now().plus(Duration.ofDays(100));
        compare(
                "a profile is given",
                people,
                (person, n) -> admin.does(() -> {
                    assignments.assign(person.id(), "MENTOR", Optional.empty(), Optional.of(far.plusSeconds(n)));
                    return true;
                }));
        compare(
                "a name is corrected (values under the person's key)",
                people,
                (person, n) -> admin.does(() -> {
                    var version = sql.sql("select version from identity.person where id = ?")
                            .param(person.id().value())
                            .query(Long.class)
                            .single();
                    desk.correct(person.id(), version, new PeopleDesk.Facts("Awa " + n, "1990", "SN"));
                    return true;
                }));
        compare("a person's page is read", people, (person, _) -> admin.does(() -> directory.details(person.id())));
    }

    private static void compare(String what, List<Somebody> people, Work work) throws Exception {
        var with = new ArrayList<Long>();
        var without = new ArrayList<Long>();
        for (int round = 0; round <= ROUNDS; round++)
            for (var switched : List.of(true, false)) {
                on = switched;
                long start = System.nanoTime();
                for (int n = 0; n < ACTS; n++)
                    work.act(people.get(n % people.size()), round * 2 * ACTS + n + (switched ? 0 : ACTS));
                if (round > 0) (switched ? with : without).add((System.nanoTime() - start) / ACTS / 1000);
            }
        on = true;
        System.out.println(what + ": with the trail " + with + " µs, without " + without + " µs an act");
    }
}
