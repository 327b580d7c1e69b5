-- Mail leaves through here: one row for each event and recipient, claimed before it is sent. Letters are written just before
-- they leave, so that no secret of a link stands in this table.
create table platform.mail (
    id            uuid primary key,
    event         text not null,        -- what happened; the same event writes to the same recipient once
    kind          text not null,        -- which letter
    recipient     text not null,        -- as typed
    recipient_key text not null,        -- canonical, as accounts have it
    person_id     uuid,                 -- whom it is about, when known
    language      text not null,
    facts         text not null,        -- JSON: what the letter is written from
    message_id    text not null unique, -- the same at every try
    state         text not null check (state in ('WAITING', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'KEPT', 'NOTHING')),
    tries         int not null default 0,
    next_at       timestamptz not null,
    claimed_at    timestamptz,
    done_at       timestamptz,
    problem       text,
    subject       text,                 -- with the text: only where nothing leaves (test, demonstration)
    body          text,
    created_at    timestamptz not null,
    useful_until  timestamptz not null,
    unique (event, recipient_key)
);
create index on platform.mail (next_at) where state = 'WAITING';
create index on platform.mail (claimed_at) where state = 'SENDING';
create index on platform.mail (recipient_key, created_at);
create index on platform.mail (created_at);

-- An address that somebody gave and has not yet proved to read. Several people may claim one; whoever proves it has it.
alter table identity.account add column claimed_email text;
alter table identity.account add column claimed_key text;
create index on identity.account (claimed_key) where claimed_key is not null;

-- A link that came by mail: good once and for a time. Only a fingerprint of its secret is here.
create table identity.one_time_link (
    id          uuid primary key,
    person_id   uuid not null references identity.person,
    purpose     text not null check (purpose in ('CONFIRM_ADDRESS', 'NEW_SECRET', 'GUARDIAN')),
    address_key text not null,
    secret_hash bytea not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
create index on identity.one_time_link (person_id);

-- Who looks at what was sent, and decides about what may have been sent; who answers for an address.
insert into rights.matrix_cell (profile, right_name, scope, effect) values
    ('TECHNICAL_ADMIN', 'READ_MAIL', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'SEND_MAIL', 'ALL', 'ALLOW'),
    ('TECHNICAL_ADMIN', 'VOUCH_ADDRESS', 'ALL', 'ALLOW'),
    ('PEDAGOGICAL_ADMIN', 'VOUCH_ADDRESS', 'ALL', 'ALLOW');
insert into audit.revision values (nextval('audit.revision_seq'), now(), null, 'migration V015', gen_random_uuid());
insert into rights.matrix_cell_aud (profile, right_name, rev, revtype, scope, effect)
    select profile, right_name, (select max(rev) from audit.revision), 0, scope, effect
    from rights.matrix_cell where right_name in ('READ_MAIL', 'SEND_MAIL', 'VOUCH_ADDRESS');
