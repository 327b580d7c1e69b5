create schema identity;
grant usage on schema identity to dclic_application, dclic_jobs;
alter default privileges in schema identity grant select, insert, update, delete on tables to dclic_application, dclic_jobs;

create table identity.person (
    id           uuid primary key,
    code         text not null unique,
    display_name text not null check (length(display_name) between 1 and 120),
    birth_year   int,
    country      text check (country ~ '^[A-Z]{2}$'),
    language     text not null,
    status       text not null check (status in ('ACTIVE', 'SUSPENDED', 'ERASED')),
    created_at   timestamptz not null,
    version      bigint not null default 0
);
-- Personal columns are not here: their values before and after live in the trail, under the person's key.
create table identity.person_aud (
    id uuid not null, rev bigint not null references audit.revision, revtype smallint not null,
    code text, status text, created_at timestamptz, language text,
    primary key (id, rev)
);

create table identity.account (
    person_id      uuid primary key references identity.person,
    email          text,                -- as typed
    email_key      text unique,         -- canonical: NFC local part, domain as A-labels
    password_hash  text not null,
    changed_at     timestamptz not null,
    version        bigint not null default 0
);

-- Persistent sign-in: one series for each device, whose token rotates at each use. The former token leads to the same
-- successor until that one is used, so that an answer lost on a bad link is not mistaken for a theft.
create table identity.sign_in_token (
    series      uuid primary key,
    person_id   uuid not null references identity.person,
    token_hash  bytea not null,
    former_hash bytea,
    device      text not null,
    created_at  timestamptz not null,
    used_at     timestamptz not null,
    expires_at  timestamptz not null
);
create index on identity.sign_in_token (person_id);

-- Failed sign-ins, counted in the database so that all nodes see them; a key is an account, a network or everybody.
create table identity.throttle (
    key      text primary key,
    failures int not null,
    since    timestamptz not null,
    last_at  timestamptz not null
);

create table identity.person_group (
    id         uuid primary key,
    parent_id  uuid references identity.person_group,
    name       text not null,
    kind       text not null check (kind in ('ORGANISATION', 'PROGRAMME', 'COHORT', 'CLASS')),
    version    bigint not null default 0
);
create table identity.person_group_aud (
    id uuid not null, rev bigint not null references audit.revision, revtype smallint not null,
    parent_id uuid, name text, kind text,
    primary key (id, rev)
);
create table identity.membership (
    person_id uuid not null references identity.person,
    group_id  uuid not null references identity.person_group,
    manager   boolean not null,
    primary key (person_id, group_id)
);
create table identity.membership_aud (
    person_id uuid not null, group_id uuid not null, rev bigint not null references audit.revision, revtype smallint not null,
    manager boolean,
    primary key (person_id, group_id, rev)
);
grant select, insert on identity.person_aud, identity.person_group_aud, identity.membership_aud to dclic_application, dclic_jobs;
revoke update, delete on identity.person_aud, identity.person_group_aud, identity.membership_aud from dclic_application, dclic_jobs;
