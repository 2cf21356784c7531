-- What the real back ends have answered where the platform knows no keys: a repeat gets it again, letter by letter. A server that is started without a host
-- applies this by itself: every statement may be run again.
create table if not exists chimera_mcp.answers (
    server text not null,
    tool text not null,
    idempotency_key text not null,
    answer json not null,
    answered_at timestamptz not null default now(),
    primary key (server, tool, idempotency_key));
