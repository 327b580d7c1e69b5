package org.francophonie.dclic.identity.merge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.francophonie.dclic.identity.domain.ConsentRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.service.MergedPeople;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.MergeObstacle;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the way of making one account of two: what would do harm, or what a merge does not carry over. */
@Component
class MergeObstacles {
    private final PersonRepository people;
    private final ConsentRepository consents;
    private final Profiles profiles;
    private final MergedPeople merged;
    private final List<MergeObstacle> others;
    private final JdbcClient sql;
    private final Clock clock;

    MergeObstacles(
            PersonRepository people,
            ConsentRepository consents,
            Profiles profiles,
            MergedPeople merged,
            List<MergeObstacle> others,
            JdbcClient sql,
            Clock clock) {
        this.people = people;
        this.consents = consents;
        this.profiles = profiles;
        this.merged = merged;
        this.others = others;
        this.sql = sql;
        this.clock = clock;
    }

    /** Keys of why the one cannot go over to the other; nothing when it can. */
    List<String> between(PersonId kept, PersonId gone) {
        var reasons = new ArrayList<String>();
        if (Actors.current().is(kept) || Actors.current().is(gone)) reasons.add("yourself");
        if (kept.equals(gone)) reasons.add("same");
        if (Stream.of(kept, gone).anyMatch(each -> merged.into(each).isPresent())) reasons.add("merged");
        else if (!isActive(kept) || !isActive(gone)) reasons.add("suspended");
        if (!merged.from(gone).isEmpty()) reasons.add("chain");
        if (!Profiles.OF_LEARNERS.containsAll(profiles.heldBy(gone))) reasons.add("profiles");
        if (isConsentInTheWay(kept, gone)) reasons.add("consent");
        var responsible = sql.sql("select exists (select from identity.membership where person_id = ? and manager)")
                .param(gone.value())
                .query(Boolean.class)
                .single();
        if (responsible) reasons.add("responsible");
        others.stream().flatMap(other -> other.obstacle(gone).stream()).forEach(reasons::add);
        return reasons.stream().map(reason -> "merge.obstacle." + reason).toList();
    }

    /** Nothing of a minor goes where no guardian has agreed, and no word of a guardian is lost with an account. */
    private boolean isConsentInTheWay(PersonId kept, PersonId gone) {
        var now = clock.instant();
        var first = consents.findById(kept.value());
        var second = consents.findById(gone.value());
        return Stream.of(first, second)
                        .flatMap(Optional::stream)
                        .anyMatch(consent -> consent.isRefused() || consent.isWaiting(now))
                || second.filter(consent -> consent.isGiven(now)).isPresent()
                        && first.filter(consent -> consent.isGiven(now)).isEmpty();
    }

    private boolean isActive(PersonId person) {
        return people.findPresent(person).filter(Person::isActive).isPresent();
    }
}
