package org.francophonie.dclic.authoring.service;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.authoring.domain.Course;
import org.francophonie.dclic.platform.access.ScopeRule;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.stereotype.Component;

/** A course is its author's own, and belongs to the group it was made for. */
@Component
class CourseScope implements ScopeRule<Course> {
    @Override
    public Class<Course> entity() {
        return Course.class;
    }

    @Override
    public Set<Class<?>> idTypes() {
        return Set.of(CourseId.class);
    }

    @Override
    public UUID key(Object id) {
        return ((CourseId) id).value();
    }

    @Override
    public Predicate own(PersonId person, Root<Course> row, AbstractQuery<?> query, CriteriaBuilder build) {
        return build.equal(row.get("ownerId"), person.value());
    }

    @Override
    public Predicate group(Set<UUID> groups, Root<Course> row, AbstractQuery<?> query, CriteriaBuilder build) {
        return row.get("groupId").in(groups);
    }
}
