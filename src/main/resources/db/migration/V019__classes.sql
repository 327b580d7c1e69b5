-- A class is a group whose trainers make accounts for its learners.
alter table identity.person_group add column country text check (country ~ '^[A-Z]{2}$');
alter table identity.person_group add column created_at timestamptz not null default now();
alter table identity.person_group_aud add column country text, add column created_at timestamptz;
create index on identity.membership (group_id);

-- The class that made the account, and whose trainers may give it another PIN; never of somebody who joined alone.
alter table identity.account add column home_class uuid references identity.person_group;

-- A device that a trainer gives to a class: there the PINs of its learners are enough.
create table identity.class_device (
    device_id uuid not null references identity.device on delete cascade,
    group_id  uuid not null references identity.person_group,
    given_by  uuid not null references identity.person,
    given_at  timestamptz not null,
    primary key (device_id, group_id)
);
create index on identity.class_device (group_id);

-- Who was there on which day.
create table identity.attendance (
    group_id  uuid not null references identity.person_group,
    day       date not null,
    person_id uuid not null references identity.person,
    marked_by uuid not null references identity.person,
    marked_at timestamptz not null,
    primary key (group_id, day, person_id)
);

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('TRAINER', 'CREATE_CLASS', 'OWN', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'CREATE_CLASS', 'OWN', 'ALLOW'),
    ('TRAINER', 'READ_CLASS', 'GROUP', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'READ_CLASS', 'ALL', 'ALLOW'),
    ('TRAINER', 'TEACH_CLASS', 'GROUP', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'TEACH_CLASS', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'CREATE_CLASS', 'ALL', 'PROHIBIT'),
    ('AWAITING_CONSENT', 'READ_CLASS', 'ALL', 'PROHIBIT'),
    ('AWAITING_CONSENT', 'TEACH_CLASS', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V019', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name in ('CREATE_CLASS', 'READ_CLASS', 'TEACH_CLASS');
