package org.francophonie.dclic.identity.service;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.domain.SignInName;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of people, read for a whole page at once. */
@Component
class PeopleDirectory implements Directory {
    private final JdbcClient sql;

    PeopleDirectory(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<PersonId, Named> people(Collection<PersonId> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql
                .sql("select id, display_name, code from identity.person where id in (:ids) and status <> 'ERASED'")
                .param("ids", ids.stream().map(PersonId::value).toList())
                .query((row, _) -> Map.entry(
                        new PersonId(row.getObject("id", UUID.class)),
                        new Named(row.getString("display_name"), row.getString("code"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<GroupId, String> groups(Collection<GroupId> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql
                .sql("select id, name from identity.person_group where id in (:ids)")
                .param("ids", ids.stream().map(GroupId::value).toList())
                .query((row, _) -> Map.entry(new GroupId(row.getObject("id", UUID.class)), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<PersonId> find(String codeOrAddress) {
        var name = SignInName.of(codeOrAddress);
        return sql.sql("""
                        select p.id from identity.person p join identity.account a on a.person_id = p.id
                        where p.status <> 'ERASED' and (p.code = :code or a.email_key = :key)""")
                .param("code", name.code().orElse(null))
                .param("key", name.emailKey().orElse(null))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }
}
