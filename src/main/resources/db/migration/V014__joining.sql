-- Joining without an address: the code signs in, with a password anywhere or with a PIN on devices that know the person.
alter table identity.account add column secret text not null default 'PASSWORD' check (secret in ('PASSWORD', 'PIN'));

-- A browser in which somebody has signed in; it is known by a secret in a cookie. Nothing else is kept of it.
create table identity.device (
    id          uuid primary key,
    secret_hash bytea not null,
    created_at  timestamptz not null
);
-- Who has signed in on it, and when last: there a PIN is enough, and strangers who guess elsewhere do not stand in the way.
create table identity.device_person (
    device_id uuid not null references identity.device on delete cascade,
    person_id uuid not null references identity.person,
    at        timestamptz not null,
    primary key (device_id, person_id)
);
create index on identity.device_person (person_id);
