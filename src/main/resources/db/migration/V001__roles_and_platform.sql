-- Roles: the owner runs these migrations; the application, its jobs and the purge own nothing. On a real server an
-- administrator creates them beforehand (docs/operations.md); here they are only completed.
do $$
declare name text;
begin
    foreach name in array array['dclic_application', 'dclic_jobs', 'dclic_purge'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin', name);
        end if;
    end loop;
end $$;

create extension if not exists unaccent;
create extension if not exists pg_trgm;

create schema platform;
grant usage on schema platform to dclic_application, dclic_jobs, dclic_purge;
alter default privileges in schema platform grant select, insert, update, delete on tables to dclic_application, dclic_jobs;

-- The least code version that understands this database (SchemaGuard).
create table platform.schema_requirement (least_code int not null);
insert into platform.schema_requirement values (1);

create table platform.setting (
    key        text primary key,
    value      text not null,
    version    bigint not null default 0,
    changed_at timestamptz not null default now()
);

-- Files by content: stored once, in pieces of 256 KB, never whole in memory.
create table platform.file (
    sha256     bytea primary key check (length(sha256) = 32),
    size       bigint not null check (size >= 0),
    media_type text not null,
    created_at timestamptz not null default now()
);
create table platform.file_chunk (
    sha256 bytea not null references platform.file on delete cascade,
    n      int not null check (n >= 0),
    bytes  bytea not null check (length(bytes) <= 262144),
    primary key (sha256, n)
);
alter table platform.file_chunk alter column bytes set storage external;

-- Light versions of a picture.
create table platform.file_rendition (
    original bytea not null references platform.file,
    width    int not null check (width > 0),
    height   int not null check (height > 0),
    sha256   bytea not null references platform.file,
    primary key (original, width)
);

-- Unfinished text: one row for each person, form and object; the command id is born with it.
create table platform.draft (
    person_id  uuid not null,
    form       text not null,
    object     text not null,
    text       text not null check (length(text) <= 200000),
    command_id uuid not null,
    version    bigint not null default 0,
    changed_at timestamptz not null default now(),
    primary key (person_id, form, object)
);

-- What was already done: a repeated submit finds the first result.
create table platform.command (
    id        uuid primary key,
    person_id uuid not null,
    kind      text not null,
    result    text,
    done_at   timestamptz not null default now()
);
