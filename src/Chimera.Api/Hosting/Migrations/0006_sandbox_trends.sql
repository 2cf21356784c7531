-- What the sandbox's news are about, besides what follows from the hour. A server that is started without a host applies this by itself: every statement may be run again.
create table if not exists chimera_sandbox.trends (
    topic text primary key,
    category text not null,
    relevance_score double precision not null check (relevance_score between 0 and 1),
    sentiment text not null check (sentiment in ('positive', 'neutral', 'negative')),
    since timestamptz not null default now());

create or replace function chimera_sandbox.tell_of_trend() returns trigger language plpgsql as $$
begin
    perform pg_notify('chimera_sandbox', 'news://trending');
    return new;
end $$;
create or replace trigger tell_of_trend before insert or update on chimera_sandbox.trends for each row execute function chimera_sandbox.tell_of_trend();

-- Everybody begins to talk about something, for a day.
create or replace function chimera_sandbox.trend(topic text, category text default 'technology', relevance double precision default 0.9, sentiment text default 'neutral')
returns void language sql as $$
    insert into chimera_sandbox.trends (topic, category, relevance_score, sentiment) values (topic, category, relevance, sentiment)
    on conflict on constraint trends_pkey do update
    set category = excluded.category, relevance_score = excluded.relevance_score, sentiment = excluded.sentiment, since = now()
$$;
