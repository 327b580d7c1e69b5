-- Who is suspended, or taken back, counts on every node within two seconds.
create trigger raise_rights_version after update of status on identity.person
    for each statement execute function rights.raise_version();

-- Tries at sign-in and joining: a bucket for each account and network that fills with each try and leaks with time.
-- Takes the place of identity.throttle, which nodes of the former version still use.
create table identity.tries (
    key     text primary key,
    level   double precision not null check (level >= 0),
    at      timestamptz not null, -- when the level was true
    free_at timestamptz not null  -- before this instant no try is let through
);
