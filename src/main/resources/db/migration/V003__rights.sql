create schema rights;
grant usage on schema rights to dclic_application, dclic_jobs;
alter default privileges in schema rights grant select, insert, update, delete on tables to dclic_application, dclic_jobs;

create table rights.profile (
    code       text primary key check (code ~ '^[A-Z_]{2,40}$'),
    name_fr    text not null,
    name_en    text not null,
    staff      boolean not null,
    active     boolean not null default true,
    version    bigint not null default 0
);
create table rights.profile_aud (
    code text not null, rev bigint not null references audit.revision, revtype smallint not null,
    name_fr text, name_en text, staff boolean, active boolean,
    primary key (code, rev)
);

-- The matrix: one cell for each right that a profile was given or forbidden.
create table rights.matrix_cell (
    profile    text not null references rights.profile,
    right_name text not null,
    scope      text not null check (scope in ('NONE', 'OWN', 'GROUP', 'ALL')),
    effect     text not null check (effect in ('ALLOW', 'PROHIBIT')),
    primary key (profile, right_name)
);
create table rights.matrix_cell_aud (
    profile text not null, right_name text not null, rev bigint not null references audit.revision, revtype smallint not null,
    scope text, effect text,
    primary key (profile, right_name, rev)
);

-- A person or a group holds a profile, perhaps for a time, perhaps for one group only.
create table rights.assignment (
    id          uuid primary key,
    person_id   uuid,
    group_id    uuid,
    profile     text not null references rights.profile,
    scope_group uuid,
    valid_from  timestamptz not null,
    valid_to    timestamptz,
    version     bigint not null default 0,
    check ((person_id is null) <> (group_id is null)),
    check (valid_to is null or valid_to > valid_from)
);
create index on rights.assignment (person_id);
create index on rights.assignment (group_id);
create table rights.assignment_aud (
    id uuid not null, rev bigint not null references audit.revision, revtype smallint not null,
    person_id uuid, group_id uuid, profile text, scope_group uuid, valid_from timestamptz, valid_to timestamptz,
    primary key (id, rev)
);

-- Raised with every change of profile, cell or assignment, so that every node notices within two seconds.
create table rights.matrix_version (only_row boolean primary key default true check (only_row), version bigint not null);
insert into rights.matrix_version values (true, 1);
create function rights.raise_version() returns trigger language plpgsql as $$
begin
    update rights.matrix_version set version = version + 1;
    return null;
end $$;
create trigger raise_version after insert or update or delete on rights.profile for each statement execute function rights.raise_version();
create trigger raise_version after insert or update or delete on rights.matrix_cell for each statement execute function rights.raise_version();
create trigger raise_version after insert or update or delete on rights.assignment for each statement execute function rights.raise_version();

-- Each group under each group above it, and under itself: the closure of the tree, filled by identity.
create table rights.branch (
    ancestor_id uuid not null,
    group_id    uuid not null,
    primary key (ancestor_id, group_id)
);
-- Who belongs to which group, as the filters of all modules need it, and who is responsible for it.
create table rights.member (
    person_id uuid not null,
    group_id  uuid not null,
    manager   boolean not null,
    primary key (person_id, group_id)
);
create index on rights.member (group_id);
create trigger raise_version after insert or update or delete on rights.branch for each statement execute function rights.raise_version();
create trigger raise_version after insert or update or delete on rights.member for each statement execute function rights.raise_version();
-- The groups for whose members a person is responsible: the groups managed and all groups below them.
create view rights.reach as
    select distinct m.person_id, b.group_id from rights.member m join rights.branch b on b.ancestor_id = m.group_id where m.manager;

grant select, insert on rights.profile_aud, rights.matrix_cell_aud, rights.assignment_aud to dclic_application, dclic_jobs;
revoke update, delete on rights.profile_aud, rights.matrix_cell_aud, rights.assignment_aud from dclic_application, dclic_jobs;

