-- A quiz may be given a time; without one a try stays open as long as its learner likes.
alter table assessment.quiz_version add column time_limit int check (time_limit between 1 and 600); -- minutes
alter table assessment.attempt
    add column ends_at timestamptz,                       -- when the time given is over
    add column timed_out boolean not null default false;  -- handed in because it was over
create index on assessment.attempt (ends_at) where state = 'OPEN' and ends_at is not null;

-- Questions that a learner wants to look at again before handing in; they go with the try, or when it is handed in.
create table assessment.flag (
    attempt_id       uuid not null references assessment.attempt on delete cascade,
    question_version uuid not null references assessment.question_version,
    primary key (attempt_id, question_version)
);
alter table assessment.flag enable row level security;
create policy everything on assessment.flag to dclic_jobs, dclic_purge using (true) with check (true);
create policy with_its_owner on assessment.flag to dclic_person
    using (exists (select from assessment.attempt o where o.id = flag.attempt_id))
    with check (exists (select from assessment.attempt o where o.id = flag.attempt_id));

-- The exact moment of the end would tell the exact moment of the beginning.
create or replace function assessment.anonymise(person uuid, nobody uuid) returns void
    language sql security definer set search_path = pg_catalog, assessment, pg_temp as $$
    delete from assessment.answer where attempt_id in (select id from assessment.attempt where learner_id = person);
    delete from assessment.attempt where learner_id = person and state = 'OPEN';
    update assessment.attempt set learner_id = md5(nobody::text || course_id)::uuid, merged_from = null, ends_at = null,
        started_at = date_trunc('day', started_at, 'UTC'), submitted_at = date_trunc('day', submitted_at, 'UTC'),
        version = version + 1 where learner_id = person;
$$;
