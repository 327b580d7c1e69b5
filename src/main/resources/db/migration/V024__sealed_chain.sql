-- The chain of the trail: every few seconds one node seals what finished transactions have written. A block covers the events
-- of all transactions from one number up to another; blocks follow each other without a gap, so nothing can be put between.
create table audit.block (
    n           bigint primary key check (n > 0),
    cluster     bigint not null,      -- of which database system the transaction numbers are (pg_control_system)
    era_at      timestamptz not null, -- they begin anew in a restored copy: events of this instant and later
    from_xid    xid8 not null,
    to_xid      xid8 not null,        -- this one is not in it
    sealed_at   timestamptz not null,
    events      int not null check (events > 0),
    leaves_hash bytea not null,       -- SHA-256 of audit.block_leaves
    previous    bytea not null,       -- root of the block before; 32 zeros before the first
    root        bytea not null,       -- SHA-256 of all of the above (Block.java)
    signature   bytea not null,       -- Ed25519 over the root, by a key that is not in this database
    check (to_xid > from_xid)
);
-- The id (16 bytes) and the row hash (32 bytes) of each event, in the order of the ids: so a change is found to the row. They
-- will go when the events themselves are purged by a rule; the block stays.
create table audit.block_leaves (
    n      bigint primary key references audit.block,
    leaves bytea not null
);
alter table audit.block_leaves alter column leaves set storage external;
grant select, insert on audit.block, audit.block_leaves to dclic_application, dclic_jobs;
grant select on audit.block to dclic_purge;
grant select on audit.block_leaves to dclic_purge;

-- Since when the platform runs on which database system: written before its first event there.
create table audit.cluster (
    id         bigint primary key,
    first_seen timestamptz not null default clock_timestamp()
);
grant select, insert on audit.cluster to dclic_application, dclic_jobs;

create function audit.refuse_block_change() returns trigger language plpgsql as $$
begin
    raise exception 'the chain of the trail is append-only';
end $$;
create trigger append_only before update or delete on audit.block for each row execute function audit.refuse_block_change();
create trigger append_only before update or delete on audit.block_leaves for each row execute function audit.refuse_block_change();

create index on audit.audit_event (at, id);

-- A new database begins with the month it is in; the job audit-months makes the next ones ahead of time.
do $$
begin
    if not exists (select from audit.audit_event) then
        perform audit.make_month(current_date);
    end if;
end $$;
