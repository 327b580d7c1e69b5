package org.francophonie.dclic.rights.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.access.ScopeRule;
import org.francophonie.dclic.platform.access.Sight;
import org.francophonie.dclic.rights.service.Holdings.Reach;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** The gate: matrix, profiles held and the scope rule of the entity decide together. */
@Component
class RightsGate implements Gate {
    private final RightsCache cache;
    private final List<ScopeRule<?>> rules;
    private final EntityManager entities;

    RightsGate(RightsCache cache, List<ScopeRule<?>> rules, EntityManager entities) {
        this.cache = cache;
        this.rules = rules;
        this.entities = entities;
    }

    @Override
    public Scope reach(Right right) {
        return reach(Actors.current(), right).outer();
    }

    @Override
    public boolean needsSecondFactor() {
        return cache.needsSecondFactor(Actors.current());
    }

    @Override
    public Optional<Sight> sight(Right right) {
        var actor = Actors.current();
        var reach = reach(actor, right);
        if (reach.allowed() == Scope.ALL) return Optional.empty();
        return actor.person().map(person -> new Sight(person, reach.allowedGroups()));
    }

    private Reach reach(Actor actor, Right right) {
        return cache.holdings(actor).reach(cache.matrix(), right);
    }

    @Override
    public boolean allows(Right right, Object target) {
        var actor = Actors.current();
        var reach = reach(actor, right);
        if (reach.outer() == Scope.NONE) return false;
        if (reach.allowed() == Scope.ALL && reach.prohibited() == Scope.NONE) return true;
        return rules.stream()
                .filter(rule -> rule.idTypes().contains(target.getClass()))
                .findFirst()
                .map(rule -> covers(rule, rule.key(target), actor, reach))
                .orElseThrow(() -> new IllegalStateException("no scope rule knows " + target.getClass()));
    }

    /** The check of one row is the filter of the list, asked for that row. */
    private <E> boolean covers(ScopeRule<E> rule, UUID key, Actor actor, Reach reach) {
        var build = entities.getCriteriaBuilder();
        var query = build.createQuery(Long.class);
        var row = query.from(rule.entity());
        query.select(build.count(row))
                .where(build.and(build.equal(row.get("id"), key), predicate(rule, actor, reach, row, query, build)));
        return entities.createQuery(query).getSingleResult() > 0;
    }

    @Override
    public void check(Right right, Object target) {
        if (!allows(right, target)) throw new AccessRefused(right);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E> Specification<E> filter(Right right, Class<E> entity) {
        var rule = rules.stream()
                .filter(candidate -> candidate.entity() == entity)
                .findFirst()
                .map(found -> (ScopeRule<E>) found)
                .orElseThrow(() -> new IllegalStateException("no scope rule for " + entity));
        var actor = Actors.current();
        var reach = reach(actor, right);
        return (row, query, build) -> predicate(rule, actor, reach, row, query, build);
    }

    private static <E> Predicate predicate(
            ScopeRule<E> rule, Actor actor, Reach reach, Root<E> row, AbstractQuery<?> query, CriteriaBuilder build) {
        var allowed = within(rule, actor, reach.allowed(), reach.allowedGroups(), row, query, build);
        if (reach.prohibited() == Scope.NONE) return allowed;
        return build.and(
                allowed,
                build.not(within(rule, actor, reach.prohibited(), reach.prohibitedGroups(), row, query, build)));
    }

    /** GROUP takes in what is one's own. */
    private static <E> Predicate within(
            ScopeRule<E> rule,
            Actor actor,
            Scope scope,
            Set<UUID> groups,
            Root<E> row,
            AbstractQuery<?> query,
            CriteriaBuilder build) {
        if (scope == Scope.ALL) return build.conjunction();
        var person = actor.person();
        if (scope == Scope.NONE || person.isEmpty()) return build.disjunction();
        var own = rule.own(person.get(), row, query, build);
        if (scope == Scope.OWN || groups.isEmpty()) return own;
        return build.or(own, rule.group(groups, row, query, build));
    }
}