insert into rights.profile (code, name_fr, name_en, staff) values
    ('VISITOR', 'Visiteur', 'Visitor', false),
    ('LEARNER_A', 'Apprenant A (initiation)', 'Learner A (initiation)', false),
    ('LEARNER_M', 'Apprenant M (métiers)', 'Learner M (jobs)', false),
    ('TUTORED_LEARNER', 'Apprenant en parcours tutoré', 'Tutored learner', false),
    ('MENTOR', 'Mentor', 'Mentor', false),
    ('TRAINER', 'Formateur', 'Trainer', false),
    ('AUTHOR', 'Auteur', 'Author', true),
    ('EDITOR', 'Éditeur (publie)', 'Editor (publishes)', true),
    ('MODERATOR', 'Modérateur', 'Moderator', true),
    ('PEDAGOGICAL_ADMIN', 'Administrateur pédagogique', 'Pedagogical administrator', true),
    ('TECHNICAL_ADMIN', 'Administrateur technique', 'Technical administrator', true);

-- What every visitor may do, and what every signed-in person may do besides.
insert into rights.matrix_cell (profile, right_name, scope, effect)
    select code, r, 'ALL', 'ALLOW' from rights.profile, unnest(array['READ_CATALOGUE', 'READ_COURSE']) r;
insert into rights.matrix_cell (profile, right_name, scope, effect)
    select code, r, 'OWN', 'ALLOW'
    from rights.profile, unnest(array['ENROL_SELF', 'FOLLOW_COURSE', 'TAKE_QUIZ', 'KEEP_DRAFT', 'READ_OWN_ACCOUNT', 'CHANGE_OWN_ACCOUNT']) r
    where code <> 'VISITOR';
insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('LEARNER_A', 'READ_PROGRESS', 'OWN', 'ALLOW'),
    ('LEARNER_M', 'READ_PROGRESS', 'OWN', 'ALLOW'),
    ('TUTORED_LEARNER', 'READ_PROGRESS', 'OWN', 'ALLOW'),
    ('MENTOR', 'READ_PROGRESS', 'GROUP', 'ALLOW'),
    ('MENTOR', 'READ_PERSON', 'GROUP', 'ALLOW'),
    ('TRAINER', 'READ_PROGRESS', 'GROUP', 'ALLOW'),
    ('TRAINER', 'READ_PERSON', 'GROUP', 'ALLOW'),
    ('AUTHOR', 'READ_PROGRESS', 'OWN', 'ALLOW'),
    ('AUTHOR', 'CREATE_COURSE', 'OWN', 'ALLOW'),
    ('AUTHOR', 'READ_DRAFT_COURSE', 'OWN', 'ALLOW'),
    ('EDITOR', 'READ_PROGRESS', 'OWN', 'ALLOW'),
    ('EDITOR', 'CREATE_COURSE', 'ALL', 'ALLOW'),
    ('EDITOR', 'READ_DRAFT_COURSE', 'ALL', 'ALLOW'),
    ('EDITOR', 'PUBLISH_COURSE', 'ALL', 'ALLOW'),
    ('MODERATOR', 'READ_PROGRESS', 'OWN', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'READ_PROGRESS', 'ALL', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'READ_PERSON', 'ALL', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'CREATE_COURSE', 'ALL', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'READ_DRAFT_COURSE', 'ALL', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'PUBLISH_COURSE', 'ALL', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'READ_SETTING', 'ALL', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'MANAGE_GROUP', 'ALL', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'ASSIGN_PROFILE', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'READ_PROGRESS', 'OWN', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'READ_PERSON', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'READ_SETTING', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'CHANGE_SETTING', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'MANAGE_GROUP', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'ASSIGN_PROFILE', 'ALL', 'ALLOW');

-- Rows born here have their history from birth too.
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V003', gen_random_uuid());
insert into rights.profile_aud (code, rev, revtype, name_fr, name_en, staff, active)
    select code, (select max(rev) from audit.revision), 0, name_fr, name_en, staff, active from rights.profile;
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect from rights.matrix_cell;
