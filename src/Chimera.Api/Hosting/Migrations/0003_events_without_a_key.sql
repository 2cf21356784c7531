-- Every append starts or moves the streams of its events in the same statement and counts them (ADR 0010), so the key can never find anything; asking it
-- for each event was a third of the append (ADR 0020).
alter table chimera_events.mt_events drop constraint if exists fkey_mt_events_stream_id;
