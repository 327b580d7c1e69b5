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
