-- One act for many people at once: looked at before it is done, done beside the screen, and taken back as a whole as far as
-- nobody has changed anything since.
create table identity.bulk (
    id         uuid primary key,
    by_person  uuid not null references identity.person,
    act        text not null check (act in ('GIVE_PROFILE', 'TAKE_PROFILE', 'ADD_TO_GROUP', 'SUSPEND', 'READMIT')),
    profile    text,
    group_id   uuid,
    until      timestamptz,
    reason     text,
    state      text not null check (state in ('READY', 'RUNNING', 'STOPPED', 'DONE', 'UNDOING', 'UNDONE')),
    problem    text,
    created_at timestamptz not null,
    worker     uuid,
    touched_at timestamptz not null
);
create index on identity.bulk (by_person, created_at desc);
create table identity.bulk_line (
    bulk_id   uuid not null references identity.bulk on delete cascade,
    person_id uuid not null,
    outcome   text not null check (outcome in ('WAITING', 'ALREADY', 'DONE', 'FAILED', 'UNDONE', 'KEPT')),
    problem   text,        -- message key
    held      boolean,     -- what is taken or given was held before
    held_until timestamptz, -- until then; nothing for ever
    left_id    uuid,       -- the profile that the act left
    left_version bigint,   -- of what the act left: another one, and somebody has changed it since
    primary key (bulk_id, person_id)
);
create index on identity.bulk_line (bulk_id, outcome, person_id);
create index on identity.bulk_line (person_id);
grant select, insert, update, delete on identity.bulk, identity.bulk_line to dclic_application, dclic_jobs;
