package org.francophonie.dclic.rights.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Profiles;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.RightsRefused.Rule;
import org.francophonie.dclic.rights.domain.Assignment;
import org.francophonie.dclic.rights.domain.AssignmentRepository;
import org.francophonie.dclic.rights.domain.MatrixRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What identity asks of the rights: profiles at joining, and the tables from which the gate knows groups. */
@Service
@Transactional
public class ProfileService implements Profiles {
    private static final int ADMINISTRATORS = 2;

    private final AssignmentRepository assignments;
    private final MatrixRepository matrix;
    private final Giving giving;
    private final RightsCache cache;
    private final JdbcClient sql;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    ProfileService(
            AssignmentRepository assignments,
            MatrixRepository matrix,
            Giving giving,
            RightsCache cache,
            JdbcClient sql,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.assignments = assignments;
        this.matrix = matrix;
        this.giving = giving;
        this.cache = cache;
        this.sql = sql;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Open("whoever joins becomes a learner and nothing else; somebody who already holds a profile is left as they are")
    public void welcome(PersonId person) {
        if (heldBy(person).isEmpty()) give(person, AT_JOINING);
    }

    @Override
    @Open("takes away and gives nothing; asked by identity alone")
    public void restrict(PersonId person, Instant until) {
        var known = assignments.findByPersonIdAndProfile(person.value(), AWAITING_CONSENT);
        if (known.stream()
                .anyMatch(held -> held.end().filter(end -> end.isBefore(until)).isEmpty())) return;
        var restriction = known.isEmpty()
                ? Assignment.toPerson(ids.next(), person, AWAITING_CONSENT, clock.instant())
                : known.getFirst();
        assignments.save(restriction.until(until));
        cache.forgetAfterwards();
    }

    @Override
    @Open("asked by identity alone, which has checked the word of the guardian and writes it down")
    public void release(PersonId person) {
        assignments.deleteByPersonIdAndProfile(person.value(), AWAITING_CONSENT);
        cache.forgetAfterwards();
    }

    private boolean give(PersonId person, String profile) {
        if (assignments.existsByPersonIdAndProfile(person.value(), profile)) return false;
        assignments.save(Assignment.toPerson(ids.next(), person, profile, clock.instant()));
        cache.forgetAfterwards();
        return true;
    }

    @Override
    @Open("refuses and gives nothing")
    public void standingChanged() {
        giving.checkTwoRemain();
        cache.forgetAfterwards();
    }

    @Override
    @Open("asked by identity alone at the start, by the configuration of whoever runs the platform")
    public void appoint(PersonId person) {
        if (sql.sql("select number from rights.administrators")
                        .query(Integer.class)
                        .single()
                >= ADMINISTRATORS) return;
        for (var profile : List.of("PEDAGOGICAL_ADMIN", "TECHNICAL_ADMIN"))
            if (give(person, profile))
                trail.record(AuditEntry.command(Right.ASSIGN_PROFILE)
                        .named("appoint")
                        .on("PersonId", person)
                        .about(person)
                        .change("profile", null, profile));
    }

    @Override
    @Open("codes of profiles, asked by other modules for the person they serve")
    public Set<String> heldBy(PersonId person) {
        return cache.holdings(person).profiles();
    }

    @Override
    @Open("asked by identity alone, for the person it serves")
    public boolean isStaff(PersonId person) {
        return cache.isStaff(person);
    }

    @Override
    @Open("asked by identity alone, which has asked the gate and writes the act down")
    public void moved(GroupId group, List<GroupId> ancestors) {
        sql.sql("insert into rights.branch (ancestor_id, group_id) values (:group, :group) on conflict do nothing")
                .param("group", group.value())
                .update();
        sql.sql("""
                with below as (select group_id from rights.branch where ancestor_id = :group)
                delete from rights.branch b where b.group_id in (select group_id from below)
                    and b.ancestor_id not in (select group_id from below)""").param("group", group.value()).update();
        for (var ancestor : ancestors)
            sql.sql("""
                    insert into rights.branch (ancestor_id, group_id)
                    select :ancestor, group_id from rights.branch where ancestor_id = :group on conflict do nothing""")
                    .param("ancestor", ancestor.value())
                    .param("group", group.value())
                    .update();
        cache.forgetAfterwards();
    }

    @Override
    @Open("asked by identity alone, which has asked the gate and writes the act down")
    public void gone(GroupId group) {
        for (var table : List.of("rights.branch", "rights.screen_plan"))
            sql.sql("delete from " + table + " where group_id = ?")
                    .param(group.value())
                    .update();
        cache.forgetAfterwards();
    }

    @Override
    @Open("refuses and gives nothing")
    public void checkHoldsNoMore(PersonId person) {
        var theirs = cache.holdings(person);
        var harmful = Arrays.stream(Right.values())
                .filter(Right::needsFreshSecret)
                .filter(right -> theirs.reach(cache.matrix(), right).outer() == Scope.ALL)
                .collect(Collectors.toMap(Function.identity(), _ -> Scope.ALL));
        giving.check(harmful, Optional.empty(), Optional.empty());
    }

    @Override
    @Open("refuses and gives nothing")
    public void checkGives(GroupId group, Optional<PersonId> person) {
        for (var held : assignments.givenTo(group.value())) {
            if (person.filter(Actors.current()::is).isPresent()) throw new RightsRefused(Rule.YOURSELF);
            giving.check(
                    Giving.scopes(matrix.findByProfile(held.profile()), _ -> true),
                    held.scopeGroup().map(GroupId::new),
                    held.end());
        }
    }

    @Override
    @Open("asked by identity alone, which has asked the gate and writes the act down")
    public void joined(PersonId person, GroupId group, boolean manager) {
        sql.sql("""
                insert into rights.member (person_id, group_id, manager) values (?, ?, ?)
                on conflict (person_id, group_id) do update set manager = excluded.manager""").param(person.value()).param(group.value()).param(manager).update();
        cache.forgetAfterwards();
    }

    @Override
    @Open("asked by identity alone, which has asked the gate and writes the act down")
    public void left(PersonId person, GroupId group) {
        sql.sql("delete from rights.member where person_id = ? and group_id = ?")
                .param(person.value())
                .param(group.value())
                .update();
        cache.forgetAfterwards();
    }
}
