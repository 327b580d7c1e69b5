-- Which device a session was begun on: taken back, the device is known no longer.
alter table identity.session add column device_id uuid references identity.device on delete set null;

-- Somebody who has an account already is invited into a class, and is of it when she accepts: its trainers see her then.
create table identity.invitation (
    group_id   uuid not null references identity.person_group,
    person_id  uuid not null references identity.person,
    invited_by uuid not null references identity.person,
    invited_at timestamptz not null,
    primary key (group_id, person_id)
);
create index on identity.invitation (person_id);
