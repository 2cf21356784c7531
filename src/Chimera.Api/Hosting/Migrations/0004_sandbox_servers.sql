-- What the sandbox behind the MCP servers keeps. A server that is started without a host applies this by itself: every statement may be run again.
create schema if not exists chimera_sandbox;

-- As the first release made it.
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

-- How often each tool was called, and each resource read, by its address.
create table if not exists chimera_sandbox.calls (
    server text not null,
    tool text not null,
    calls bigint not null,
    primary key (server, tool));

-- What goes wrong on purpose. times_left is null for "again and again".
create table if not exists chimera_sandbox.knobs (
    server text not null,
    tool text not null,
    error_code text,
    error_share double precision not null default 1 check (error_share between 0 and 1),
    retry_after_seconds int check (retry_after_seconds >= 0),
    times_left int check (times_left >= 0),
    latency_ms int not null default 0 check (latency_ms >= 0),
    lost_share double precision not null default 0 check (lost_share between 0 and 1),
    primary key (server, tool));

-- json, not jsonb: a repeat gets the first answer letter by letter.
create table if not exists chimera_sandbox.answers (
    server text not null,
    tool text not null,
    idempotency_key text not null,
    answer json not null,
    answered_at timestamptz not null default now(),
    primary key (server, tool, idempotency_key));

create table if not exists chimera_sandbox.media (
    platform text not null,
    media_id text not null,
    media_url text not null,
    primary key (platform, media_id));

-- The ids are numbers of 19 digits that rise, as the platform's are.
create table if not exists chimera_sandbox.mentions (
    position bigint generated always as identity primary key,
    username text not null,
    display_name text not null,
    verified boolean not null default false,
    follower_count int not null default 0,
    content text not null,
    created_at timestamptz not null default now(),
    likes int not null default 0,
    retweets int not null default 0,
    replies int not null default 0);

create or replace function chimera_sandbox.tell_of_mention() returns trigger language plpgsql as $$
begin
    -- Positions become visible in their order: a reader that goes on after the last one it saw misses none.
    perform pg_advisory_xact_lock(hashtext('chimera_sandbox.mentions'));
    new.position := nextval(pg_get_serial_sequence('chimera_sandbox.mentions', 'position'));
    perform pg_notify('chimera_sandbox', 'twitter://mentions');
    return new;
end $$;
create or replace trigger tell_of_mention before insert on chimera_sandbox.mentions for each row execute function chimera_sandbox.tell_of_mention();

create or replace function chimera_sandbox.mention(content text, username text default 'visitor', followers int default 10) returns text language sql as $$
    insert into chimera_sandbox.mentions (username, display_name, follower_count, content) values (username, initcap(username), followers, content)
    returning (1000000000000000000 + position)::text
$$;

create table if not exists chimera_sandbox.memories (
    id uuid primary key,
    collection text not null,
    agent_id uuid,
    content text not null,
    metadata jsonb not null,
    created_at timestamptz not null default now(),
    words tsvector generated always as (to_tsvector('english', content)) stored);
create index if not exists memories_words on chimera_sandbox.memories using gin (words);
create index if not exists memories_of_agent on chimera_sandbox.memories (collection, agent_id);
