-- Somebody leaves and what courses tell by their figures stays: places and results of nobody, without anything that was written.
create function learning.anonymise(person uuid, nobody uuid) returns void
    language sql security definer set search_path = pg_catalog, learning, pg_temp as $$
    delete from learning.exercise_answer where enrolment_id in (select id from learning.enrolment where learner_id = person);
    update learning.enrolment set learner_id = nobody, merged_from = null, version = version + 1 where learner_id = person;
$$;
create function assessment.anonymise(person uuid, nobody uuid) returns void
    language sql security definer set search_path = pg_catalog, assessment, pg_temp as $$
    delete from assessment.answer where attempt_id in (select id from assessment.attempt where learner_id = person);
    delete from assessment.attempt where learner_id = person and state = 'OPEN';
    update assessment.attempt set learner_id = nobody, merged_from = null, version = version + 1 where learner_id = person;
$$;
revoke execute on function learning.anonymise(uuid, uuid), assessment.anonymise(uuid, uuid) from public;
grant execute on function learning.anonymise(uuid, uuid), assessment.anonymise(uuid, uuid) to dclic_application, dclic_jobs;
