-- Somebody leaves and what courses tell by their figures stays: places and results of nobody, one nobody for each course, without
-- anything that was written, and by the day alone, so that they are not found again by the instants in the trail.
create function learning.anonymise(person uuid, nobody uuid) returns void
    language sql security definer set search_path = pg_catalog, learning, pg_temp as $$
    delete from learning.exercise_answer where enrolment_id in (select id from learning.enrolment where learner_id = person);
    update learning.lesson_read set read_at = date_trunc('day', read_at, 'UTC')
        where enrolment_id in (select id from learning.enrolment where learner_id = person);
    update learning.step_passed set passed_at = date_trunc('day', passed_at, 'UTC')
        where enrolment_id in (select id from learning.enrolment where learner_id = person);
    delete from learning.merged_place where gone = person or former_owner = person
        or enrolment_id in (select id from learning.enrolment where learner_id = person);
    update learning.enrolment set learner_id = md5(nobody::text || course_id)::uuid,
        enrolled_at = date_trunc('day', enrolled_at, 'UTC'), completed_at = date_trunc('day', completed_at, 'UTC'),
        place_lesson = null, place_block = 0, place_at = null, version = version + 1 where learner_id = person;
$$;
create function assessment.anonymise(person uuid, nobody uuid) returns void
    language sql security definer set search_path = pg_catalog, assessment, pg_temp as $$
    delete from assessment.answer where attempt_id in (select id from assessment.attempt where learner_id = person);
    delete from assessment.attempt where learner_id = person and state = 'OPEN';
    update assessment.attempt set learner_id = md5(nobody::text || course_id)::uuid, merged_from = null,
        started_at = date_trunc('day', started_at, 'UTC'), submitted_at = date_trunc('day', submitted_at, 'UTC'),
        version = version + 1 where learner_id = person;
$$;
revoke execute on function learning.anonymise(uuid, uuid), assessment.anonymise(uuid, uuid) from public;
grant execute on function learning.anonymise(uuid, uuid), assessment.anonymise(uuid, uuid) to dclic_application, dclic_jobs;
