-- What a profile or a group sees of menu, own space and administration, and in what order. No row: everything, in the order
-- in which it was built. A plan allows nothing: what the matrix does not allow is not there to be arranged.
create table rights.screen_plan (
    id       uuid primary key,
    profile  text references rights.profile,
    group_id uuid,
    surface  text not null check (surface in ('MENU', 'HOME', 'ADMIN')),
    parts    jsonb not null,
    version  bigint not null default 0,
    check ((profile is null) <> (group_id is null)),
    unique nulls not distinct (profile, group_id, surface)
);
create index on rights.screen_plan (group_id) where group_id is not null;
create table rights.screen_plan_aud (
    id uuid not null, rev bigint not null references audit.revision, revtype smallint not null,
    profile text, group_id uuid, surface text, parts jsonb,
    primary key (id, rev)
);
-- What somebody made of it for herself, within that.
create table rights.own_plan (
    person_id uuid not null,
    surface   text not null check (surface in ('MENU', 'HOME', 'ADMIN')),
    parts     jsonb not null,
    primary key (person_id, surface)
);
grant select, insert, update, delete on rights.screen_plan, rights.own_plan to dclic_application, dclic_jobs;
grant select, insert on rights.screen_plan_aud to dclic_application, dclic_jobs;
revoke update, delete on rights.screen_plan_aud from dclic_application, dclic_jobs;

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('PEDAGOGICAL_ADMIN', 'ARRANGE_SCREENS', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'ARRANGE_SCREENS', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'ARRANGE_SCREENS', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V033', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'ARRANGE_SCREENS';
