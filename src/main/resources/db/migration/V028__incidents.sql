-- What went wrong on our side, under the number that the person saw: where and how, and nothing of what anybody typed.
create table platform.incident (
    number  text primary key,
    at      timestamptz not null,
    node    text not null,
    version text not null, -- of the platform
    place   text not null, -- address without ids and questions, name of a job; empty when it is not known
    browser text not null,
    kind    text not null, -- class of what was thrown first
    stack   text not null, -- classes and lines; words only where none of a person can be in them
    cause   text not null  -- the same for incidents with the same cause
);
create index on platform.incident (at desc);
create index on platform.incident (cause, at desc);

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('TECHNICAL_ADMIN', 'READ_INCIDENT', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'READ_INCIDENT', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V028', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'READ_INCIDENT';
