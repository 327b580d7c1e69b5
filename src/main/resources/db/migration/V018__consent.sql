-- The word of a guardian for a minor: asked for, given, or refused. What was said before stands in the trail.
create table identity.consent (
    person_id      uuid primary key references identity.person,
    state          text not null check (state in ('WAITING', 'GIVEN', 'REFUSED')),
    guardian_email text,        -- as typed
    guardian_key   text,        -- canonical
    asked_at       timestamptz not null,
    needed_until   timestamptz not null, -- from then on the person decides alone
    decided_at     timestamptz,
    vouched_by     uuid references identity.person, -- of a centre, which keeps the guardian's word on paper
    version        bigint not null default 0,
    check ((state = 'WAITING') = (decided_at is null))
);

-- Until somebody has spoken, everything is forbidden that is more than learning; what rights come later are forbidden as well,
-- in the migration that brings them, unless a minor needs them to learn.
insert into rights.profile (code, name_fr, name_en, staff) values
    ('AWAITING_CONSENT', 'Mineur sans accord d’un parent', 'Minor without a guardian''s consent', false);
insert into rights.matrix_cell (profile, right_name, scope, effect)
    select 'AWAITING_CONSENT', r, 'ALL', 'PROHIBIT'
    from unnest(array['READ_PERSON', 'VOUCH_ADDRESS', 'VOUCH_CONSENT', 'CREATE_COURSE', 'READ_DRAFT_COURSE', 'DELETE_DRAFT_COURSE',
        'PUBLISH_COURSE', 'READ_SETTING', 'CHANGE_SETTING', 'READ_MAIL', 'SEND_MAIL', 'MANAGE_GROUP', 'ASSIGN_PROFILE']) r;
insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('TRAINER', 'VOUCH_CONSENT', 'GROUP', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'VOUCH_CONSENT', 'ALL', 'ALLOW');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V018', gen_random_uuid());
insert into rights.profile_aud (code, rev, revtype, name_fr, name_en, staff, active)
    select code, (select max(rev) from audit.revision), 0, name_fr, name_en, staff, active
    from rights.profile where code = 'AWAITING_CONSENT';
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where profile = 'AWAITING_CONSENT' or right_name = 'VOUCH_CONSENT';
