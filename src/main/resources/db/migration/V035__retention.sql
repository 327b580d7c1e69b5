-- Which files the working copies use, kept by the database whoever writes the blocks: a file that no key points at is unused.
create table authoring.block_file (
    block_id uuid not null references authoring.block on delete cascade,
    sha256   bytea not null references platform.file,
    primary key (block_id, sha256)
);
create index on authoring.block_file (sha256);
create function authoring.note_files() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then delete from authoring.block_file where block_id = new.id; end if;
    insert into authoring.block_file
        select distinct new.id, f.sha256 from regexp_matches(new.content::text, '"([0-9a-f]{64})"', 'g') as hit
        join platform.file f on f.sha256 = decode(hit[1], 'hex');
    return null;
end $$;
create trigger files after insert or update of content on authoring.block
    for each row execute function authoring.note_files();
insert into authoring.block_file
    select distinct b.id, f.sha256
    from authoring.block b cross join lateral regexp_matches(b.content::text, '"([0-9a-f]{64})"', 'g') as hit
    join platform.file f on f.sha256 = decode(hit[1], 'hex');

-- Figures and light pictures go with the file that they are about.
alter table authoring.file_use drop constraint file_use_sha256_fkey,
    add constraint file_use_sha256_fkey foreign key (sha256) references platform.file on delete cascade;
create index on authoring.file_use (sha256);
alter table platform.file_rendition drop constraint file_rendition_original_fkey,
    add constraint file_rendition_original_fkey foreign key (original) references platform.file on delete cascade;
create index on platform.file_rendition (sha256);
create index on platform.file (created_at);

-- A version never changes. One whose place another took may go, but neither the first nor one that is shown or in use.
drop trigger immutable on authoring.publication;
create trigger immutable before update on authoring.publication for each row execute function authoring.refuse_change();
create function authoring.refuse_loss() returns trigger language plpgsql as $$
begin
    if exists (select from authoring.course c where c.id = old.course_id and c.publication = old.id)
        or not exists (select from authoring.publication p where p.course_id = old.course_id and p.number > old.number)
        or not exists (select from authoring.publication p where p.course_id = old.course_id and p.number < old.number)
    then raise exception 'this publication stays'; end if;
    return old;
end $$;
create trigger stays before delete on authoring.publication for each row execute function authoring.refuse_loss();
create function learning.refuse_loss() returns trigger language plpgsql as $$
begin
    if exists (select from learning.enrolment e where e.publication_id = old.id)
    then raise exception 'somebody follows this publication'; end if;
    return old;
end $$;
create trigger followed before delete on authoring.publication for each row execute function learning.refuse_loss();
create index on learning.enrolment (publication_id);
create function authoring.drop_publications(ids uuid[], out number bigint, out bytes bigint)
language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from authoring.publication_file where publication_id = any(ids);
    with gone as (delete from authoring.publication p where p.id = any(ids) returning pg_column_size(p.document) as size)
        select count(*), coalesce(sum(size), 0) into number, bytes from gone;
end $$;
revoke execute on function authoring.drop_publications(uuid[]) from public;
grant execute on function authoring.drop_publications(uuid[]) to dclic_application, dclic_jobs;
grant delete on authoring.import_report to dclic_application, dclic_jobs;
create index on authoring.import_report (finished_at);

-- What was removed, by which rule, and when. Nothing of what it was.
create table platform.removal (
    id        uuid primary key,
    rule      text not null,
    days      int not null,
    by_person uuid,           -- nobody: the night
    at        timestamptz not null,
    number    bigint not null,
    bytes     bigint not null
);
create index on platform.removal (at desc);
revoke delete on platform.removal from dclic_application, dclic_jobs;
create index on platform.draft (changed_at);
create index on platform.command (done_at);

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('TECHNICAL_ADMIN', 'CLEAN_STORAGE', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'CLEAN_STORAGE', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V035', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'CLEAN_STORAGE';
