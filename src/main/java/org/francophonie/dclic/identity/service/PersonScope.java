package org.francophonie.dclic.identity.service;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.platform.access.ScopeRule;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Member;
import org.springframework.stereotype.Component;

/** A person is her own, and concerns whoever is responsible for a group of hers. */
@Component
class PersonScope implements ScopeRule<Person> {
    @Override
    public Class<Person> entity() {
        return Person.class;
    }

    @Override
    public Set<Class<?>> idTypes() {
        return Set.of(PersonId.class);
    }

    @Override
    public UUID key(Object id) {
        return ((PersonId) id).value();
    }

    @Override
    public Predicate own(PersonId person, Root<Person> row, AbstractQuery<?> query, CriteriaBuilder build) {
        return build.equal(row.get("id"), person.value());
    }

    @Override
    public Predicate group(Set<UUID> groups, Root<Person> row, AbstractQuery<?> query, CriteriaBuilder build) {
        var members = query.subquery(UUID.class);
        var member = members.from(Member.class);
        members.select(member.get("personId")).where(member.get("groupId").in(groups));
        return row.get("id").in(members);
    }
}
