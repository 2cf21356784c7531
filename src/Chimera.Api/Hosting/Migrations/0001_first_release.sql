-- The whole database of the first release, as its Marten, Wolverine and host made it.

-- The truth: streams and events, by Marten.

create schema chimera_events;

create table chimera_events.mt_streams (
    id uuid not null,
    type varchar,
    version bigint,
    timestamp timestamptz not null default now(),
    created timestamptz not null default now(),
    tenant_id varchar default '*DEFAULT*',
    compacted_version bigint not null default 0,
    is_archived boolean default false,
    constraint pkey_mt_streams_id primary key (id));

create table chimera_events.mt_events (
    seq_id bigint not null,
    id uuid not null,
    stream_id uuid,
    version bigint not null,
    data jsonb not null,
    bdata bytea,
    type varchar(500) not null,
    timestamp timestamptz not null default '(now())',
    tenant_id varchar default '*DEFAULT*',
    mt_dotnet_type varchar,
    correlation_id varchar,
    causation_id varchar,
    headers jsonb,
    user_name varchar,
    is_archived boolean default false,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id foreign key (stream_id) references chimera_events.mt_streams (id) on delete cascade);
create unique index pk_mt_events_stream_and_version on chimera_events.mt_events (stream_id, version);

create sequence chimera_events.mt_events_sequence owned by chimera_events.mt_events.seq_id;

create table chimera_events.mt_event_progression (
    name varchar not null,
    last_seq_id bigint,
    last_updated timestamptz default transaction_timestamp(),
    mode varchar default 'none',
    rebuild_threshold integer default 0,
    assigned_node integer default 0,
    heartbeat timestamptz,
    agent_status varchar(20),
    pause_reason text,
    running_on_node integer,
    warning_behind_threshold bigint,
    critical_behind_threshold bigint,
    failure_category varchar(50),
    failure_event_sequence bigint,
    failure_event_type varchar(500),
    failure_event_tenant_id varchar(500),
    constraint pk_mt_event_progression primary key (name));

create table chimera_events.mt_event_projection_floors (
    name varchar not null,
    tenant_id varchar not null,
    floor bigint not null,
    last_updated timestamptz default transaction_timestamp(),
    constraint pkey_mt_event_projection_floors_name_tenant_id primary key (name, tenant_id));

create table chimera_events.mt_high_water_skips (
    ending_sequence bigint not null,
    starting_sequence bigint not null,
    timestamp timestamptz default transaction_timestamp(),
    constraint pkey_mt_high_water_skips_ending_sequence primary key (ending_sequence));

create table chimera_events.mt_doc_deadletterevent (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamptz default transaction_timestamp(),
    mt_version uuid not null default md5(random()::text || clock_timestamp()::text)::uuid,
    mt_dotnet_type varchar,
    constraint pkey_mt_doc_deadletterevent_id primary key (id));

create table chimera_events.mt_doc_envelope (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamptz default transaction_timestamp(),
    mt_version uuid not null default md5(random()::text || clock_timestamp()::text)::uuid,
    mt_dotnet_type varchar,
    constraint pkey_mt_doc_envelope_id primary key (id));

-- The functions of Marten, word for word: it compares them with its own.

create function chimera_events.mt_archive_stream(streamid uuid) returns void language plpgsql as $$
BEGIN
  update chimera_events.mt_streams set is_archived = TRUE where id = streamid ;
  update chimera_events.mt_events set is_archived = TRUE where stream_id = streamid ;
END;
$$;

create function chimera_events.mt_grams_array(words text, use_unaccent boolean default false) returns text[] language plpgsql immutable strict as $$
        DECLARE
result text[];
        DECLARE
word text;
        DECLARE
clean_word text;
BEGIN
                FOREACH
word IN ARRAY string_to_array(words, ' ')
                LOOP
                     clean_word = regexp_replace(chimera_events.mt_safe_unaccent(use_unaccent, word), '[^a-zA-Z0-9]+', '','g');
FOR i IN 1 .. length(clean_word)
                     LOOP
                         result := result || quote_literal(substr(lower(clean_word), i, 1));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 2));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 3));
END LOOP;
END LOOP;

RETURN ARRAY(SELECT DISTINCT e FROM unnest(result) AS a(e) ORDER BY e);
END;
$$;

