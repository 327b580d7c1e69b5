-- A second factor may be an application that shows codes, one or more passkeys (WebAuthn), or both.
alter table identity.second_factor alter column secret drop not null;
comment on column identity.second_factor.secret is 'empty while there is no application, but passkeys alone';
create table identity.passkey (
    id            uuid primary key,
    person_id     uuid not null references identity.second_factor on delete cascade,
    credential_id bytea not null unique,
    public_key    bytea not null,   -- attested credential data (WebAuthn, level 3, 6.5.1): nothing secret
    sign_count    bigint not null,  -- a copied key is found out when it falls back
    label         text not null,
    transports    text not null,    -- how the browser reaches it, with commas
    made_at       timestamptz not null,
    used_at       timestamptz
);
create index on identity.passkey (person_id);
grant select, insert, update, delete on identity.passkey to dclic_application, dclic_jobs;
alter table identity.passkey enable row level security;
create policy everything on identity.passkey to dclic_jobs, dclic_purge using (true) with check (true);
create policy within_reach on identity.passkey to dclic_person
    using (person_id = (select platform.acting_person())) with check (person_id = (select platform.acting_person()));
