package org.francophonie.dclic.identity.service;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.Folded;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.SignInName;
import org.francophonie.dclic.rights.Held;
import org.springframework.data.jpa.domain.Specification;

/**
 * What somebody looks for among people.
 *
 * @param text words of a name, without regard to accents and case; or a whole code, or a whole address
 * @param status only those; those who were erased are never found
 * @param profile only those who hold it now
 */
public record PeopleSearch(String text, Optional<Person.Status> status, Optional<String> profile) {
    private static final int MOST_WORDS = 5;

    public static final PeopleSearch ALL = new PeopleSearch("", Optional.empty(), Optional.empty());

    /** In the order of the alphabet. */
    Specification<Person> specification() {
        return (person, query, build) -> {
            if (query instanceof CriteriaQuery<?> select && select.getResultType() == Person.class)
                select.orderBy(build.asc(Folded.of(build, person.get("displayName"))), build.asc(person.get("id")));
            var conditions = new ArrayList<Predicate>();
            conditions.add(build.notEqual(person.get("status"), Person.Status.ERASED));
            status.ifPresent(wanted -> conditions.add(build.equal(person.get("status"), wanted)));
            profile.ifPresent(code -> {
                var holders = Objects.requireNonNull(query).subquery(UUID.class);
                var held = holders.from(Held.class);
                holders.select(held.get("personId")).where(build.equal(held.get("profile"), code));
                conditions.add(person.get("id").in(holders));
            });
            if (!text.isBlank()) conditions.addAll(named(person, Objects.requireNonNull(query), build));
            return build.and(conditions.toArray(Predicate[]::new));
        };
    }

    private List<Predicate> named(Root<Person> person, CriteriaQuery<?> query, CriteriaBuilder build) {
        var name = SignInName.of(text);
        if (name.code().isPresent())
            return List.of(build.equal(person.get("code"), name.code().get()));
        if (name.emailKey().isPresent()) {
            var owners = query.subquery(UUID.class);
            var account = owners.from(Account.class);
            owners.select(account.get("personId"))
                    .where(build.or(
                            build.equal(account.get("emailKey"), name.emailKey().get()),
                            build.equal(
                                    account.get("claimedKey"), name.emailKey().get())));
            return List.of(person.get("id").in(owners));
        }
        return text.strip()
                .lines()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .limit(MOST_WORDS)
                .map(word -> Folded.contains(build, person.get("displayName"), word))
                .toList();
    }
}
