-- The screens by which administrators decide who may do what.
alter table rights.profile add column changed_at timestamptz not null default now();
alter table rights.profile_aud add column changed_at timestamptz;

-- Who holds which profile now, directly or through a group: the other table that filters of any module may join.
create view rights.held as
    select a.person_id, a.profile
    from rights.assignment a join rights.profile p on p.code = a.profile and p.active
    where a.person_id is not null and a.valid_from <= now() and (a.valid_to is null or a.valid_to > now())
    union
    select m.person_id, a.profile
    from rights.assignment a join rights.profile p on p.code = a.profile and p.active
        join rights.branch b on b.ancestor_id = a.group_id join rights.member m on m.group_id = b.group_id
    where a.valid_from <= now() and (a.valid_to is null or a.valid_to > now());

create index on rights.assignment (profile);
create unique index one_assignment on rights.assignment (person_id, profile, coalesce(scope_group, '00000000-0000-0000-0000-000000000000'))
    where person_id is not null;

-- People are looked for by the beginning or a part of a name, without accents.
create index person_name on identity.person (catalogue.fold(display_name), id);
create index person_name_part on identity.person using gin (catalogue.fold(display_name) public.gin_trgm_ops);

insert into rights.matrix_cell (profile, right_name, scope, effect)
    select p, r, 'ALL', 'ALLOW'
    from unnest(array['PEDAGOGICAL_ADMIN', 'TECHNICAL_ADMIN']) p,
         unnest(array['READ_MATRIX', 'CHANGE_MATRIX', 'CREATE_PERSON', 'CHANGE_PERSON', 'SUSPEND_PERSON', 'READ_SESSION',
            'END_SESSION', 'READ_AUDIT', 'EXPORT_AUDIT', 'VERIFY_AUDIT']) r;
insert into rights.matrix_cell (profile, right_name, scope, effect)
    select 'AWAITING_CONSENT', r, 'ALL', 'PROHIBIT'
    from unnest(array['READ_MATRIX', 'CHANGE_MATRIX', 'CREATE_PERSON', 'CHANGE_PERSON', 'SUSPEND_PERSON', 'READ_SESSION',
        'END_SESSION', 'READ_AUDIT', 'EXPORT_AUDIT', 'VERIFY_AUDIT']) r;
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V023', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell
    where right_name in ('READ_MATRIX', 'CHANGE_MATRIX', 'CREATE_PERSON', 'CHANGE_PERSON', 'SUSPEND_PERSON', 'READ_SESSION',
        'END_SESSION', 'READ_AUDIT', 'EXPORT_AUDIT', 'VERIFY_AUDIT');

-- Two people at least who may change the matrix, for ever: whatever would leave fewer is refused at its commit, and two
-- such acts at once wait for each other on the one row. Who holds the right for a time only does not count; who is forbidden it
-- for a time does not either. A platform that never had two may have fewer; gaining one is never refused.
create table rights.administrators (
    only_row boolean primary key default true check (only_row),
    number   int not null,
    had_two  boolean not null
);
revoke insert, update, delete on rights.administrators from dclic_application, dclic_jobs;

-- The instant is the present one, not that at which the transaction began; clocks of nodes may be ahead by a minute.
create function rights.count_administrators() returns int language sql volatile as $$
    with durable as (
        select a.person_id, a.profile from rights.assignment a
        where a.person_id is not null and a.scope_group is null and a.valid_from <= clock_timestamp() + interval '1 minute' and a.valid_to is null
        union
        select m.person_id, a.profile
        from rights.assignment a
            join rights.branch b on b.ancestor_id = a.group_id join rights.member m on m.group_id = b.group_id
        where a.scope_group is null and a.valid_from <= clock_timestamp() + interval '1 minute' and a.valid_to is null),
    forbidden as (
        select coalesce(a.person_id, m.person_id) as person_id
        from rights.assignment a
            join rights.profile p on p.code = a.profile and p.active
            join rights.matrix_cell c on c.profile = a.profile and c.right_name = 'CHANGE_MATRIX' and c.effect = 'PROHIBIT' and c.scope <> 'NONE'
            left join rights.branch b on b.ancestor_id = a.group_id left join rights.member m on m.group_id = b.group_id
        where a.valid_to is null or a.valid_to > clock_timestamp())
    select count(distinct d.person_id)::int
    from durable d
        join rights.profile p on p.code = d.profile and p.active
        join rights.matrix_cell c on c.profile = d.profile and c.right_name = 'CHANGE_MATRIX' and c.scope = 'ALL' and c.effect = 'ALLOW'
        join identity.person who on who.id = d.person_id and who.status = 'ACTIVE'
        join identity.account a on a.person_id = d.person_id and a.email_key is not null -- somebody has opened it
    where not exists (select from forbidden f where f.person_id = d.person_id)
$$;

create function rights.keep_administrators() returns trigger
    language plpgsql security definer set search_path = pg_catalog, rights, pg_temp as $$
declare
    former  int;
    had_two boolean;
    present int;
begin
    -- what everybody does every day has nothing to do with administrators
    if tg_table_name = 'assignment' then
        if not exists (
            select from rights.matrix_cell where right_name = 'CHANGE_MATRIX' and profile in (old.profile, new.profile)) then
            return null;
        end if;
    elsif tg_table_name in ('member', 'branch') then
        if not exists (
            select from rights.assignment a join rights.matrix_cell c on c.profile = a.profile and c.right_name = 'CHANGE_MATRIX'
            where a.group_id is not null) then
            return null;
        end if;
    end if;
    select a.number, a.had_two into former, had_two from rights.administrators a for update;
    present := rights.count_administrators();
    if present < 2 and (present < former or had_two) and not (tg_table_name = 'assignment' and tg_op = 'INSERT' and present >= former) then
        raise exception using errcode = 'DC001', message = 'two administrators of rights must remain';
    end if;
    if present <> former or present >= 2 and not had_two then
        update rights.administrators a set number = present, had_two = a.had_two or present >= 2;
    end if;
    return null;
end $$;

create constraint trigger keep_administrators after insert or update or delete on rights.assignment
    deferrable initially deferred for each row execute function rights.keep_administrators();
create constraint trigger keep_administrators after update on rights.profile
    deferrable initially deferred for each row execute function rights.keep_administrators();
create constraint trigger keep_administrators_new after insert on rights.matrix_cell
    deferrable initially deferred for each row when (new.right_name = 'CHANGE_MATRIX') execute function rights.keep_administrators();
create constraint trigger keep_administrators_old after update or delete on rights.matrix_cell
    deferrable initially deferred for each row when (old.right_name = 'CHANGE_MATRIX') execute function rights.keep_administrators();
create constraint trigger keep_administrators after insert or update or delete on rights.member
    deferrable initially deferred for each row execute function rights.keep_administrators();
create constraint trigger keep_administrators after insert or update or delete on rights.branch
    deferrable initially deferred for each row execute function rights.keep_administrators();
create constraint trigger keep_administrators after update on identity.person
    deferrable initially deferred for each row when (old.status is distinct from new.status) execute function rights.keep_administrators();

insert into rights.administrators (number, had_two) select n, n >= 2 from rights.count_administrators() n;
