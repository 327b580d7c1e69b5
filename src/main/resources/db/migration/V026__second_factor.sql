-- Besides the secret: a code of an application on the person's phone (RFC 6238), or one of a list kept for the day the phone is lost.
create table identity.second_factor (
    person_id uuid primary key references identity.person,
    secret    bytea not null,  -- AES-256-GCM under the master key, which is not in this database
    last_step bigint not null, -- of the last code that was taken: each is good once
    set_at    timestamptz not null
);
create table identity.recovery_code (
    person_id uuid not null references identity.second_factor on delete cascade,
    hash      bytea not null,  -- HMAC-SHA-256 under the master key
    used_at   timestamptz,
    primary key (person_id, hash)
);

-- Whoever sets it up or loses it holds something else from then on, on every node.
create trigger raise_version after insert or delete on identity.second_factor
    for each statement execute function rights.raise_version();

alter table identity.session drop constraint session_ended_why_check;
alter table identity.session add constraint session_ended_why_check check (ended_why in
    ('SIGNED_OUT', 'ELSEWHERE', 'IDLE', 'TOO_LONG', 'TAKEN_BACK', 'ADMINISTRATOR', 'GUARDIAN', 'NEW_SECRET', 'REPLACED', 'THEFT', 'ERASED',
    'SECOND_FACTOR'));

-- A session goes on after its node was lost, and a remembered device brings its person back, as the ones they were.
alter table identity.session add column second_factor boolean not null default false;
alter table identity.sign_in_token add column second_factor boolean not null default false;

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('PEDAGOGICAL_ADMIN', 'RESET_SECOND_FACTOR', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'RESET_SECOND_FACTOR', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'RESET_SECOND_FACTOR', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V026', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'RESET_SECOND_FACTOR';
