-- Whom somebody has lately looked at: one who reads everybody is stopped. It is lost with a crash, and nobody misses it.
create unlogged table audit.recent_read (
    actor   uuid not null,
    subject uuid not null,
    at      timestamptz not null,
    primary key (actor, subject)
);
create index on audit.recent_read (actor, at);
create index on audit.recent_read (at);
grant select, insert, update, delete on audit.recent_read to dclic_application, dclic_jobs;
