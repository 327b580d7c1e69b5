-- When the working copy of a course was last changed: what is newer than the publication waits to be published.
alter table authoring.course add column changed_at timestamptz not null default now();
update authoring.course set changed_at = created_at;
alter table authoring.course_aud add column changed_at timestamptz;
