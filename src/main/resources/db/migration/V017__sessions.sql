-- A session is a row; what a node keeps in memory is a copy that another node can make again. Its secret is in a cookie of the
-- browser; a session that was ended does not come back.
create table identity.session (
    id          uuid primary key,
    person_id   uuid not null references identity.person,
    secret_hash bytea not null,
    browser     text not null,
    series      uuid,               -- of the token by which this device is remembered; it ends with the session
    node        text not null,
    address     inet,
    began_at    timestamptz not null,
    last_act_at timestamptz not null,
    ended_at    timestamptz,
    ended_why   text check (ended_why in
        ('SIGNED_OUT', 'ELSEWHERE', 'IDLE', 'TOO_LONG', 'TAKEN_BACK', 'ADMINISTRATOR', 'GUARDIAN', 'NEW_SECRET', 'REPLACED', 'THEFT')),
    check ((ended_at is null) = (ended_why is null))
);
create index on identity.session (person_id) where ended_at is null;
create index on identity.session (last_act_at) where ended_at is null;
create index on identity.session (ended_at) where ended_at is not null;
create index on identity.session (person_id, began_at);
