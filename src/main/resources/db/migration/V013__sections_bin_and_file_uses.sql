-- Each lesson of each published course, to name the one that holds the words somebody looks for.
create table catalogue.section (
    course_id uuid not null references catalogue.card on delete cascade,
    number    int not null check (number > 0),
    title     text not null,
    search    tsvector not null,
    primary key (course_id, number)
);
create index on catalogue.section using gin (search);

-- How the card was indexed: cards of an older way are indexed anew when a node starts.
alter table catalogue.card add column indexed smallint not null default 0;

-- Drafts that were never published may be put into the bin, and taken out of it.
insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('AUTHOR', 'DELETE_DRAFT_COURSE', 'OWN', 'ALLOW'),
    ('EDITOR', 'DELETE_DRAFT_COURSE', 'ALL', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'DELETE_DRAFT_COURSE', 'ALL', 'ALLOW');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V013', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name = 'DELETE_DRAFT_COURSE';

-- How often the documents, sounds and films of a published course were fetched, by day. Nobody is named.
create table authoring.file_use (
    course_id uuid not null references authoring.course,
    sha256    bytea not null references platform.file,
    day       date not null,
    uses      bigint not null check (uses > 0),
    primary key (course_id, sha256, day)
);

-- Of which kind a file is in this course: the same bytes may be a picture here and an attachment there.
alter table authoring.publication_file add column media_type text;