create function chimera_events.mt_grams_query(text, use_unaccent boolean default false) returns tsquery language plpgsql immutable strict as $$
BEGIN
RETURN (SELECT array_to_string(chimera_events.mt_grams_array($1, use_unaccent), ' & ') ::tsquery);
END
$$;

create function chimera_events.mt_grams_vector(text, use_unaccent boolean default false) returns tsvector language plpgsql immutable strict as $$
BEGIN
RETURN (SELECT array_to_string(chimera_events.mt_grams_array($1, use_unaccent), ' ') ::tsvector);
END
$$;

create function chimera_events.mt_immutable_date(value text) returns date language sql immutable as $$
select value::date

$$;

create function chimera_events.mt_immutable_time(value text) returns time language sql immutable as $$
select value::time

$$;

create function chimera_events.mt_immutable_timestamp(value text) returns timestamp language sql immutable as $$
select value::timestamp

$$;

create function chimera_events.mt_immutable_timestamptz(value text) returns timestamptz language sql immutable as $$
select value::timestamptz

$$;

create function chimera_events.mt_jsonb_append(jsonb, text[], jsonb, boolean, jsonb default null::jsonb) returns jsonb language plpgsql as $$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    patch_expression ALIAS FOR $5;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
            END CASE;
    END IF;
    RETURN retval;
END;
$$;

create function chimera_events.mt_jsonb_append_key_value(jsonb, text[], jsonb, boolean) returns jsonb language plpgsql as $$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    tmp_value jsonb;
    _key text;
BEGIN
    tmp_value = retval #> location;

    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN NOT tmp_value ?| ARRAY(SELECT jsonb_object_keys(val)) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$$;

create function chimera_events.mt_jsonb_copy(jsonb, text[], text[]) returns jsonb language plpgsql as $$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_path ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = chimera_events.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value::jsonb, TRUE);
END;
$$;

create function chimera_events.mt_jsonb_duplicate(jsonb, text[], jsonb) returns jsonb language plpgsql as $$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    targets ALIAS FOR $3;
    tmp_value jsonb;
    target_path text[];
    target text;
BEGIN
    FOR target IN SELECT jsonb_array_elements_text(targets)
    LOOP
        target_path = chimera_events.mt_jsonb_path_to_array(target, '\.');
        retval = chimera_events.mt_jsonb_copy(retval, location, target_path);
    END LOOP;

    RETURN retval;
END;
$$;

create function chimera_events.mt_jsonb_fix_null_parent(jsonb, text[]) returns jsonb language plpgsql as $$
DECLARE
retval ALIAS FOR $1;
    dst_path ALIAS FOR $2;
    dst_path_segment text[] = ARRAY[]::text[];
    dst_path_array_length integer;
    i integer = 1;
BEGIN
    dst_path_array_length = array_length(dst_path, 1);
    WHILE i <=(dst_path_array_length - 1)
    LOOP
        dst_path_segment = dst_path_segment || ARRAY[dst_path[i]];
        IF retval #> dst_path_segment IS NULL OR retval #> dst_path_segment = 'null'::jsonb THEN
            retval = jsonb_set(retval, dst_path_segment, '{}'::jsonb, TRUE);
        END IF;
        i = i + 1;
    END LOOP;

    RETURN retval;
END;
$$;

create function chimera_events.mt_jsonb_increment(jsonb, text[], numeric) returns jsonb language plpgsql as $$
DECLARE
retval ALIAS FOR $1;
    location ALIAS FOR $2;
    increment_value ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NULL THEN
        tmp_value = to_jsonb(0);
END IF;

RETURN jsonb_set(retval, location, to_jsonb(tmp_value::numeric + increment_value), TRUE);
END;
$$;

create function chimera_events.mt_jsonb_insert(jsonb, text[], jsonb, integer, boolean, jsonb default null::jsonb) returns jsonb language plpgsql as $$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    elm_index ALIAS FOR $4;
    if_not_exists ALIAS FOR $5;
    patch_expression ALIAS FOR $6;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF elm_index IS NULL THEN
            elm_index = jsonb_array_length(tmp_value) + 1;
        END IF;
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$$;

create function chimera_events.mt_jsonb_move(jsonb, text[], text) returns jsonb language plpgsql as $$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_name ALIAS FOR $3;
    dst_path text[];
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = retval #- src_path;
    dst_path = src_path;
    dst_path[array_length(dst_path, 1)] = dst_name;
    retval = chimera_events.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value, TRUE);
