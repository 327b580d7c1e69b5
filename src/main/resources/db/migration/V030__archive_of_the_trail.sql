-- Months of the trail that are older than the rule are written to an archive and dropped. What was dropped is signed: the verifier
-- knows what may be missing, and nothing else may be.
create table audit.purge (
    month      date primary key,     -- its first day
    up_to      bigint not null,      -- blocks up to this one cover nothing that remains
    straddling bytea not null,       -- ids (16 bytes each) of events of the month that later blocks cover
    events     bigint not null,
    archive    text not null,        -- name of the file
    sha256     bytea not null,       -- of the file
    purged_at  timestamptz not null,
    signature  bytea not null        -- Ed25519 over all of the above (Purge.java), by a key that is not in this database
);
grant select, insert on audit.purge to dclic_application, dclic_jobs;
create trigger append_only before update or delete on audit.purge for each row execute function audit.refuse_block_change();

-- The leaves of blocks whose events were dropped go with them.
create function audit.refuse_leaves_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.n <= (select coalesce(max(up_to), 0) from audit.purge) then
        return old;
    end if;
    raise exception 'the chain of the trail is append-only';
end $$;
drop trigger append_only on audit.block_leaves;
create trigger append_only before update or delete on audit.block_leaves for each row execute function audit.refuse_leaves_change();

-- Drops a month that was archived in the same transaction; never one of the last six.
create function audit.purge_month(first date) returns void
    language plpgsql security definer set search_path = pg_catalog, audit, pg_temp set timezone = 'UTC' set lock_timeout = '5s' as $$
declare
    next date := (first + interval '1 month')::date;
    name text := 'audit_event_' || to_char(first, 'YYYYMM');
begin
    if first <> date_trunc('month', first)::date or next > now() - interval '6 months' then
        raise exception 'this month is kept';
    end if;
    if not exists (select from audit.purge where month = first) then
        raise exception 'this month is not archived';
    end if;
    if exists (select from audit.audit_event_default where at < next) then
        raise exception 'events of that time lie outside their month';
    end if;
    delete from audit.block_leaves where n <= (select up_to from audit.purge where month = first);
    execute format('drop table if exists audit.%I', name);
end $$;

-- The months that have a partition, with about how many events each.
create function audit.months() returns table (month date, events bigint)
    language sql security definer set search_path = pg_catalog, audit, pg_temp as $$
    select to_date(right(c.relname, 6), 'YYYYMM'), greatest(c.reltuples, 0)::bigint
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit.audit_event'::regclass and c.relname ~ '^audit_event_[0-9]{6}$'
$$;

-- After three months an address tells its network alone: /24, or /48. It is not part of the hash.
create index on audit.audit_event (at)
    where address is not null and masklen(address) = case family(address) when 4 then 32 else 128 end;
create function audit.cut_addresses() returns int
    language plpgsql security definer set search_path = pg_catalog, audit, pg_temp as $$
declare
    cut int;
begin
    with old as (
        select e.id, e.at from audit.audit_event e
        where e.at < now() - interval '3 months'
            and e.address is not null and masklen(e.address) = case family(e.address) when 4 then 32 else 128 end
        order by e.at limit 20000)
    update audit.audit_event e
        set address = network(set_masklen(e.address, case family(e.address) when 4 then 24 else 48 end))::inet
        from old where e.id = old.id and e.at = old.at;
    get diagnostics cut = row_count;
    return cut;
end $$;
revoke execute on function audit.purge_month(date), audit.months(), audit.cut_addresses() from public;
grant execute on function audit.purge_month(date), audit.months(), audit.cut_addresses() to dclic_application, dclic_jobs;

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('TECHNICAL_ADMIN', 'ARCHIVE_AUDIT', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'ARCHIVE_AUDIT', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V030', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'ARCHIVE_AUDIT';
