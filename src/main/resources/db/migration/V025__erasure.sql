-- Somebody leaves and everything that is kept about her goes: what the platform itself may not delete, because it is append-only
-- for it, goes by functions of the owner, one for each schema. Ids stay where others' acts refer to them; they name nobody any more.
create function audit.destroy_key(person uuid) returns void
    language sql security definer set search_path = pg_catalog, audit, pg_temp as $$
    -- somebody without a key yet gets one that is destroyed already: nothing about her is written later
    insert into audit.subject_key (key_id, person_id, wrapped, destroyed_at) values (gen_random_uuid(), person, null, now())
        on conflict (person_id) do update set wrapped = null, destroyed_at = coalesce(audit.subject_key.destroyed_at, now());
$$;
create function identity.forget_codes(person uuid) returns void
    language sql security definer set search_path = pg_catalog, identity, pg_temp as $$
    update identity.person_aud set code = null where id = person;
$$;
create function learning.erase(person uuid) returns void
    language sql security definer set search_path = pg_catalog, learning, pg_temp as $$
    delete from learning.exercise_answer where enrolment_id in (select id from learning.enrolment where learner_id = person);
    delete from learning.step_passed where enrolment_id in (select id from learning.enrolment where learner_id = person);
    delete from learning.lesson_read where enrolment_id in (select id from learning.enrolment where learner_id = person);
    delete from learning.enrolment where learner_id = person;
$$;
create function assessment.erase(person uuid) returns void
    language sql security definer set search_path = pg_catalog, assessment, pg_temp as $$
    delete from assessment.answer where attempt_id in (select id from assessment.attempt where learner_id = person);
    delete from assessment.attempt where learner_id = person;
$$;
revoke execute on function audit.destroy_key(uuid), identity.forget_codes(uuid), learning.erase(uuid), assessment.erase(uuid) from public;
grant execute on function audit.destroy_key(uuid), identity.forget_codes(uuid), learning.erase(uuid), assessment.erase(uuid)
    to dclic_application, dclic_jobs;

alter table identity.session drop constraint session_ended_why_check;
alter table identity.session add constraint session_ended_why_check check (ended_why in
    ('SIGNED_OUT', 'ELSEWHERE', 'IDLE', 'TOO_LONG', 'TAKEN_BACK', 'ADMINISTRATOR', 'GUARDIAN', 'NEW_SECRET', 'REPLACED', 'THEFT', 'ERASED'));

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('PEDAGOGICAL_ADMIN', 'ERASE_PERSON', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'ERASE_PERSON', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'ERASE_PERSON', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V025', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'ERASE_PERSON';
