-- The second line behind the gate (ADR 15): an act that reaches no further than a person's own, or than the groups she is
-- responsible for, is carried out by a role that sees no other rows. The role belongs to nobody who can sign in; the
-- application takes it for one transaction at a time. Jobs, the purge and the owner see everything, as before.
do $$ begin
    if not exists (select from pg_roles where rolname = 'dclic_person') then
        begin
            create role dclic_person nologin in role dclic_application;
        exception when others then
            raise exception 'the role dclic_person is missing; as administrator of the database: create role dclic_person nologin in role dclic_application; grant dclic_person to dclic_web with inherit false, set true; (docs/operations.md)';
        end;
    end if;
end $$;

-- Whose rows: set by the application at the beginning of each such transaction; nobody's when it is not set.
create function platform.acting_person() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
create function platform.acting_groups() returns uuid[] language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting('app.groups', true), ''), '{}')::uuid[] $$;

do $$
declare
    guarded record;
    owns text;
begin
    for guarded in select * from (values
            -- table, column of the person, is it shown to those responsible for her groups, may a row for somebody else be added?
            -- (a trainer makes accounts before they belong to the class)
            ('platform.draft', 'person_id', false, false),
            ('rights.own_plan', 'person_id', false, false),
            ('identity.account', 'person_id', true, true),
            ('identity.consent', 'person_id', true, true),
            ('identity.device_person', 'person_id', true, false),
            ('identity.one_time_link', 'person_id', true, false),
            ('identity.recovery_code', 'person_id', false, false),
            ('identity.second_factor', 'person_id', true, false),
            ('identity.session', 'person_id', true, false),
            ('identity.sign_in_token', 'person_id', true, false),
            ('learning.enrolment', 'learner_id', true, false),
            ('assessment.attempt', 'learner_id', true, false))
            as t (name, person, groups, adds)
    loop
        owns := format('%I = (select platform.acting_person())', guarded.person);
        if guarded.groups then
            owns := owns || format(' or exists (select from rights.member m where m.person_id = %s.%I'
                || ' and m.group_id = any ((select platform.acting_groups())::uuid[]))', guarded.name, guarded.person);
        end if;
        execute format('alter table %s enable row level security', guarded.name);
        execute format('create policy everything on %s to dclic_jobs, dclic_purge using (true) with check (true)', guarded.name);
        execute format('create policy within_reach on %s to dclic_person using (%s) with check (%s)', guarded.name, owns, owns);
        if guarded.adds then
            execute format('create policy added on %s for insert to dclic_person with check (true)', guarded.name);
        end if;
    end loop;

    -- What hangs on a row that has an owner is seen with it.
    for guarded in select * from (values
            ('learning.lesson_read', 'enrolment_id', 'learning.enrolment'),
            ('learning.step_passed', 'enrolment_id', 'learning.enrolment'),
            ('learning.exercise_answer', 'enrolment_id', 'learning.enrolment'),
            ('assessment.answer', 'attempt_id', 'assessment.attempt'))
            as t (name, reference, owner)
    loop
        owns := format('exists (select from %s o where o.id = %s.%I)', guarded.owner, guarded.name, guarded.reference);
        execute format('alter table %s enable row level security', guarded.name);
        execute format('create policy everything on %s to dclic_jobs, dclic_purge using (true) with check (true)', guarded.name);
        execute format('create policy with_its_owner on %s to dclic_person using (%s) with check (%s)', guarded.name, owns, owns);
    end loop;
end $$;

-- The trail is written by everybody and read by nobody in this role.
alter table audit.audit_event enable row level security;
create policy everything on audit.audit_event to dclic_jobs, dclic_purge using (true) with check (true);
create policy written on audit.audit_event for insert to dclic_person with check (true);
