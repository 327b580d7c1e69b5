-- A file about many people leaves only when a second administrator has agreed.
create table audit.export_request (
    id         uuid primary key,
    by_person  uuid not null,
    search     text not null,      -- what is looked for, as it is compared
    address    text not null,      -- the same, as the screen shows it
    people     int not null,
    reason     text,               -- gone after 30 days
    asked_at   timestamptz not null,
    decided_by uuid check (decided_by <> by_person),
    decided_at timestamptz,
    granted    boolean,
    check ((decided_at is null) = (granted is null) and (decided_at is null) = (decided_by is null))
);
create index on audit.export_request (asked_at desc);
grant select, insert, update, delete on audit.export_request to dclic_application, dclic_jobs;