END;
$$;

create function chimera_events.mt_jsonb_patch(jsonb, jsonb) returns jsonb language plpgsql as $$
DECLARE
    retval ALIAS FOR $1;
    patchset ALIAS FOR $2;
    patch jsonb;
    patch_path text[];
    patch_expression jsonb;
    value jsonb;
BEGIN
    FOR patch IN SELECT * from jsonb_array_elements(patchset)
    LOOP
        patch_path = chimera_events.mt_jsonb_path_to_array((patch->>'path')::text, '\.');

        patch_expression = null;
        IF (patch->>'type') IN ('remove', 'append_if_not_exists', 'insert_if_not_exists') AND (patch->>'expression') IS NOT NULL THEN
            patch_expression = jsonb_path_query_array(retval #> patch_path, (patch->>'expression')::jsonpath);
        END IF;

        CASE patch->>'type'
            WHEN 'set' THEN
                retval = jsonb_set(retval, patch_path, (patch->'value')::jsonb, TRUE);
            WHEN 'delete' THEN
                retval = retval#-patch_path;
            WHEN 'append' THEN
                retval = chimera_events.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, FALSE);
            WHEN 'append_if_not_exists' THEN
                retval = chimera_events.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, TRUE, patch_expression);
            WHEN 'append_key_value' THEN
                retval = chimera_events.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, FALSE);
            WHEN 'append_key_value_if_not_exists' THEN
                retval = chimera_events.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, TRUE);
            WHEN 'insert' THEN
                retval = chimera_events.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, FALSE);
            WHEN 'insert_if_not_exists' THEN
                retval = chimera_events.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, TRUE, patch_expression);
            WHEN 'remove' THEN
                retval = chimera_events.mt_jsonb_remove(retval, patch_path, COALESCE(patch_expression, (patch->'value')::jsonb));
            WHEN 'remove_key' THEN
                retval = chimera_events.mt_jsonb_remove_key(retval, patch_path, (patch->>'key'));
            WHEN 'duplicate' THEN
                retval = chimera_events.mt_jsonb_duplicate(retval, patch_path, (patch->'targets')::jsonb);
            WHEN 'rename' THEN
                retval = chimera_events.mt_jsonb_move(retval, patch_path, (patch->>'to')::text);
            WHEN 'increment' THEN
                retval = chimera_events.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            WHEN 'increment_float' THEN
                retval = chimera_events.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            ELSE NULL;
        END CASE;
    END LOOP;
    RETURN retval;
END;
$$;

create function chimera_events.mt_jsonb_path_to_array(text, character) returns text[] language plpgsql as $$
DECLARE
    location ALIAS FOR $1;
    regex_pattern ALIAS FOR $2;
BEGIN
RETURN regexp_split_to_array(location, regex_pattern)::text[];
END;
$$;

create function chimera_events.mt_jsonb_remove(jsonb, text[], jsonb) returns jsonb language plpgsql as $$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF jsonb_typeof(val) = 'array' THEN
            tmp_remove = val;
        ELSE
            tmp_remove = jsonb_build_array(val);
        END IF;

        FOR patch_remove IN SELECT * FROM jsonb_array_elements(tmp_remove)
        LOOP
            tmp_value =(SELECT jsonb_agg(elem)
            FROM jsonb_array_elements(tmp_value) AS elem
            WHERE elem <> patch_remove);
        END LOOP;

        IF tmp_value IS NULL THEN
            tmp_value = '[]'::jsonb;
        END IF;
    END IF;
    RETURN jsonb_set(retval, location, tmp_value, FALSE);
END;
$$;

create function chimera_events.mt_jsonb_remove_key(jsonb, text[], text) returns jsonb language plpgsql as $$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    _key ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        RETURN jsonb_set(retval, location, tmp_value - _key, FALSE);
    END IF;
    RETURN retval;
END;
$$;

create function chimera_events.mt_mark_event_progression(name varchar, last_encountered bigint) returns void language plpgsql as $$
BEGIN
INSERT INTO chimera_events.mt_event_progression (name, last_seq_id, last_updated)
VALUES (name, last_encountered, transaction_timestamp())
ON CONFLICT ON CONSTRAINT pk_mt_event_progression
    DO
UPDATE SET last_seq_id = last_encountered, last_updated = transaction_timestamp();

