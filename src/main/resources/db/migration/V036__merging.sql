-- Two accounts of one human being become one: what the one holds goes over to the other, and back again within 30 days.
create table identity.merge (
    id         uuid primary key,
    kept       uuid not null references identity.person,
    gone       uuid not null references identity.person check (gone <> kept),
    by_person  uuid,
    merged_at  timestamptz not null,
    undone_at  timestamptz,
    undone_by  uuid
);
create unique index on identity.merge (gone) where undone_at is null;
create index on identity.merge (kept) where undone_at is null;
-- Groups that the one left; the kept account came in by it, or was there before.
create table identity.merge_group (
    merge_id uuid not null references identity.merge on delete cascade,
    group_id uuid not null references identity.person_group on delete cascade,
    joined   boolean not null,
    primary key (merge_id, group_id)
);

-- The same name written in whatever order, with or without accents.
create function identity.name_key(text) returns text language sql immutable parallel safe strict as $$
    select string_agg(word, ' ' order by word) from regexp_split_to_table(catalogue.fold($1), '[^[:alnum:]]+') as word where word <> ''
$$;
grant execute on function identity.name_key(text) to public;
create index person_alike on identity.person (identity.name_key(display_name), birth_year) where status <> 'ERASED';

-- Whose it was before two accounts became one: each place that changed hands, and whether both together completed it.
create table learning.merged_place (
    gone         uuid not null,
    enrolment_id uuid not null references learning.enrolment on delete cascade,
    former_owner uuid not null,
    completed    boolean not null default false,
    primary key (gone, enrolment_id)
);
create index on learning.merged_place (enrolment_id);
alter table assessment.attempt add column merged_from uuid, add column former_number int;
create index on assessment.attempt (merged_from) where merged_from is not null;
alter table platform.draft add column merged_from uuid;
create index on platform.draft (merged_from) where merged_from is not null;

-- What was copied from one place on a course to another one of the same course is told apart by its moment.
create function learning.forget_copies(place uuid, source uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not exists (select from learning.enrolment a join learning.enrolment b on a.course_id = b.course_id
            where a.id = place and b.id = source and a.learner_id <> b.learner_id)
    then raise exception 'these are not two places on one course'; end if;
    delete from learning.lesson_read x using learning.lesson_read y
        where x.enrolment_id = place and y.enrolment_id = source and y.lesson_id = x.lesson_id and y.read_at = x.read_at;
    delete from learning.step_passed x using learning.step_passed y
        where x.enrolment_id = place and y.enrolment_id = source and y.step_id = x.step_id and y.passed_at = x.passed_at;
    delete from learning.exercise_answer x using learning.exercise_answer y
        where x.enrolment_id = place and y.enrolment_id = source and y.question_version = x.question_version
            and y.answered_at = x.answered_at;
end $$;
revoke execute on function learning.forget_copies(uuid, uuid) from public;
grant execute on function learning.forget_copies(uuid, uuid) to dclic_application, dclic_jobs;

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('PEDAGOGICAL_ADMIN', 'MERGE_PEOPLE', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'MERGE_PEOPLE', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'MERGE_PEOPLE', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V036', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'MERGE_PEOPLE';
