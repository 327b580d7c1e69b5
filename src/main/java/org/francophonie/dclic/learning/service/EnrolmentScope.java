package org.francophonie.dclic.learning.service;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.learning.EnrolmentId;
import org.francophonie.dclic.learning.domain.Enrolment;
import org.francophonie.dclic.platform.access.ScopeRule;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Member;
import org.springframework.stereotype.Component;

/** A place on a course is its learner's own, and concerns whoever is responsible for a group of the learner. */
@Component
class EnrolmentScope implements ScopeRule<Enrolment> {
    @Override
    public Class<Enrolment> entity() {
        return Enrolment.class;
    }

    @Override
    public Set<Class<?>> idTypes() {
        return Set.of(EnrolmentId.class);
    }

    @Override
    public UUID key(Object id) {
        return ((EnrolmentId) id).value();
    }

    @Override
    public Predicate own(PersonId person, Root<Enrolment> row, AbstractQuery<?> query, CriteriaBuilder build) {
        return build.equal(row.get("learnerId"), person.value());
    }

    @Override
    public Predicate group(Set<UUID> groups, Root<Enrolment> row, AbstractQuery<?> query, CriteriaBuilder build) {
        var members = query.subquery(UUID.class);
        var member = members.from(Member.class);
        members.select(member.get("personId")).where(member.get("groupId").in(groups));
        return row.get("learnerId").in(members);
    }
}
