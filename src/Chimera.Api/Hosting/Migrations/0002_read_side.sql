-- The read side keeps its own progress and builds newer tables beside the live ones.

create schema if not exists chimera_control;

create table chimera_control.rebuilds (
    rebuild_id uuid primary key,
    table_name varchar(50),
    requested_by varchar(100),
    started_at timestamptz not null,
    ended_at timestamptz,
    state varchar(20) not null,
    events bigint not null default 0,
    total bigint not null default 0,
    report jsonb,
    error text);

create table chimera.table_set (
    only_row boolean primary key default true check (only_row),
    version int not null,
    sequence bigint not null,
    revision bigint not null default 0,
    state varchar(20) not null,
    built_at timestamptz not null default now(),
    moved_at timestamptz not null default now());

-- The tables that are there are version 1, and stand where Marten's daemon left them.
insert into chimera.table_set (version, sequence, state)
select 1, coalesce(max(last_seq_id), 0), 'live' from chimera_events.mt_event_progression where name like 'Tables:%';

delete from chimera_events.mt_event_progression where name like 'Tables:%';

-- The first release made the sandbox's table with the first post: a database without one has none.
create schema if not exists chimera_sandbox;

create table if not exists chimera_sandbox.posts (
    position bigint generated always as identity,
    post_id text primary key,
    platform text not null,
    agent_id uuid not null,
    handle text,
    text text,
    media_urls text[] not null,
    reply_to text,
    idempotency_key text not null unique,
    posted_at timestamptz not null);
create index if not exists posts_latest on chimera_sandbox.posts (position desc);
create index if not exists posts_same_text on chimera_sandbox.posts (agent_id, platform, md5(text)) where (text is not null);
