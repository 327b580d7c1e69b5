-- Accounts for many people at once: a file is read and checked first, nothing is made before somebody has looked at it, and all of
-- it can be taken back.
create table identity.people_import (
    id         uuid primary key,
    by_person  uuid not null references identity.person,
    file_name  text not null,
    language   text not null, -- of the letters, where the file says none
    zone       text not null, -- in which days of the file end
    state      text not null check (state in
        ('READING', 'REFUSED', 'READY', 'RUNNING', 'STOPPED', 'DONE', 'UNDOING', 'UNDONE')),
    problem    text,          -- message key, with what it is about after a space
    created_at timestamptz not null,
    worker     uuid,          -- who works on it: one at a time, and whoever was taken for lost does nothing more
    touched_at timestamptz not null -- by the node that works on it: one that is lost touches it no more
);
create index on identity.people_import (by_person, created_at desc);

-- What a line says is kept until its account is made, or for a few days.
create table identity.people_import_row (
    import_id  uuid not null references identity.people_import on delete cascade,
    line       int not null,  -- as the spreadsheet counts
    outcome    text not null check (outcome in ('READY', 'KNOWN', 'WRONG', 'MADE', 'FAILED', 'UNDONE', 'KEPT')),
    problems   text,          -- message keys, separated by spaces
    person_id  uuid not null, -- whom it makes; doing it twice is doing it once
    name       text, email text, email_key text, birth_year text, country text, language text, profile text, until text, group_name text,
    primary key (import_id, line)
);
create index on identity.people_import_row (import_id, outcome, line);
create index on identity.people_import_row (person_id);

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('PEDAGOGICAL_ADMIN', 'IMPORT_PEOPLE', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'IMPORT_PEOPLE', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'IMPORT_PEOPLE', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V027', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'IMPORT_PEOPLE';