END;

$$;

create function chimera_events.mt_mark_progression_with_skip(shard_name varchar, ending_sequence bigint, starting_sequence bigint) returns bigint language plpgsql as $$
DECLARE
    current_value bigint;
BEGIN
    select last_seq_id into current_value from chimera_events.mt_event_progression where name = shard_name;

    IF current_value is null then
        -- Bootstrap the high-water row on first invocation. Previously this branch
        -- returned 0, which left HighWaterAgent.CheckNowAsync polling forever because
        -- statistics.CurrentMark never advanced. Issue #4425.
        INSERT INTO chimera_events.mt_event_progression (name, last_seq_id, last_updated)
        VALUES (shard_name, ending_sequence, transaction_timestamp())
        ON CONFLICT ON CONSTRAINT pk_mt_event_progression
            DO UPDATE SET last_seq_id = ending_sequence, last_updated = transaction_timestamp();
        IF ending_sequence > starting_sequence THEN
            -- Idempotent: a rebuild/replay re-marks the same skip (ending_sequence is the
            -- PK). Re-recording an existing gap is a no-op. Conflict target is the PK
            -- constraint (the bare column name collides with the function parameter). #4530.
            insert into chimera_events.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
                on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        END IF;
        return ending_sequence;
    ELSIF current_value = starting_sequence THEN
        update chimera_events.mt_event_progression SET last_seq_id = ending_sequence, last_updated = transaction_timestamp() where shard_name = name;
        insert into chimera_events.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
            on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        return ending_sequence;
    ELSE
        return current_value;
    END IF;
END
$$;

create function chimera_events.mt_quick_append_events(stream uuid, stream_type varchar, tenantid varchar, event_ids uuid[], event_types varchar[], dotnet_types varchar[], bodies jsonb[], bdatas bytea[], causation_ids varchar[], correlation_ids varchar[], headers jsonb[], user_names varchar[], expected_version bigint default null::bigint) returns bigint[] language plpgsql as $$
DECLARE
	event_version bigint;
	stream_is_archived boolean;
	event_type varchar;
	event_id uuid;
	body jsonb;
	index int;
	seq bigint;
    actual_tenant varchar;
    is_new_stream boolean := false;
	return_value bigint[];
