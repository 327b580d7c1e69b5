-- Organisations, programmes, cohorts and classes as administrators arrange them.
create index on identity.person_group (parent_id);
create index person_group_name on identity.person_group (catalogue.fold(name), id);
create index on rights.branch (group_id);
create index on rights.assignment (scope_group) where scope_group is not null;

insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('PEDAGOGICAL_ADMIN', 'READ_GROUP', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'READ_GROUP', 'ALL', 'ALLOW'),
    ('AWAITING_CONSENT', 'READ_GROUP', 'ALL', 'PROHIBIT');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V029', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'READ_GROUP';
