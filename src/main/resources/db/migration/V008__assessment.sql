create schema assessment;
grant usage on schema assessment to dclic_application, dclic_jobs;
alter default privileges in schema assessment grant select, insert, update, delete on tables to dclic_application, dclic_jobs;

create table assessment.question (
    id         uuid primary key,
    course_id  uuid not null,
    created_at timestamptz not null
);
create table assessment.question_version (
    id          uuid primary key,
    question_id uuid not null references assessment.question,
    number      int not null,
    schema      int not null,
    document    jsonb not null,
    created_at  timestamptz not null,
    unique (question_id, number)
);
create table assessment.quiz (
    id        uuid primary key,
    course_id uuid not null
);
create table assessment.quiz_version (
    id         uuid primary key,
    quiz_id    uuid not null references assessment.quiz,
    number     int not null,
    title      text not null,
    pass_mark  int not null check (pass_mark between 0 and 100),
    minutes    int not null,
    questions  uuid[] not null,             -- question versions, in order
    created_at timestamptz not null,
    unique (quiz_id, number)
);
create table assessment.attempt (
    id              uuid primary key,
    quiz_version_id uuid not null references assessment.quiz_version,
    learner_id      uuid not null,
    course_id       uuid not null,
    number          int not null,
    seed            bigint not null,        -- order in which choices are shown
    state           text not null check (state in ('OPEN', 'SUBMITTED')),
    started_at      timestamptz not null,
    submitted_at    timestamptz,
    points          numeric(9, 5),
    max_points      numeric(9, 5),
    passed          boolean,
    version         bigint not null default 0,
    unique (learner_id, quiz_version_id, number),
    check ((state = 'SUBMITTED') = (submitted_at is not null and points is not null and max_points is not null and passed is not null))
);
create unique index one_open_attempt on assessment.attempt (learner_id, quiz_version_id) where state = 'OPEN';

-- Each answer on its own; the last one of a question counts. Append-only.
create table assessment.answer (
    id               uuid primary key,      -- the command id: a repeated send is one answer
    attempt_id       uuid not null references assessment.attempt,
    question_version uuid not null references assessment.question_version,
    n                bigint generated always as identity,
    response         jsonb not null,
    answered_at      timestamptz not null
);
create index on assessment.answer (attempt_id, question_version, n desc);

create function assessment.refuse_change() returns trigger language plpgsql as $$
begin raise exception 'a version never changes'; end $$;
create trigger immutable before update or delete on assessment.question_version for each row execute function assessment.refuse_change();
create trigger immutable before update or delete on assessment.quiz_version for each row execute function assessment.refuse_change();
revoke update, delete on assessment.question_version, assessment.quiz_version, assessment.answer from dclic_application, dclic_jobs;
