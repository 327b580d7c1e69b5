-- Quartz keeps its clustered store here. The names of tables and columns are the library's (Quartz 2.5, PostgreSQL).
create schema jobs;
grant usage on schema jobs to dclic_application, dclic_jobs;
alter default privileges in schema jobs grant select, insert, update, delete on tables to dclic_application, dclic_jobs;

create table jobs.job_details (
    sched_name        text not null,
    job_name          text not null,
    job_group         text not null,
    description       text,
    job_class_name    text not null,
    is_durable        bool not null,
    is_nonconcurrent  bool not null,
    is_update_data    bool not null,
    requests_recovery bool not null,
    job_data          bytea,
    primary key (sched_name, job_name, job_group)
);
create table jobs.triggers (
    sched_name     text not null,
    trigger_name   text not null,
    trigger_group  text not null,
    job_name       text not null,
    job_group      text not null,
    description    text,
    next_fire_time bigint,
    prev_fire_time bigint,
    priority       int,
    trigger_state  text not null,
    trigger_type   text not null,
    start_time     bigint not null,
    end_time       bigint,
    calendar_name  text,
    misfire_instr  smallint,
    job_data       bytea,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, job_name, job_group) references jobs.job_details
);
create index on jobs.triggers (sched_name, trigger_state, next_fire_time);
create index on jobs.triggers (sched_name, job_name, job_group);
create table jobs.simple_triggers (
    sched_name text not null, trigger_name text not null, trigger_group text not null,
    repeat_count bigint not null, repeat_interval bigint not null, times_triggered bigint not null,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group) references jobs.triggers
);
create table jobs.cron_triggers (
    sched_name text not null, trigger_name text not null, trigger_group text not null,
    cron_expression text not null, time_zone_id text,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group) references jobs.triggers
);
create table jobs.simprop_triggers (
    sched_name text not null, trigger_name text not null, trigger_group text not null,
    str_prop_1 text, str_prop_2 text, str_prop_3 text, int_prop_1 int, int_prop_2 int, long_prop_1 bigint, long_prop_2 bigint,
    dec_prop_1 numeric(13, 4), dec_prop_2 numeric(13, 4), bool_prop_1 bool, bool_prop_2 bool,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group) references jobs.triggers
);
create table jobs.blob_triggers (
    sched_name text not null, trigger_name text not null, trigger_group text not null, blob_data bytea,
    primary key (sched_name, trigger_name, trigger_group),
    foreign key (sched_name, trigger_name, trigger_group) references jobs.triggers
);
create table jobs.calendars (
    sched_name text not null, calendar_name text not null, calendar bytea not null,
    primary key (sched_name, calendar_name)
);
create table jobs.paused_trigger_grps (
    sched_name text not null, trigger_group text not null,
    primary key (sched_name, trigger_group)
);
create table jobs.fired_triggers (
    sched_name        text not null,
    entry_id          text not null,
    trigger_name      text not null,
    trigger_group     text not null,
    instance_name     text not null,
    fired_time        bigint not null,
    sched_time        bigint not null,
    priority          int not null,
    state             text not null,
    job_name          text,
    job_group         text,
    is_nonconcurrent  bool,
    requests_recovery bool,
    primary key (sched_name, entry_id)
);
create index on jobs.fired_triggers (sched_name, instance_name);
create index on jobs.fired_triggers (sched_name, job_name, job_group);
create table jobs.scheduler_state (
    sched_name text not null, instance_name text not null, last_checkin_time bigint not null, checkin_interval bigint not null,
    primary key (sched_name, instance_name)
);
create table jobs.locks (
    sched_name text not null, lock_name text not null,
    primary key (sched_name, lock_name)
);

-- What other nodes watch has changed: written in the transaction of the change, read by every node after the commit. The
-- transaction tells what a reader has not seen yet: everything from the oldest one that was still under way when it looked.
create table platform.signal (
    id    uuid primary key,
    topic text not null,
    key   text not null,
    xid   xid8 not null default pg_current_xact_id(),
    at    timestamptz not null default clock_timestamp()
);
create index on platform.signal (xid);
create index on platform.signal (at);
