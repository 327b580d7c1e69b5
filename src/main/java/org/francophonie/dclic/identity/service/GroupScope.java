package org.francophonie.dclic.identity.service;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.PersonGroup;
import org.francophonie.dclic.platform.access.ScopeRule;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.stereotype.Component;

/** A group is nobody's own, and concerns whoever is responsible for it or for one above it. */
@Component
class GroupScope implements ScopeRule<PersonGroup> {
    @Override
    public Class<PersonGroup> entity() {
        return PersonGroup.class;
    }

    @Override
    public Set<Class<?>> idTypes() {
        return Set.of(GroupId.class);
    }

    @Override
    public UUID key(Object id) {
        return ((GroupId) id).value();
    }

    @Override
    public Predicate own(PersonId person, Root<PersonGroup> row, AbstractQuery<?> query, CriteriaBuilder build) {
        return build.disjunction();
    }

    @Override
    public Predicate group(Set<UUID> groups, Root<PersonGroup> row, AbstractQuery<?> query, CriteriaBuilder build) {
        return row.get("id").in(groups);
    }
}
