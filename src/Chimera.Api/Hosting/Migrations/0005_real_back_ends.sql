-- What the real back ends of the MCP servers keep. A server that is started without a host applies this by itself: every statement may be run again.
create schema if not exists chimera_mcp;

-- A row is there before the platform is asked, so that a repeat knows that it may be one.
create table if not exists chimera_mcp.posts (
    platform text not null,
    idempotency_key text not null,
    handle text not null,
    draft json not null,
    begun_at timestamptz not null default now(),
    -- what the platform calls the post on its way: a container, a publish id
    reference text,
    post_id text,
    post_url text,
    posted_at timestamptz,
    primary key (platform, idempotency_key));

-- The newest tokens of a grant, sealed with a key that follows from the refresh token of the settings.
create table if not exists chimera_mcp.grants (
    grant_id text primary key,
    sealed bytea not null,
    changed_at timestamptz not null default now());
