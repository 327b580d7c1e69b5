create schema learning;
grant usage on schema learning to dclic_application, dclic_jobs;
alter default privileges in schema learning grant select, insert, update, delete on tables to dclic_application, dclic_jobs;

create table learning.enrolment (
    id             uuid primary key,
    learner_id     uuid not null,
    course_id      uuid not null,
    publication_id uuid not null,           -- the version this learner follows
    status         text not null check (status in ('ACTIVE', 'COMPLETED', 'WITHDRAWN')),
    enrolled_at    timestamptz not null,
    completed_at   timestamptz,
    place_lesson   uuid,                    -- where to resume
    place_block    int not null default 0,
    place_at       timestamptz,
    version        bigint not null default 0,
    unique (learner_id, course_id),
    check ((status = 'COMPLETED') = (completed_at is not null))
);
create index on learning.enrolment (course_id);

-- Append-only: each row is its own trace.
create table learning.lesson_read (
    enrolment_id uuid not null references learning.enrolment,
    lesson_id    uuid not null,
    read_at      timestamptz not null,
    primary key (enrolment_id, lesson_id)
);
create table learning.step_passed (
    enrolment_id uuid not null references learning.enrolment,
    step_id      uuid not null,
    passed_at    timestamptz not null,
    primary key (enrolment_id, step_id)
);
create table learning.exercise_answer (
    id           uuid primary key,          -- the command id
    enrolment_id uuid not null references learning.enrolment,
    lesson_id    uuid not null,
    question_version uuid not null,
    response     jsonb not null,
    fraction     numeric(6, 5) not null,
    answered_at  timestamptz not null
);
create index on learning.exercise_answer (enrolment_id, question_version, answered_at);
revoke update, delete on learning.lesson_read, learning.step_passed, learning.exercise_answer from dclic_application, dclic_jobs;
