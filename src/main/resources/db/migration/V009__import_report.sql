-- What an import took, changed and left out, for whoever ran it. Written once, at its end; append-only.
create table authoring.import_report (
    id          uuid primary key,
    person_id   uuid not null,
    name        text not null,              -- of the archive, as it was called
    course_id   uuid references authoring.course,
    title       text not null,
    finished_at timestamptz not null,
    lines       jsonb not null
);
create index on authoring.import_report (person_id, finished_at desc);
revoke update, delete on authoring.import_report from dclic_application, dclic_jobs;
