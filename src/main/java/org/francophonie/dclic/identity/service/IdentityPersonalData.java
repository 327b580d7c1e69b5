package org.francophonie.dclic.identity.service;

import java.util.List;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.PersonalData;
import org.francophonie.dclic.platform.personal.PersonalTables;
import org.springframework.stereotype.Component;

/** Who somebody is, how she signs in, in which groups she is. Secrets are never shown: not even their hashes. */
@Component
class IdentityPersonalData implements PersonalData {
    private final PersonalTables tables;

    IdentityPersonalData(PersonalTables tables) {
        this.tables = tables;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Table> of(PersonId person) {
        return List.of(
                tables.read(
                        "person",
                        "select p.display_name, p.code, p.birth_year, p.country, p.language, p.status, p.created_at, a.email,"
                                + " a.claimed_email, a.secret as signs_in_by, a.changed_at as secret_chosen_at"
                                + " from identity.person p left join identity.account a on a.person_id = p.id where p.id = :person",
                        person),
                tables.read(
                        "consent of a guardian",
                        "select state, guardian_email, asked_at, decided_at, needed_until from identity.consent"
                                + " where person_id = :person",
                        person),
                tables.read(
                        "groups",
                        "select g.name, g.kind, m.manager from identity.membership m join identity.person_group g"
                                + " on g.id = m.group_id where m.person_id = :person order by g.name",
                        person),
                tables.read(
                        "presence",
                        "select g.name as class, a.day from identity.attendance a join identity.person_group g"
                                + " on g.id = a.group_id where a.person_id = :person order by a.day",
                        person),
                tables.read(
                        "sessions",
                        "select browser, host(address) as address, began_at, last_act_at, ended_at, ended_why"
                                + " from identity.session where person_id = :person order by began_at",
                        person),
                tables.read(
                        "second factor",
                        "select f.set_at, (select count(*) from identity.recovery_code c"
                                + " where c.person_id = f.person_id and c.used_at is null) as codes_left"
                                + " from identity.second_factor f where f.person_id = :person",
                        person),
                tables.read(
                        "passkeys",
                        "select label as device, made_at, used_at from identity.passkey where person_id = :person order by made_at",
                        person),
                tables.read(
                        "remembered devices",
                        "select device, created_at, used_at, expires_at from identity.sign_in_token"
                                + " where person_id = :person order by created_at",
                        person),
                tables.read(
                        "acts for many",
                        "select b.act, b.profile, b.until, b.created_at, l.outcome from identity.bulk_line l"
                                + " join identity.bulk b on b.id = l.bulk_id where l.person_id = :person order by b.created_at",
                        person));
    }

    /** The person's row stays without anything in it, for others' acts refer to it; ended sessions stay without a place. */
    @Override
    public void erase(PersonId person) {
        tables.erase(
                "update identity.people_import_row set name = null, email = null, email_key = null, birth_year = null, country = null"
                        + " where person_id = :person or email_key in (select unnest(array[email_key, claimed_key])"
                        + " from identity.account where person_id = :person)",
                person);
        tables.erase(
                "update identity.bulk set reason = null where id in (select bulk_id from identity.bulk_line where person_id = :person)",
                person);
        tables.erase(
                "delete from platform.mail where recipient_key in (select unnest(array[email_key, claimed_key])"
                        + " from identity.account where person_id = :person)",
                person);
        for (var table : List.of(
                "sign_in_token",
                "second_factor",
                "one_time_link",
                "device_person",
                "consent",
                "invitation",
                "attendance",
                "bulk_line",
                "membership",
                "account")) tables.erase("delete from identity." + table + " where person_id = :person", person);
        tables.erase(
                "update identity.session set address = null, browser = '', secret_hash = ''::bytea, device_id = null"
                        + " where person_id = :person",
                person);
        tables.call("identity.forget_codes", person);
    }
}
