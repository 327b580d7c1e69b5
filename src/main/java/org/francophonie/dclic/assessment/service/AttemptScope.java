package org.francophonie.dclic.assessment.service;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.domain.Attempt;
import org.francophonie.dclic.platform.access.ScopeRule;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Member;
import org.springframework.stereotype.Component;

/** A try is its learner's own, and concerns whoever is responsible for a group of the learner. */
@Component
class AttemptScope implements ScopeRule<Attempt> {
    @Override
    public Class<Attempt> entity() {
        return Attempt.class;
    }

    @Override
    public Set<Class<?>> idTypes() {
        return Set.of(AttemptId.class);
    }

    @Override
    public UUID key(Object id) {
        return ((AttemptId) id).value();
    }

    @Override
    public Predicate own(PersonId person, Root<Attempt> row, AbstractQuery<?> query, CriteriaBuilder build) {
        return build.equal(row.get("learnerId"), person.value());
    }

    @Override
    public Predicate group(Set<UUID> groups, Root<Attempt> row, AbstractQuery<?> query, CriteriaBuilder build) {
        var members = query.subquery(UUID.class);
        var member = members.from(Member.class);
        members.select(member.get("personId")).where(member.get("groupId").in(groups));
        return row.get("learnerId").in(members);
    }
}
