create schema authoring;
grant usage on schema authoring to dclic_application, dclic_jobs;
alter default privileges in schema authoring grant select, insert, update, delete on tables to dclic_application, dclic_jobs;

create table authoring.course (
    id          uuid primary key,
    code        text not null unique,
    slug        text not null,
    owner_id    uuid,
    group_id    uuid,
    status      text not null check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
    card        jsonb not null,             -- the course card being written
    quiz        jsonb,                      -- the quiz at its end
    publication uuid,                       -- the one that learners see
    created_at  timestamptz not null,
    version     bigint not null default 0
);
create table authoring.course_aud (
    id uuid not null, rev bigint not null references audit.revision, revtype smallint not null,
    code text, slug text, owner_id uuid, group_id uuid, status text, card jsonb, quiz jsonb, publication uuid, created_at timestamptz,
    primary key (id, rev)
);

-- The working copy: one row for each lesson and each block, so that two authors can merge by block. Not audited; what
-- is published is.
create table authoring.lesson (
    id        uuid primary key,
    course_id uuid not null references authoring.course,
    position  int not null,
    title     text not null,
    minutes   int not null check (minutes between 1 and 600),
    objective text not null,
    version   bigint not null default 0
);
create index on authoring.lesson (course_id, position);
create table authoring.block (
    id        uuid primary key,
    lesson_id uuid not null references authoring.lesson on delete cascade,
    position  int not null,
    content   jsonb not null,
    version   bigint not null default 0
);
create index on authoring.block (lesson_id, position);

-- What was published never changes; results of learners point here.
create table authoring.publication (
    id           uuid primary key,
    course_id    uuid not null references authoring.course,
    number       int not null,
    schema       int not null,
    document     jsonb not null,
    published_at timestamptz not null,
    published_by uuid,
    unique (course_id, number)
);
create table authoring.publication_file (
    publication_id uuid not null references authoring.publication,
    sha256         bytea not null references platform.file,
    name           text not null,
    primary key (publication_id, sha256)
);
create index on authoring.publication_file (sha256);
create function authoring.refuse_change() returns trigger language plpgsql as $$
begin raise exception 'a publication never changes'; end $$;
create trigger immutable before update or delete on authoring.publication for each row execute function authoring.refuse_change();
revoke update, delete on authoring.publication, authoring.publication_file from dclic_application, dclic_jobs;
grant select, insert on authoring.course_aud to dclic_application, dclic_jobs;
revoke update, delete on authoring.course_aud from dclic_application, dclic_jobs;
