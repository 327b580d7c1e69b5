package org.francophonie.dclic.platform.access;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * Says, once for each entity, which rows are a person's own and which belong to the groups a person is responsible for. The
 * check of one object and the filter of a list are both made from it, so they cannot disagree.
 *
 * @param <E> the entity
 */
public interface ScopeRule<E> {
    Class<E> entity();

    /** The id types by which this entity is named, for instance {@code EnrolmentId}. */
    Set<Class<?>> idTypes();

    /** The key behind such an id. */
    UUID key(Object id);

    Predicate own(PersonId person, Root<E> row, AbstractQuery<?> query, CriteriaBuilder build);

    /** @param groups the groups for which the person is responsible, never empty */
    Predicate group(Set<UUID> groups, Root<E> row, AbstractQuery<?> query, CriteriaBuilder build);
}