BEGIN
    if expected_version IS NOT NULL then
        -- COALESCE turns the NULL we get for a brand-new stream into 0, so a
        -- FetchForWriting against a non-existent stream (which sets
        -- ExpectedVersionOnServer = 0) and a StartStream(id, version: 0) both
        -- land on the new-stream branch instead of mis-firing the guard.
        select version, is_archived into event_version, stream_is_archived from chimera_events.mt_streams where id = stream for update;
        if COALESCE(event_version, 0) != expected_version then
            RAISE EXCEPTION 'Stream version mismatch on ''%'': expected %, actual %', stream, expected_version, COALESCE(event_version, 0) USING ERRCODE = 'MT003';
        end if;
    else
        select version, is_archived into event_version, stream_is_archived from chimera_events.mt_streams where id = stream;
    end if;

	if event_version IS NULL then
		event_version = 0;
		is_new_stream := true;
		-- #5456 follow-up: insert the FINAL version straight away rather than 0 plus a
		-- trailing UPDATE of the row we just wrote in this same transaction. That UPDATE
		-- is a second heap tuple + WAL record per stream creation for no observable gain
		-- -- nothing outside this transaction can see the intermediate 0. The trailing
		-- UPDATE below is skipped for this branch via is_new_stream.
		insert into chimera_events.mt_streams (id, type, version, timestamp, tenant_id) values (stream, stream_type, COALESCE(array_length(event_ids, 1), 0), now(), tenantid);
    else
        if stream_is_archived then
            RAISE EXCEPTION 'Attempted to append event to archived stream with Id ''%''.', stream USING ERRCODE = 'MT001';
        end if;
        if tenantid IS NOT NULL then
            select tenant_id into actual_tenant from chimera_events.mt_streams where id = stream;
            if actual_tenant != tenantid then
                RAISE EXCEPTION 'The tenantid does not match the existing stream';
            end if;
        end if;
	end if;

	index := 1;
	-- #5062: array_length('{}', 1) is NULL in PostgreSQL, not 0, so a call with an
	-- empty event array used to return ARRAY[NULL] -- a bigint[] whose only element
	-- is NULL, which Npgsql cannot read into long[] ('Cannot read a non-nullable
	-- collection of elements because the returned array contains nulls'). COALESCE
	-- makes the empty case mean what it says: zero events appended, so the final
	-- version is the stream's current version.
	return_value := ARRAY[event_version + COALESCE(array_length(event_ids, 1), 0)];

	foreach event_id in ARRAY event_ids
	loop
        seq := nextval('chimera_events.mt_events_sequence');
		return_value := array_append(return_value, seq);

	    event_version := event_version + 1;
		event_type = event_types[index];
		body = bodies[index];

		-- #4515 / #4578 / Phase 2: bdatas[index] carries the binary payload
		-- for events opted in to binary serialization (NULL otherwise).
		-- bodies[index] is the {} JSON placeholder for those events so the
		-- existing data jsonb NOT NULL constraint stays intact.
		insert into chimera_events.mt_events
			(seq_id, id, stream_id, version, data, bdata, type, tenant_id, timestamp, mt_dotnet_type, is_archived, causation_id, correlation_id, headers, user_name)
		values
			(seq, event_id, stream, event_version, body, bdatas[index], event_type, tenantid, (now() at time zone 'utc'), dotnet_types[index], FALSE, causation_ids[index], correlation_ids[index], headers[index], user_names[index]);

		index := index + 1;
	end loop;

	-- A brand-new stream already carries its final version from the insert above, so the
	-- UPDATE is only needed when we appended onto a stream that already existed.
	--
	-- #5539: and only when we actually appended something. With ZERO events this was a BLIND write-back
	-- of the version read at the top of the function, and under READ COMMITTED that is a lost update: the
	-- UPDATE waits on a concurrent appender's row lock, the winner commits, the WHERE clause is
	-- re-evaluated against the new row, and `set version = <the stale value>` lands -- leaving
	-- mt_streams.version BELOW the stream's own events. Every later append then computes a version that
	-- already exists and dies on pk_mt_events_stream_and_version, forever, until the row is repaired by
	-- hand. A non-empty call cannot do this: its first INSERT collides with the winner on that same
	-- primary key and rolls the whole thing back, which is why only the empty case was exposed.
	--
	-- Two independent guards, because either alone would have been enough and the cost of both is nil:
	--   * the append count -- appending nothing has nothing to write, so the correct number of statements
	--     is zero rather than one that happens to be harmless;
	--   * greatest(), so the write-back can never LOWER a stream's version whoever calls it. An append
	--     only ever moves a version forward, so this is a no-op on every correct path and a backstop on
	--     any future caller that reads the version and then writes it back.
	if not is_new_stream and COALESCE(array_length(event_ids, 1), 0) > 0 then
		update chimera_events.mt_streams set version = greatest(version, event_version), timestamp = now() where id = stream;
	end if;

	return return_value;
END
$$;

create function chimera_events.mt_safe_unaccent(use_unaccent boolean, word text) returns text language plpgsql immutable strict as $$
BEGIN
IF use_unaccent THEN
    RETURN public.unaccent(word);
ELSE
    RETURN word;
END IF;
END;
$$;

-- Messages and their queues, by Wolverine.

create schema chimera_messages;

create table chimera_messages.wolverine_incoming_envelopes (
    id uuid not null,
    status varchar not null,
    owner_id integer not null,
    execution_time timestamptz,
    attempts integer default 0,
    body bytea not null,
    message_type varchar not null,
    received_at varchar,
    keep_until timestamptz,
    constraint pkey_wolverine_incoming_envelopes_id primary key (id));
create index idx_wolverine_incoming_envelopes_keep_until on chimera_messages.wolverine_incoming_envelopes (keep_until) where (status = 'Handled');
create index idx_wolverine_incoming_envelopes_owner on chimera_messages.wolverine_incoming_envelopes (owner_id) where (owner_id <> 0);
create index idx_wolverine_incoming_envelopes_recover on chimera_messages.wolverine_incoming_envelopes (received_at) where (status = 'Incoming' and owner_id = 0);
create index idx_wolverine_incoming_envelopes_scheduled on chimera_messages.wolverine_incoming_envelopes (execution_time) where (status = 'Scheduled');

create table chimera_messages.wolverine_outgoing_envelopes (
    id uuid not null,
    owner_id integer not null,
    destination varchar not null,
    deliver_by timestamptz,
    body bytea not null,
    attempts integer default 0,
    message_type varchar not null,
    constraint pkey_wolverine_outgoing_envelopes_id primary key (id));
create index idx_wolverine_outgoing_envelopes_owner on chimera_messages.wolverine_outgoing_envelopes (owner_id) where (owner_id <> 0);
create index idx_wolverine_outgoing_envelopes_recover on chimera_messages.wolverine_outgoing_envelopes (destination) where (owner_id = 0);

create table chimera_messages.wolverine_dead_letters (
    id uuid not null,
    execution_time timestamptz,
    body bytea not null,
    message_type varchar not null,
    received_at varchar,
    source varchar,
    exception_type varchar,
    exception_message varchar,
    sent_at timestamptz,
    replayable boolean,
    failure_group varchar(100),
    failure_title varchar(500),
    failed_at timestamptz,
    first_failed_at timestamptz,
    replay_count integer,
    last_replayed_at timestamptz,
    archived_at timestamptz,
    constraint pkey_wolverine_dead_letters_id primary key (id));
create index idx_wolverine_dead_letters_failure_group on chimera_messages.wolverine_dead_letters (failure_group);
create index idx_wolverine_dead_letters_replayable on chimera_messages.wolverine_dead_letters (replayable) where (replayable = true);

create table chimera_messages.wolverine_dead_letter_history (
    id uuid not null,
    replay_count integer,
    last_replayed_at timestamptz,
    first_failed_at timestamptz,
    constraint pkey_wolverine_dead_letter_history_id primary key (id));
create index idx_wolverine_dead_letter_history_last_replayed_at on chimera_messages.wolverine_dead_letter_history (last_replayed_at);

create table chimera_messages.wolverine_nodes (
    id uuid not null,
    node_number serial not null,
    description varchar not null,
    uri varchar not null,
    started timestamptz not null default now(),
    health_check timestamptz not null default now(),
    version varchar,
    capabilities text[],
    constraint pkey_wolverine_nodes_id primary key (id));

create table chimera_messages.wolverine_node_assignments (
    id varchar not null,
    node_id uuid,
    started timestamptz not null default now(),
    constraint pkey_wolverine_node_assignments_id primary key (id),
    constraint fkey_wolverine_node_assignments_node_id foreign key (node_id) references chimera_messages.wolverine_nodes (id) on delete cascade);

create table chimera_messages.wolverine_node_records (
    id serial not null,
    node_number integer not null,
    event_name varchar not null,
    timestamp timestamptz not null default now(),
    description varchar,
    constraint pkey_wolverine_node_records_id primary key (id));

create table chimera_messages.wolverine_agent_restrictions (
    id uuid not null,
    uri varchar not null,
    type varchar not null,
    node integer not null default 0,
    constraint pkey_wolverine_agent_restrictions_id primary key (id));

create table chimera_messages.wolverine_control_queue (
    id uuid not null,
    message_type varchar not null,
    node_id uuid not null,
    body bytea not null,
    posted timestamptz not null default now(),
    expires timestamptz,
    constraint pkey_wolverine_control_queue_id primary key (id));

-- Answers to keyed requests of the REST interface.

create table chimera_messages.idempotency_keys (
    key text not null,
    route text not null,
    request_sha256 text not null,
    status integer,
    body bytea,
    location text,
    etag text,
    created_at timestamptz not null default now(),
    primary key (key, route));
create index idempotency_keys_age on chimera_messages.idempotency_keys (created_at);

-- The seven tables of the specification, folded from the events.

create schema chimera;

create table chimera.agents (
    agent_id uuid primary key default gen_random_uuid(),
    name varchar(100) not null,
    bio text,
    soul_md_path varchar(500) not null,
    character_reference_id varchar(255),
    wallet_address varchar(255),
    status varchar(20) default 'active',
    created_at timestamptz default current_timestamp,
    updated_at timestamptz default current_timestamp,
    metadata jsonb);
create unique index agents_wallet_address_key on chimera.agents (wallet_address);
create index idx_agents_status on chimera.agents (status);
create index idx_agents_wallet on chimera.agents (wallet_address);

create table chimera.campaigns (
    campaign_id uuid primary key default gen_random_uuid(),
    name varchar(200) not null,
    description text,
    agent_ids uuid[] not null,
    start_date timestamptz not null,
    end_date timestamptz,
    budget_usd numeric(10,2),
    spent_usd numeric(10,2) default 0.00,
    status varchar(20) default 'active',
    goals jsonb,
    created_at timestamptz default current_timestamp,
    updated_at timestamptz default current_timestamp,
    spent_exact_usd numeric(20,8) default 0);
create index idx_campaigns_dates on chimera.campaigns (start_date, end_date);
create index idx_campaigns_status on chimera.campaigns (status);

create table chimera.tasks (
    task_id uuid primary key default gen_random_uuid(),
    agent_id uuid not null references chimera.agents (agent_id),
    campaign_id uuid references chimera.campaigns (campaign_id),
    task_type varchar(50) not null,
    priority integer default 5,
    status varchar(20) default 'pending',
    input_data jsonb not null,
    dependencies uuid[],
    assigned_worker_id uuid,
    retry_count integer default 0,
    max_retries integer default 3,
    timeout_seconds integer default 300,
    trace_id varchar(100),
    created_at timestamptz default current_timestamp,
    started_at timestamptz,
    completed_at timestamptz,
    error_details jsonb);
create index idx_tasks_agent on chimera.tasks (agent_id);
create index idx_tasks_priority on chimera.tasks (priority desc);
create index idx_tasks_status on chimera.tasks (status);
create index idx_tasks_trace on chimera.tasks (trace_id);

create table chimera.results (
    result_id uuid primary key default gen_random_uuid(),
    task_id uuid not null references chimera.tasks (task_id),
    worker_id uuid not null,
    status varchar(20) not null,
    output_data jsonb,
    metadata jsonb,
    error_details jsonb,
    created_at timestamptz default current_timestamp,
    trace_id varchar(100));
create index idx_results_status on chimera.results (status);
create index idx_results_task on chimera.results (task_id);

create table chimera.transactions (
    transaction_id uuid primary key default gen_random_uuid(),
    agent_id uuid not null references chimera.agents (agent_id),
    from_wallet varchar(255) not null,
    to_wallet varchar(255) not null,
    amount_wei varchar(100) not null,
    token_type varchar(20) not null,
    transaction_hash varchar(255),
    status varchar(20) default 'pending',
    gas_cost_wei varchar(100),
    block_number bigint,
    reason text,
    approved_by varchar(50),
    created_at timestamptz default current_timestamp,
    confirmed_at timestamptz,
    task_id uuid,
    campaign_id uuid,
    transaction_type varchar(20),
    gas_used bigint,
    chain_id bigint,
    nonce bigint,
    policy_version varchar(50));
create index idx_transactions_agent on chimera.transactions (agent_id);
create index idx_transactions_hash on chimera.transactions (transaction_hash);
create index idx_transactions_status on chimera.transactions (status);
create unique index transactions_transaction_hash_key on chimera.transactions (transaction_hash);

create table chimera.hitl_queue (
    hitl_id uuid primary key default gen_random_uuid(),
    task_id uuid references chimera.tasks (task_id),
    result_id uuid references chimera.results (result_id),
    escalation_reason varchar(100) not null,
    context_data jsonb not null,
    priority integer default 5,
    status varchar(20) default 'pending',
    assigned_to varchar(100),
    decision varchar(20),
    feedback text,
    created_at timestamptz default current_timestamp,
    reviewed_at timestamptz);
create index idx_hitl_priority on chimera.hitl_queue (priority desc);
create index idx_hitl_status on chimera.hitl_queue (status);

create table chimera.audit_log (
    log_id uuid primary key default gen_random_uuid(),
    agent_id uuid,
    event_type varchar(50) not null,
    event_data jsonb not null,
    trace_id varchar(100),
    timestamp timestamptz default current_timestamp,
    ip_address inet,
    user_agent text);
create index idx_audit_agent on chimera.audit_log (agent_id);
create index idx_audit_timestamp on chimera.audit_log (timestamp desc);
create index idx_audit_trace on chimera.audit_log (trace_id);
create index idx_audit_type on chimera.audit_log (event_type);

-- The sandbox's own social network.

create schema chimera_sandbox;

create table chimera_sandbox.posts (
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
create index posts_latest on chimera_sandbox.posts (position desc);
create index posts_same_text on chimera_sandbox.posts (agent_id, platform, md5(text)) where (text is not null);
