create schema audit;
grant usage on schema audit to dclic_application, dclic_jobs, dclic_purge;

-- One revision for each transaction that changed audited content (Envers).
create sequence audit.revision_seq increment by 50;
create table audit.revision (
    rev          bigint primary key,
    at           timestamptz not null,
    actor        uuid,
    job          text,
    operation_id uuid not null
);
grant select, insert on audit.revision to dclic_application, dclic_jobs;
grant usage on sequence audit.revision_seq to dclic_application, dclic_jobs;

-- The key of each person, wrapped by a master key that is not in this database. Destroying it erases what the trail
-- holds about the person, while hashes and chain stay valid.
create table audit.subject_key (
    key_id       uuid primary key,
    person_id    uuid not null unique,
    wrapped      bytea,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);
grant select, insert on audit.subject_key to dclic_application, dclic_jobs;
grant select, update on audit.subject_key to dclic_purge;

-- The trail. This form is final: every event that was ever written can be read and verified for ever.
create table audit.audit_event (
    id           uuid not null,
    at           timestamptz not null default clock_timestamp(),
    xid          xid8 not null default pg_current_xact_id(), -- the sealer takes rows of finished transactions only
    nature       text not null check (nature in ('COMMAND', 'READ', 'SIGN_IN', 'SIGN_OUT', 'EXPORT', 'SYSTEM')),
    outcome      text not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
    actor        uuid,                          -- null: a visitor, or the job named beside
    job          text,
    on_behalf_of uuid,
    profile      text,                          -- the profiles held at that moment, in order, separated by commas
    right_name   text,
    act          text,
    object_type  text,
    object_id    text,
    changes      jsonb,                         -- field -> [before, after], nothing about a person
    key_id       uuid,                          -- whose key encrypts the values below
    nonce        bytea,
    ciphertext   bytea,                         -- field -> [before, after] about the one person concerned
    subject_ids  uuid[] not null,
    address      inet,                          -- cut to its network after three months
    network      text,                          -- country or zone, from an offline table
    agent        text,
    session_hash bytea,
    node         text not null,
    operation_id uuid not null,
    request_id   text,
    revision     bigint,
    reason       text,
    row_hash     bytea not null,                -- SHA-256 of audit.canonical(row); the address is not part of it
    primary key (id, at)
) partition by range (at);

create index on audit.audit_event using gin (subject_ids);
create index on audit.audit_event (actor, at);
create index on audit.audit_event (object_type, object_id, at);
create index on audit.audit_event (operation_id);
create index on audit.audit_event (xid);

-- Length-prefixed text of every column but row_hash and address (which is cut later), in this order.
create function audit.canonical(e audit.audit_event) returns bytea language sql immutable as $$
    select convert_to(string_agg(case when v is null then '-' else octet_length(v) || ':' || v end, ',' order by n), 'UTF8')
    from unnest(array[
        e.id::text, (extract(epoch from e.at) * 1000000)::bigint::text, e.xid::text, e.nature, e.outcome,
        e.actor::text, e.job, e.on_behalf_of::text, e.profile, e.right_name, e.act, e.object_type, e.object_id,
        e.changes::text, e.key_id::text, encode(e.nonce, 'hex'), encode(e.ciphertext, 'hex'), e.subject_ids::text,
        e.network, e.agent, encode(e.session_hash, 'hex'), e.node, e.operation_id::text, e.request_id,
        e.revision::text, e.reason]) with ordinality as t (v, n)
$$;

-- The instant and the transaction are the database's own; a row that pretends otherwise is refused.
create function audit.stamp() returns trigger language plpgsql as $$
begin
    if abs(extract(epoch from new.at - clock_timestamp())) > 5 or new.xid <> pg_current_xact_id() then
        raise exception 'an audit event bears the instant and the transaction in which it is written';
    end if;
    new.row_hash := sha256(audit.canonical(new));
    return new;
end $$;
create trigger stamp before insert on audit.audit_event for each row execute function audit.stamp();

-- Nothing is changed or deleted. The purge may cut addresses, which are outside the hash, and drop whole months.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.row_hash = old.row_hash and audit.canonical(new) = audit.canonical(old) then
        return new;
    end if;
    raise exception 'the audit trail is append-only';
end $$;
create trigger append_only before update or delete on audit.audit_event for each row execute function audit.refuse_change();

create table audit.audit_event_default partition of audit.audit_event default;

-- Makes the partition of a month ahead of time; events without one fall into the default partition.
create function audit.make_month(month date) returns void
    language plpgsql security definer set search_path = pg_catalog, audit, pg_temp set timezone = 'UTC' as $$
declare
    first date := date_trunc('month', month)::date;
    next  date := (date_trunc('month', month) + interval '1 month')::date;
    name  text := 'audit_event_' || to_char(first, 'YYYYMM');
begin
    if to_regclass('audit.' || name) is null then
        execute format('create table audit.%I partition of audit.audit_event for values from (%L) to (%L)', name, first, next);
    end if;
end $$;
revoke execute on function audit.make_month(date) from public;
grant execute on function audit.make_month(date) to dclic_jobs;

grant select, insert on audit.audit_event to dclic_application, dclic_jobs;
grant select, update (address) on audit.audit_event to dclic_purge;

-- Settings are content: their history.
create table platform.setting_aud (
    key     text not null,
    rev     bigint not null references audit.revision,
    revtype smallint not null,
    value   text,
    changed_at timestamptz,
    primary key (key, rev)
);
grant select, insert on platform.setting_aud to dclic_application, dclic_jobs;
revoke update, delete on platform.setting_aud from dclic_application, dclic_jobs;
