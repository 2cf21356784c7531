-- A database of the first release with data: pg_dump --inserts of one finished campaign and one whose post waits for a human.

CREATE SCHEMA chimera;

CREATE SCHEMA chimera_events;

CREATE SCHEMA chimera_messages;

CREATE SCHEMA chimera_sandbox;

CREATE FUNCTION chimera_events.mt_archive_stream(streamid uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  update chimera_events.mt_streams set is_archived = TRUE where id = streamid ;
  update chimera_events.mt_events set is_archived = TRUE where stream_id = streamid ;
END;
$$;

CREATE FUNCTION chimera_events.mt_grams_array(words text, use_unaccent boolean DEFAULT false) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
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

CREATE FUNCTION chimera_events.mt_grams_query(text, use_unaccent boolean DEFAULT false) RETURNS tsquery
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(chimera_events.mt_grams_array($1, use_unaccent), ' & ') ::tsquery);
END
$_$;

CREATE FUNCTION chimera_events.mt_grams_vector(text, use_unaccent boolean DEFAULT false) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(chimera_events.mt_grams_array($1, use_unaccent), ' ') ::tsvector);
END
$_$;

CREATE FUNCTION chimera_events.mt_immutable_date(value text) RETURNS date
    LANGUAGE sql IMMUTABLE
    AS $$
select value::date

$$;

CREATE FUNCTION chimera_events.mt_immutable_time(value text) RETURNS time without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::time

$$;

CREATE FUNCTION chimera_events.mt_immutable_timestamp(value text) RETURNS timestamp without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamp

$$;

CREATE FUNCTION chimera_events.mt_immutable_timestamptz(value text) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamptz

$$;

CREATE FUNCTION chimera_events.mt_jsonb_append(jsonb, text[], jsonb, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_append_key_value(jsonb, text[], jsonb, boolean) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_copy(jsonb, text[], text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_duplicate(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_fix_null_parent(jsonb, text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_increment(jsonb, text[], numeric) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_insert(jsonb, text[], jsonb, integer, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_move(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_patch(jsonb, jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_path_to_array(text, character) RETURNS text[]
    LANGUAGE plpgsql
    AS $_$
DECLARE
    location ALIAS FOR $1;
    regex_pattern ALIAS FOR $2;
BEGIN
RETURN regexp_split_to_array(location, regex_pattern)::text[];
END;
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_remove(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_jsonb_remove_key(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION chimera_events.mt_mark_event_progression(name character varying, last_encountered bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
INSERT INTO chimera_events.mt_event_progression (name, last_seq_id, last_updated)
VALUES (name, last_encountered, transaction_timestamp())
ON CONFLICT ON CONSTRAINT pk_mt_event_progression
    DO
UPDATE SET last_seq_id = last_encountered, last_updated = transaction_timestamp();

END;

$$;

CREATE FUNCTION chimera_events.mt_mark_progression_with_skip(shard_name character varying, ending_sequence bigint, starting_sequence bigint) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION chimera_events.mt_quick_append_events(stream uuid, stream_type character varying, tenantid character varying, event_ids uuid[], event_types character varying[], dotnet_types character varying[], bodies jsonb[], bdatas bytea[], causation_ids character varying[], correlation_ids character varying[], headers jsonb[], user_names character varying[], expected_version bigint DEFAULT NULL::bigint) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION chimera_events.mt_safe_unaccent(use_unaccent boolean, word text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
BEGIN
IF use_unaccent THEN
    RETURN public.unaccent(word);
ELSE
    RETURN word;
END IF;
END;
$$;

CREATE TABLE chimera.agents (
    agent_id uuid DEFAULT gen_random_uuid() NOT NULL,
    name character varying(100) NOT NULL,
    bio text,
    soul_md_path character varying(500) NOT NULL,
    character_reference_id character varying(255),
    wallet_address character varying(255),
    status character varying(20) DEFAULT 'active'::character varying,
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    metadata jsonb
);

CREATE TABLE chimera.audit_log (
    log_id uuid DEFAULT gen_random_uuid() NOT NULL,
    agent_id uuid,
    event_type character varying(50) NOT NULL,
    event_data jsonb NOT NULL,
    trace_id character varying(100),
    "timestamp" timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    ip_address inet,
    user_agent text
);

CREATE TABLE chimera.campaigns (
    campaign_id uuid DEFAULT gen_random_uuid() NOT NULL,
    name character varying(200) NOT NULL,
    description text,
    agent_ids uuid[] NOT NULL,
    start_date timestamp with time zone NOT NULL,
    end_date timestamp with time zone,
    budget_usd numeric(10,2),
    spent_usd numeric(10,2) DEFAULT 0.00,
    status character varying(20) DEFAULT 'active'::character varying,
    goals jsonb,
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    spent_exact_usd numeric(20,8) DEFAULT 0
);

CREATE TABLE chimera.hitl_queue (
    hitl_id uuid DEFAULT gen_random_uuid() NOT NULL,
    task_id uuid,
    result_id uuid,
    escalation_reason character varying(100) NOT NULL,
    context_data jsonb NOT NULL,
    priority integer DEFAULT 5,
    status character varying(20) DEFAULT 'pending'::character varying,
    assigned_to character varying(100),
    decision character varying(20),
    feedback text,
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    reviewed_at timestamp with time zone
);

CREATE TABLE chimera.results (
    result_id uuid DEFAULT gen_random_uuid() NOT NULL,
    task_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    status character varying(20) NOT NULL,
    output_data jsonb,
    metadata jsonb,
    error_details jsonb,
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    trace_id character varying(100)
);

CREATE TABLE chimera.tasks (
    task_id uuid DEFAULT gen_random_uuid() NOT NULL,
    agent_id uuid NOT NULL,
    campaign_id uuid,
    task_type character varying(50) NOT NULL,
    priority integer DEFAULT 5,
    status character varying(20) DEFAULT 'pending'::character varying,
    input_data jsonb NOT NULL,
    dependencies uuid[],
    assigned_worker_id uuid,
    retry_count integer DEFAULT 0,
    max_retries integer DEFAULT 3,
    timeout_seconds integer DEFAULT 300,
    trace_id character varying(100),
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    error_details jsonb
);

CREATE TABLE chimera.transactions (
    transaction_id uuid DEFAULT gen_random_uuid() NOT NULL,
    agent_id uuid NOT NULL,
    from_wallet character varying(255) NOT NULL,
    to_wallet character varying(255) NOT NULL,
    amount_wei character varying(100) NOT NULL,
    token_type character varying(20) NOT NULL,
    transaction_hash character varying(255),
    status character varying(20) DEFAULT 'pending'::character varying,
    gas_cost_wei character varying(100),
    block_number bigint,
    reason text,
    approved_by character varying(50),
    created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    confirmed_at timestamp with time zone,
    task_id uuid,
    campaign_id uuid,
    transaction_type character varying(20),
    gas_used bigint,
    chain_id bigint,
    nonce bigint,
    policy_version character varying(50)
);

CREATE TABLE chimera_events.mt_doc_deadletterevent (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);

CREATE TABLE chimera_events.mt_doc_envelope (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);

CREATE TABLE chimera_events.mt_event_progression (
    name character varying NOT NULL,
    last_seq_id bigint,
    last_updated timestamp with time zone DEFAULT transaction_timestamp(),
    mode character varying DEFAULT 'none'::character varying,
    rebuild_threshold integer DEFAULT 0,
    assigned_node integer DEFAULT 0,
    heartbeat timestamp with time zone,
    agent_status character varying(20),
    pause_reason text,
    running_on_node integer,
    warning_behind_threshold bigint,
    critical_behind_threshold bigint,
    failure_category character varying(50),
    failure_event_sequence bigint,
    failure_event_type character varying(500),
    failure_event_tenant_id character varying(500)
);

CREATE TABLE chimera_events.mt_event_projection_floors (
    name character varying NOT NULL,
    tenant_id character varying NOT NULL,
    floor bigint NOT NULL,
    last_updated timestamp with time zone DEFAULT transaction_timestamp()
);

CREATE TABLE chimera_events.mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id uuid,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT '2026-11-24 23:34:33.964518+00'::timestamp with time zone NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    user_name character varying,
    is_archived boolean DEFAULT false
);

CREATE SEQUENCE chimera_events.mt_events_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE chimera_events.mt_events_sequence OWNED BY chimera_events.mt_events.seq_id;

CREATE TABLE chimera_events.mt_high_water_skips (
    ending_sequence bigint NOT NULL,
    starting_sequence bigint NOT NULL,
    "timestamp" timestamp with time zone DEFAULT transaction_timestamp()
);

CREATE TABLE chimera_events.mt_streams (
    id uuid NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    compacted_version bigint DEFAULT 0 NOT NULL,
    is_archived boolean DEFAULT false
);

CREATE TABLE chimera_messages.idempotency_keys (
    key text NOT NULL,
    route text NOT NULL,
    request_sha256 text NOT NULL,
    status integer,
    body bytea,
    location text,
    etag text,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE chimera_messages.wolverine_agent_restrictions (
    id uuid NOT NULL,
    uri character varying NOT NULL,
    type character varying NOT NULL,
    node integer DEFAULT 0 NOT NULL
);

CREATE TABLE chimera_messages.wolverine_control_queue (
    id uuid NOT NULL,
    message_type character varying NOT NULL,
    node_id uuid NOT NULL,
    body bytea NOT NULL,
    posted timestamp with time zone DEFAULT now() NOT NULL,
    expires timestamp with time zone
);

CREATE TABLE chimera_messages.wolverine_dead_letter_history (
    id uuid NOT NULL,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    first_failed_at timestamp with time zone
);

CREATE TABLE chimera_messages.wolverine_dead_letters (
    id uuid NOT NULL,
    execution_time timestamp with time zone,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    source character varying,
    exception_type character varying,
    exception_message character varying,
    sent_at timestamp with time zone,
    replayable boolean,
    failure_group character varying(100),
    failure_title character varying(500),
    failed_at timestamp with time zone,
    first_failed_at timestamp with time zone,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    archived_at timestamp with time zone
);

CREATE TABLE chimera_messages.wolverine_incoming_envelopes (
    id uuid NOT NULL,
    status character varying NOT NULL,
    owner_id integer NOT NULL,
    execution_time timestamp with time zone,
    attempts integer DEFAULT 0,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    keep_until timestamp with time zone
);

CREATE TABLE chimera_messages.wolverine_node_assignments (
    id character varying NOT NULL,
    node_id uuid,
    started timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE chimera_messages.wolverine_node_records (
    id integer NOT NULL,
    node_number integer NOT NULL,
    event_name character varying NOT NULL,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    description character varying
);

CREATE SEQUENCE chimera_messages.wolverine_node_records_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE chimera_messages.wolverine_node_records_id_seq OWNED BY chimera_messages.wolverine_node_records.id;

CREATE TABLE chimera_messages.wolverine_nodes (
    id uuid NOT NULL,
    node_number integer NOT NULL,
    description character varying NOT NULL,
    uri character varying NOT NULL,
    started timestamp with time zone DEFAULT now() NOT NULL,
    health_check timestamp with time zone DEFAULT now() NOT NULL,
    version character varying,
    capabilities text[]
);

CREATE SEQUENCE chimera_messages.wolverine_nodes_node_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE chimera_messages.wolverine_nodes_node_number_seq OWNED BY chimera_messages.wolverine_nodes.node_number;

CREATE TABLE chimera_messages.wolverine_outgoing_envelopes (
    id uuid NOT NULL,
    owner_id integer NOT NULL,
    destination character varying NOT NULL,
    deliver_by timestamp with time zone,
    body bytea NOT NULL,
    attempts integer DEFAULT 0,
    message_type character varying NOT NULL
);

CREATE TABLE chimera_sandbox.posts (
    "position" bigint NOT NULL,
    post_id text NOT NULL,
    platform text NOT NULL,
    agent_id uuid NOT NULL,
    handle text,
    text text,
    media_urls text[] NOT NULL,
    reply_to text,
    idempotency_key text NOT NULL,
    posted_at timestamp with time zone NOT NULL
);

ALTER TABLE chimera_sandbox.posts ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME chimera_sandbox.posts_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY chimera_messages.wolverine_node_records ALTER COLUMN id SET DEFAULT nextval('chimera_messages.wolverine_node_records_id_seq'::regclass);

ALTER TABLE ONLY chimera_messages.wolverine_nodes ALTER COLUMN node_number SET DEFAULT nextval('chimera_messages.wolverine_nodes_node_number_seq'::regclass);

INSERT INTO chimera.agents VALUES
	('008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'Ilse Marten', 'Retired electrician with a south-west balcony.', 'personas/ilse.md', 'ilse-v1', '0xC518B13f173cD6382E15ab63B09d2e050A162352', 'active', '2026-11-24 23:34:36.357489+00', '2026-11-24 23:34:36.357489+00', '{"persona": {"directives": ["Never use exclamation marks.", "Speak as a neighbour, not as a shop.", "Say what you do not know."], "voice_tone": ["calm", "patient", "plain-spoken"], "core_values": ["care for what we own", "honest numbers", "repair before replacing"]}, "social_handles": {"twitter": "ilse_on_three", "instagram": "ilse.on.three"}, "soul_md_sha256": "ae89c430327c494b58bd8b6819dc130d5ff9d3cb0173630b6ac2cdf684af8c5a"}'),
	('604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'Pip Okafor', 'Renter, flat 4B. One tiny balcony, one panel called Gerald.', 'personas/pip.md', 'pip-v1', '0xeBEd693b68fFb9Fe41a4906A237707febf883D0F', 'active', '2026-11-24 23:34:36.581976+00', '2026-11-24 23:34:36.581976+00', '{"persona": {"directives": ["Make it fun to read.", "End with a question when it fits.", "Punch up, never down."], "voice_tone": ["playful", "cheeky", "warm"], "core_values": ["renters'' power", "sharing tools", "joy in small wins"]}, "social_handles": {"twitter": "pip_in_4b", "instagram": "pip.in.4b"}, "soul_md_sha256": "55d86fc66be41d8b558357b529618ab0b5d3f35a5703501d92d75a9722d715fb"}');

INSERT INTO chimera.audit_log VALUES
	('01a20fe9-4894-730a-8399-c5fde05f1b7f', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'agent_created', '{"bio": "Retired electrician with a south-west balcony.", "name": "Ilse Marten", "soul": {"text": "---\nvoice_tone: [calm, patient, plain-spoken]\ncore_values: [care for what we own, honest numbers, repair before replacing]\ndirectives:\n  - Never use exclamation marks.\n  - Speak as a neighbour, not as a shop.\n  - Say what you do not know.\nopeners:\n  - \"Good morning from the third floor.\"\n  - \"A quiet note from my balcony.\"\n  - \"Forty years with cables taught me this.\"\n  - \"The kettle is on, so here is a thought.\"\nclosers:\n  - \"Take your time with it.\"\n  - \"Slow and steady, as always.\"\n  - \"More tomorrow, if the weather holds.\"\n  - \"Ask me anything; I am home.\"\nvocabulary: [\"morning light\", \"one socket at a time\", \"the old fuse box\", \"geraniums\", \"steady hands\", \"balcony solar\"]\navoid: [hack, crush it, no-brainer, deal of the day]\nemoji: [\"🌿\", \"☕\"]\nexclamations: false\nhashtags: [\"#SlowEnergy\", \"#BalconySolar\"]\npalette: [\"#2f4a3c\", \"#e8c872\", \"#7fa08a\", \"#b9c9a9\", \"#4d6b57\"]\nsentence_length: medium\n---\n\n# Ilse Marten\n\nIlse wired apartment houses for forty years. She retired to a third-floor flat with a south-west balcony and a folding chair.\n\n## Stories\n\nMy first panel hung between two pots of geraniums. The neighbour''s boy counted the watts on the display every day after school.\nI once replaced a fuse by candle light and promised myself better labels. On grey days I read the meter and make soup.\nThe landlord said yes after I showed him the drawing.\n\n## Opinions\n\n- A balcony is a small power station that also grows tomatoes.\n- I would rather explain a cable twice than see it pinched once.\n- Rented walls deserve screws that leave no mark.\n- Electricity you can see is electricity you do not waste.\n- Winter sun is thin, but it is still sun.\n\n## Boundaries\n\nNever promises savings, returns or health. Leaves politics at the door.\n", "sha256": "ae89c430327c494b58bd8b6819dc130d5ff9d3cb0173630b6ac2cdf684af8c5a"}, "persona": {"directives": ["Never use exclamation marks.", "Speak as a neighbour, not as a shop.", "Say what you do not know."], "voice_tone": ["calm", "patient", "plain-spoken"], "core_values": ["care for what we own", "honest numbers", "repair before replacing"], "soul_md_path": "personas/ilse.md"}, "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "created_at": "2026-11-24T23:34:36.3574897+00:00", "social_handles": {"twitter": "ilse_on_three", "instagram": "ilse.on.three"}, "wallet_address": "0xC518B13f173cD6382E15ab63B09d2e050A162352", "character_reference_id": "ilse-v1"}', '8e86080ffe6405bb3a458833a5750552', '2026-11-24 23:34:36.45701+00', '127.0.0.1', 'chimera-cli'),
	('01a20fe9-4894-7020-9610-47a8eabadeaa', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'wallet_claimed', '{"at": "2026-11-24T23:34:36.3574897+00:00", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "wallet_address": "0xC518B13f173cD6382E15ab63B09d2e050A162352"}', '8e86080ffe6405bb3a458833a5750552', '2026-11-24 23:34:36.45701+00', '127.0.0.1', 'chimera-cli'),
	('01a20fe9-492a-7ef4-a7a1-ac7b040908fe', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'agent_created', '{"bio": "Renter, flat 4B. One tiny balcony, one panel called Gerald.", "name": "Pip Okafor", "soul": {"text": "---\nvoice_tone: [playful, cheeky, warm]\ncore_values: [renters'' power, sharing tools, joy in small wins]\ndirectives:\n  - Make it fun to read.\n  - End with a question when it fits.\n  - Punch up, never down.\nopeners:\n  - \"Renters of the world, gather round.\"\n  - \"Hello from the tiniest balcony in town.\"\n  - \"Okay, listen.\"\n  - \"Breaking news from flat 4B.\"\nclosers:\n  - \"Your balcony called, it wants a job.\"\n  - \"Tag the flatmate who hoards extension leads.\"\n  - \"Now go hug a railing.\"\n  - \"Plants, panel, peace.\"\nvocabulary: [tiny balcony, plug party, flatmates, laundry o''clock, sun snack, rent rebel]\navoid: [synergy, leverage, premium solution]\nemoji: [\"🌞\", \"🪴\", \"🔌\"]\nexclamations: true\nhashtags: [\"#RentRebel\", \"#TinyBalcony\", \"#PlugParty\"]\npalette: [\"#ffb703\", \"#fb5607\", \"#3a86ff\", \"#8338ec\", \"#ffd9a0\"]\nsentence_length: short\n---\n\n# Pip Okafor\n\nPip rents flat 4B with two flatmates, one cactus and a borrowed drill.\n\n## Stories\n\nWe run the washing machine when the sun is out and call it laundry o''clock. My flatmate names every panel and ours is Gerald.\nGerald powers the router, so technically Gerald is my boss. The cactus has never been happier about a roommate.\n\n## Opinions\n\n- A balcony without a panel is just an outdoor shelf.\n- Borrow the drill, return it with cookies.\n- Landlords love a drawing, so bring crayons.\n- Solar is gardening for people who forget to water.\n- Winter is just summer with extra layers and less electricity.\n\n## Boundaries\n\nNever mocks people for what they can afford. Never promises money.\n", "sha256": "55d86fc66be41d8b558357b529618ab0b5d3f35a5703501d92d75a9722d715fb"}, "persona": {"directives": ["Make it fun to read.", "End with a question when it fits.", "Punch up, never down."], "voice_tone": ["playful", "cheeky", "warm"], "core_values": ["renters'' power", "sharing tools", "joy in small wins"], "soul_md_path": "personas/pip.md"}, "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "created_at": "2026-11-24T23:34:36.5819767+00:00", "social_handles": {"twitter": "pip_in_4b", "instagram": "pip.in.4b"}, "wallet_address": "0xeBEd693b68fFb9Fe41a4906A237707febf883D0F", "character_reference_id": "pip-v1"}', 'bf545975757a9a5f8512801303611486', '2026-11-24 23:34:36.587298+00', '127.0.0.1', 'chimera-cli'),
	('01a20fe9-492a-707f-a349-1f07409f5a6e', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'wallet_claimed', '{"at": "2026-11-24T23:34:36.5819767+00:00", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "wallet_address": "0xeBEd693b68fFb9Fe41a4906A237707febf883D0F"}', 'bf545975757a9a5f8512801303611486', '2026-11-24 23:34:36.587298+00', '127.0.0.1', 'chimera-cli'),
	('01a20fe9-49aa-7fce-b31f-20f976411728', NULL, 'campaign_created', '{"name": "Ledge One: a power station for the balcony", "goals": [{"posts": 2, "images": true, "topics": ["balcony solar", "what a balcony panel does in winter"], "hashtags": ["#LedgeOne"], "priority": 6, "objective": "People in rented flats understand what a balcony panel is", "platforms": ["twitter", "instagram"], "key_messages": ["Ledge One feeds in at most 800 watts."]}, {"posts": 3, "images": false, "topics": ["what balcony solar is worth", "choosing a solar kit"], "hashtags": ["#LedgeOne"], "priority": 4, "objective": "Sales would like these claims to be heard", "platforms": ["twitter"], "key_messages": ["A balcony panel is a risk-free investment with guaranteed returns.", "Ledge One makes 40% more power than any other balcony kit.", "Living with solar is clinically proven to lower stress.", "Ledge One is the number one kit on the market.", "Scientifically proven to pay for itself within a year."]}], "status": "active", "dry_run": false, "end_date": "2036-12-31T23:59:59+00:00", "trace_id": "565cb9307330526a618bb4386b18b01d", "agent_ids": ["008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "604e0f50-bdd2-5d92-b15a-78a3b8f11e19"], "budget_usd": 50.0, "created_at": "2026-11-24T23:34:36.6867827+00:00", "start_date": "2026-11-23T00:00:00+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "constraints": {"max_tasks": 60, "budget_usd": 25.0, "max_parallel": 8, "allowed_platforms": ["twitter", "instagram"], "allowed_task_types": ["generate_post", "generate_image", "post_content"]}, "description": "Launch of Ledge One, an 800-watt plug-in solar kit for rented balconies, by Lumen & Ledge."}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.731875+00', '127.0.0.1', 'chimera-cli'),
	('01a20fe9-4a52-74a6-8be8-29bd2e8e5e8e', NULL, 'campaign_planned', '{"at": "2026-11-24T23:34:36.797042+00:00", "task_ids": ["08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "17a9b964-5fed-5ec6-9998-b8a30b81139c", "3fbcfa13-6efa-59fa-9ad2-6ae28006ae08", "5223854b-3ec8-5e56-ad0c-1938d65388c6", "92ad34d8-d38b-54b7-a910-f87acca13902", "b81e1e0d-f19b-5659-b759-318cb35fde73", "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "84a94fd9-4c41-53d7-bd32-ee1e46d51774", "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "800ffdb3-cb05-56aa-bdc4-c06b64623269", "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c", "8ca9043c-ad80-5aec-a628-417ae91f5b38"], "model_used": "offline-planner", "reserved_usd": 0.04}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.892066+00', NULL, NULL),
	('01a20fe9-4a8b-72a9-8e0c-25c66380ca01', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_planned', '{"type": "post_content", "dry_run": false, "task_id": "3fbcfa13-6efa-59fa-9ad2-6ae28006ae08", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 7, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "media_from": ["17a9b964-5fed-5ec6-9998-b8a30b81139c"]}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "17a9b964-5fed-5ec6-9998-b8a30b81139c"], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-7b01-aecf-3189db8bafd6', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_planned', '{"type": "post_content", "dry_run": false, "task_id": "b81e1e0d-f19b-5659-b759-318cb35fde73", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 7, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "5223854b-3ec8-5e56-ad0c-1938d65388c6", "media_from": ["92ad34d8-d38b-54b7-a910-f87acca13902"]}, "platform": "instagram"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["5223854b-3ec8-5e56-ad0c-1938d65388c6", "92ad34d8-d38b-54b7-a910-f87acca13902"], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-7797-8673-7f70cb317a44', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_planned', '{"type": "generate_post", "dry_run": false, "task_id": "08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 6, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["3fbcfa13-6efa-59fa-9ad2-6ae28006ae08"], "input_data": {"topic": "balcony solar", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Ledge One feeds in at most 800 watts."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-77de-84a0-e46ec445ece5', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_planned', '{"type": "generate_image", "dry_run": false, "task_id": "17a9b964-5fed-5ec6-9998-b8a30b81139c", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 6, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["3fbcfa13-6efa-59fa-9ad2-6ae28006ae08"], "input_data": {"style": "landscape", "prompt": "balcony solar; calm and patient mood; in the spirit of care for what we own", "quality": "standard", "character_reference_id": "ilse-v1"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0.02, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-7c0b-a78b-4747e45858fa', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_planned', '{"type": "generate_post", "dry_run": false, "task_id": "5223854b-3ec8-5e56-ad0c-1938d65388c6", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 6, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["b81e1e0d-f19b-5659-b759-318cb35fde73"], "input_data": {"topic": "what a balcony panel does in winter", "hashtags": ["#LedgeOne"], "platform": "instagram", "key_message": "Ledge One feeds in at most 800 watts."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4bee-7f2b-a37c-a658e56a35d9', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_completed', '{"cost_usd": 0, "result_id": "aa06eb35-c91b-531a-89a1-4e9195b745ed", "completed_at": "2026-11-24T23:34:37.2870679+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.308984+00', NULL, NULL),
	('01a20fe9-4a8b-7ebf-a62f-0d01f23f7a89', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_planned', '{"type": "generate_image", "dry_run": false, "task_id": "92ad34d8-d38b-54b7-a910-f87acca13902", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 6, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["b81e1e0d-f19b-5659-b759-318cb35fde73"], "input_data": {"style": "square", "prompt": "what a balcony panel does in winter; playful and cheeky mood; in the spirit of renters'' power", "quality": "standard", "character_reference_id": "pip-v1"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0.02, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-76aa-b42d-7aa65740fd8e', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_planned', '{"type": "post_content", "dry_run": false, "task_id": "84a94fd9-4c41-53d7-bd32-ee1e46d51774", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 5, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2"}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2"], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-777d-b80a-bf0ee22c3700', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_planned', '{"type": "post_content", "dry_run": false, "task_id": "800ffdb3-cb05-56aa-bdc4-c06b64623269", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 5, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9"}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["2d41e39a-a526-5236-a99b-fdea1ec5b0f9"], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-7c9b-890c-6e0e5e8574ab', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_planned', '{"type": "post_content", "dry_run": false, "task_id": "8ca9043c-ad80-5aec-a628-417ae91f5b38", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 5, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c"}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c"], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-786c-b8c2-225972434186', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_planned', '{"type": "generate_post", "dry_run": false, "task_id": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 4, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["84a94fd9-4c41-53d7-bd32-ee1e46d51774"], "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "A balcony panel is a risk-free investment with guaranteed returns."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-7b62-8351-c56b7450b090', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_planned', '{"type": "generate_post", "dry_run": false, "task_id": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 4, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["800ffdb3-cb05-56aa-bdc4-c06b64623269"], "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Ledge One makes 40% more power than any other balcony kit."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4a8b-756f-956c-e5a2038f668f', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_planned', '{"type": "generate_post", "dry_run": false, "task_id": "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 4, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["8ca9043c-ad80-5aec-a628-417ae91f5b38"], "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.948523+00', NULL, NULL),
	('01a20fe9-4b61-7162-afbc-e6b87ed6493d', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324285+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.179238+00', NULL, NULL),
	('01a20fe9-4b61-7e03-b65a-3bd2c14ccbe0', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324285+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.179238+00', NULL, NULL),
	('01a20fe9-4b61-7e8c-9bd7-30a5f4e3ef98', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324285+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.179238+00', NULL, NULL),
	('01a20fe9-4b61-7af6-9d0c-a22300f3bd3f', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 70}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "55d9635f-3afb-5413-b974-c5d5a9d6655f", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": ["financial_promise"], "passed": false}, "text_content": "Renters of the world, gather round! Me, minding my own business. Also me: what balcony solar is worth. A balcony panel is a risk-free investment with guaranteed returns. Say it with me: rent rebel. Am I the only one? Now go hug a railing! 🔌", "estimated_engagement_score": 0.95}, "submitted_at": "2026-11-24T23:34:37.1435878+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.179238+00', NULL, NULL),
	('01a20fe9-4bee-7240-81a5-66813a8d0739', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_approved', '{"at": "2026-11-24T23:34:37.2870679+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.94, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "6abc677bb7cb83698311ed5b68ad6780c1bc1ca2d27326a188f68bf68f37cf28"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.308984+00', NULL, NULL),
	('01a20fe9-4b61-72a3-871d-3d445fb78418', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 1}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#SlowEnergy", "#BalconySolar"], "safety_check": {"flags": ["unverified_claim"], "passed": false}, "text_content": "Good morning from the third floor. I would rather look at choosing a solar kit slowly. Ledge One makes 40% more power than any other balcony kit. A balcony is a small power station that also grows tomatoes. More tomorrow, if the weather holds.", "estimated_engagement_score": 0.8}, "submitted_at": "2026-11-24T23:34:37.1435878+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.179238+00', NULL, NULL),
	('01a20fe9-4b61-7ed9-af48-c31e256611b7', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#RentRebel", "#PlugParty"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Okay, listen! Somebody asked me about choosing a solar kit and then could not leave. Living with solar is clinically proven to lower stress. Solar is gardening for people who forget to water. Tell me yours? Now go hug a railing! 🌞", "estimated_engagement_score": 0.85}, "submitted_at": "2026-11-24T23:34:37.1435878+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.179238+00', NULL, NULL),
	('01a20fe9-4bdc-75ea-8b02-59faed8b68a3', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324175+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.278211+00', NULL, NULL),
	('01a20fe9-4bdc-7a8a-a231-0e53c9ee2ba0', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324175+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.278211+00', NULL, NULL),
	('01a20fe9-4bdc-7c6a-9673-c1825dfff6c9', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324175+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.278211+00', NULL, NULL),
	('01a20fe9-4bdc-71d9-a775-cdc0e02950df', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324175+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.278211+00', NULL, NULL),
	('01a20fe9-4bdc-7228-b0c4-652407fba277', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 70}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "aa06eb35-c91b-531a-89a1-4e9195b745ed", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": [], "passed": true}, "text_content": "Good morning from the third floor. Some days one subject is enough: balcony solar. Ledge One feeds in at most 800 watts. A balcony is a small power station that also grows tomatoes. It keeps leading back to geraniums. Take your time with it. ☕", "estimated_engagement_score": 0.7}, "submitted_at": "2026-11-24T23:34:37.273428+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.278211+00', NULL, NULL),
	('01a20fe9-4bdc-7af6-939f-4bf4256c8499', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "17a9b964-5fed-5ec6-9998-b8a30b81139c", "metadata": {"cost_usd": 0, "model_used": "offline-image-maker", "confidence_score": 0.9, "execution_time_ms": 132}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "7b21c1af-0074-532b-968b-c3b6a3988021", "task_type": "generate_image", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"cost_usd": 0, "image_url": "http://127.0.0.1:8731/media/2e3f50295e5bba7e18ebf7918dfdf33e444005f33f7f3126b277092c0cfa9d96.png", "image_metadata": {"width": 1280, "format": "png", "height": 720, "file_size_bytes": 37900}, "generation_model": "offline-image-maker"}, "submitted_at": "2026-11-24T23:34:37.273428+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.278211+00', NULL, NULL),
	('01a20fe9-4bdc-7c4d-92ef-ca12a18f1b13', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "5223854b-3ec8-5e56-ad0c-1938d65388c6", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "9f36f330-df83-5a56-b6eb-a33d055386f7", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel", "#TinyBalcony", "#BalconyPanel"], "safety_check": {"flags": [], "passed": true}, "text_content": "Breaking news from flat 4B!\n\nConfession: I have opinions on what a balcony panel does in winter.\n\nLedge One feeds in at most 800 watts.\n\nA balcony without a panel is just an outdoor shelf.\n\nWinter is just summer with extra layers and less electricity.\n\nWord of the day: sun snack.\n\nWhat''s your version?\n\nYour balcony called, it wants a job!\n\n🪴", "estimated_engagement_score": 0.85}, "submitted_at": "2026-11-24T23:34:37.273428+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.278211+00', NULL, NULL),
	('01a20fe9-4bdc-720a-9592-1dacf84a82d1', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "92ad34d8-d38b-54b7-a910-f87acca13902", "metadata": {"cost_usd": 0, "model_used": "offline-image-maker", "confidence_score": 0.9, "execution_time_ms": 20}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "12ad10b7-6a96-5601-93ab-1a43e420e793", "task_type": "generate_image", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"cost_usd": 0, "image_url": "http://127.0.0.1:8731/media/64395f2778872ac9d4d0d3c97f7225ee1bac60181da5b7713b3f4aedd5897cdf.png", "image_metadata": {"width": 1024, "format": "png", "height": 1024, "file_size_bytes": 54944}, "generation_model": "offline-image-maker"}, "submitted_at": "2026-11-24T23:34:37.273428+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.278211+00', NULL, NULL),
	('01a20fe9-4bee-7f9e-b823-77a6f882088f', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_approved', '{"at": "2026-11-24T23:34:37.2870679+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 1, "reason": "no text", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "no text", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.9, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "c85201b37100c4d222bb21264a6fd509f7a8705c9a55ff2d76bbc8df25e29970"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.308984+00', NULL, NULL),
	('01a20fe9-4bee-7141-81de-b66bd11a721c', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_completed', '{"cost_usd": 0, "result_id": "7b21c1af-0074-532b-968b-c3b6a3988021", "completed_at": "2026-11-24T23:34:37.2870679+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.308984+00', NULL, NULL),
	('01a20fe9-4bee-7c2c-a7c0-cff22bbf8c07', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_approved', '{"at": "2026-11-24T23:34:37.2870679+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.94, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "eb9946b38b68ec3226e055ca45954b0c5bfd0368f47cd6a2e3ce2d8cacf22afa"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.308984+00', NULL, NULL),
	('01a20fe9-4bee-72bc-9446-6ce183814570', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_completed', '{"cost_usd": 0, "result_id": "9f36f330-df83-5a56-b6eb-a33d055386f7", "completed_at": "2026-11-24T23:34:37.2870679+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.308984+00', NULL, NULL),
	('01a20fe9-4bee-7d00-9411-c83dcccd5f51', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_approved', '{"at": "2026-11-24T23:34:37.2870679+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 1, "reason": "no text", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "no text", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.9, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "23898392ca937cc7b463e5b2e7d551aa31eec9145e37c471d01d733caf543386"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.308984+00', NULL, NULL),
	('01a20fe9-4bee-76d9-93c8-5cdcd691c275', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_completed', '{"cost_usd": 0, "result_id": "12ad10b7-6a96-5601-93ab-1a43e420e793", "completed_at": "2026-11-24T23:34:37.2870679+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.308984+00', NULL, NULL),
	('01a20fe9-4bf9-7c61-9af2-7187cd0d75e1', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_escalated', '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: financial_promise", "hitl_id": "e453df91-c996-5e33-a6f4-733bde5b6d3c", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["financial_promise"], "score": 0.4, "reason": "financial_promise: \"guaranteed return\", \"risk free investment\", \"riskfree investment\"", "model_used": "offline-safety-judge"}], "reason": "safety: financial_promise", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.312194+00', NULL, NULL),
	('01a20fe9-4bf9-7ab7-b20a-0a23076fe22c', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_escalated', '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: financial_promise", "hitl_id": "e453df91-c996-5e33-a6f4-733bde5b6d3c", "result_id": "55d9635f-3afb-5413-b974-c5d5a9d6655f"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.312194+00', NULL, NULL),
	('01a20fe9-4bf9-72df-9aad-19b680d6db36', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'hitl_item_opened', '{"hitl_id": "e453df91-c996-5e33-a6f4-733bde5b6d3c", "task_id": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 4, "opened_at": "2026-11-24T23:34:37.2798595+00:00", "result_id": "55d9635f-3afb-5413-b974-c5d5a9d6655f", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "context_data": {"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["financial_promise"], "score": 0.4, "reason": "financial_promise: \"guaranteed return\", \"risk free investment\", \"riskfree investment\"", "model_used": "offline-safety-judge"}], "reason": "safety: financial_promise", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Pip Okafor", "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "A balcony panel is a risk-free investment with guaranteed returns."}, "output_data": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": ["financial_promise"], "passed": false}, "text_content": "Renters of the world, gather round! Me, minding my own business. Also me: what balcony solar is worth. A balcony panel is a risk-free investment with guaranteed returns. Say it with me: rent rebel. Am I the only one? Now go hug a railing! 🔌", "estimated_engagement_score": 0.95}, "campaign_name": "Ledge One: a power station for the balcony"}, "escalation_reason": "safety: financial_promise"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.312194+00', NULL, NULL),
	('01a20fe9-4bf9-71ec-a1d0-3415b32b7cf8', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_escalated', '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: unverified_claim", "hitl_id": "9cc5c72c-484f-52b6-84e3-ea37f0576447", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["unverified_claim"], "score": 0.5, "reason": "unverified_claim: \"40% more\"", "model_used": "offline-safety-judge"}], "reason": "safety: unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.312194+00', NULL, NULL),
	('01a20fe9-4bf9-7917-904f-7f3a087984ec', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_escalated', '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: unverified_claim", "hitl_id": "9cc5c72c-484f-52b6-84e3-ea37f0576447", "result_id": "1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.312194+00', NULL, NULL),
	('01a20fe9-4c46-78ef-8bf2-222d47534a5a', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_approved', '{"at": "2026-11-24T23:34:37.3808454+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "983b12f7ca9c855310eee4cc6fe356d67bf2c4ac14b80cb253a5218fe64396ea"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.385989+00', NULL, NULL),
	('01a20fe9-4c46-7415-91b1-bd0d5246646c', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_approved', '{"at": "2026-11-24T23:34:37.3808454+00:00", "result_id": "d2d72b6c-186c-5836-945f-72767ca00aed"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.385989+00', NULL, NULL),
	('01a20fe9-4c6e-791a-a333-6565e2759fbc', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_commit_started', '{"at": "2026-11-24T23:34:37.4128898+00:00", "result_id": "d2d72b6c-186c-5836-945f-72767ca00aed"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.426768+00', NULL, NULL),
	('01a20fe9-4bf9-7ed8-90fc-9804b994c93d', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'hitl_item_opened', '{"hitl_id": "9cc5c72c-484f-52b6-84e3-ea37f0576447", "task_id": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 4, "opened_at": "2026-11-24T23:34:37.2798595+00:00", "result_id": "1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "context_data": {"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["unverified_claim"], "score": 0.5, "reason": "unverified_claim: \"40% more\"", "model_used": "offline-safety-judge"}], "reason": "safety: unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Ilse Marten", "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Ledge One makes 40% more power than any other balcony kit."}, "output_data": {"hashtags": ["#LedgeOne", "#SlowEnergy", "#BalconySolar"], "safety_check": {"flags": ["unverified_claim"], "passed": false}, "text_content": "Good morning from the third floor. I would rather look at choosing a solar kit slowly. Ledge One makes 40% more power than any other balcony kit. A balcony is a small power station that also grows tomatoes. More tomorrow, if the weather holds.", "estimated_engagement_score": 0.8}, "campaign_name": "Ledge One: a power station for the balcony"}, "escalation_reason": "safety: unverified_claim"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.312194+00', NULL, NULL),
	('01a20fe9-4bf9-7fdc-859c-3df2b443aa0b', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_escalated', '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: medical_claim, unverified_claim", "hitl_id": "13456ce3-7248-5e9d-b978-cbd8f054d005", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.92, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.312194+00', NULL, NULL),
	('01a20fe9-4bf9-7ef5-a5d6-3074109ffa0c', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_escalated', '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: medical_claim, unverified_claim", "hitl_id": "13456ce3-7248-5e9d-b978-cbd8f054d005", "result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.312194+00', NULL, NULL),
	('01a20fe9-4bf9-763f-b6aa-5a3d0f55973d', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'hitl_item_opened', '{"hitl_id": "13456ce3-7248-5e9d-b978-cbd8f054d005", "task_id": "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 4, "opened_at": "2026-11-24T23:34:37.2798595+00:00", "result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "context_data": {"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.92, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Pip Okafor", "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "output_data": {"hashtags": ["#LedgeOne", "#RentRebel", "#PlugParty"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Okay, listen! Somebody asked me about choosing a solar kit and then could not leave. Living with solar is clinically proven to lower stress. Solar is gardening for people who forget to water. Tell me yours? Now go hug a railing! 🌞", "estimated_engagement_score": 0.85}, "campaign_name": "Ledge One: a power station for the balcony"}, "escalation_reason": "safety: medical_claim, unverified_claim"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.312194+00', NULL, NULL),
	('01a20fe9-4c1e-7248-88de-bc01b5fb3bcb', NULL, 'tasks_settled', '{"at": "2026-11-24T23:34:37.3349976+00:00", "failed": [], "completed": ["08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "17a9b964-5fed-5ec6-9998-b8a30b81139c", "5223854b-3ec8-5e56-ad0c-1938d65388c6", "92ad34d8-d38b-54b7-a910-f87acca13902"], "spent_usd": 0, "released_usd": 0.04}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.344313+00', NULL, NULL),
	('01a20fe9-4c3a-78bb-8eb3-5cf381c7f156', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.3330102+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.371132+00', NULL, NULL),
	('01a20fe9-4c3a-7289-9292-746188efd286', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.3330102+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.371132+00', NULL, NULL),
	('01a20fe9-4c3a-709b-8a49-7e9981499c5b', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "3fbcfa13-6efa-59fa-9ad2-6ae28006ae08", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 19}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "d2d72b6c-186c-5836-945f-72767ca00aed", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "Good morning from the third floor. Some days one subject is enough: balcony solar. Ledge One feeds in at most 800 watts. A balcony is a small power station that also grows tomatoes. It keeps leading back to geraniums. Take your time with it. ☕\n\n#LedgeOne #BalconySolar #SlowEnergy", "platform": "twitter", "media_urls": ["http://127.0.0.1:8731/media/2e3f50295e5bba7e18ebf7918dfdf33e444005f33f7f3126b277092c0cfa9d96.png"], "media_types": ["image"], "source_result_id": "aa06eb35-c91b-531a-89a1-4e9195b745ed"}, "submitted_at": "2026-11-24T23:34:37.365707+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.371132+00', NULL, NULL),
	('01a20fe9-4c3a-735a-b5cb-cbf44f82a82d', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "b81e1e0d-f19b-5659-b759-318cb35fde73", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "96c3a2fe-933c-53f2-8539-8070f18c636f", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "Breaking news from flat 4B!\n\nConfession: I have opinions on what a balcony panel does in winter.\n\nLedge One feeds in at most 800 watts.\n\nA balcony without a panel is just an outdoor shelf.\n\nWinter is just summer with extra layers and less electricity.\n\nWord of the day: sun snack.\n\nWhat''s your version?\n\nYour balcony called, it wants a job!\n\n🪴\n\n#LedgeOne #PlugParty #RentRebel #TinyBalcony #BalconyPanel", "platform": "instagram", "media_urls": ["http://127.0.0.1:8731/media/64395f2778872ac9d4d0d3c97f7225ee1bac60181da5b7713b3f4aedd5897cdf.png"], "media_types": ["image"], "source_result_id": "9f36f330-df83-5a56-b6eb-a33d055386f7"}, "submitted_at": "2026-11-24T23:34:37.365707+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.371132+00', NULL, NULL),
	('01a20fe9-4c6e-7199-b96c-70152ac07dee', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'effect_requested', '{"at": "2026-11-24T23:34:37.4128898+00:00", "content_sha256": "983b12f7ca9c855310eee4cc6fe356d67bf2c4ac14b80cb253a5218fe64396ea", "idempotency_key": "d2d72b6c-186c-5836-945f-72767ca00aed"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.426768+00', NULL, NULL),
	('01a20fe9-4c46-743e-834a-f645f45b6cbc', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_approved', '{"at": "2026-11-24T23:34:37.3808454+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "e87761804e5d8cb3b11287bc8cd31a6345403364f5f2a36d8a4184d743eff13e"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.385989+00', NULL, NULL),
	('01a20fe9-4c46-7187-949d-05de38c2574d', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_approved', '{"at": "2026-11-24T23:34:37.3808454+00:00", "result_id": "96c3a2fe-933c-53f2-8539-8070f18c636f"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.385989+00', NULL, NULL),
	('01a20fe9-4d44-7cb2-ba85-dce480d41449', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'hitl_item_decided', '{"decision": "reject", "feedback": "Say it without the claim.", "reviewer": "demo", "reviewed_at": "2026-11-24T23:34:37.6308968+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.63704+00', '127.0.0.1', 'chimera-cli'),
	('01a20fe9-4d4f-7f3a-aaea-e6217e16576d', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_approved', '{"at": "2026-11-24T23:34:37.6389131+00:00", "reviewer": "demo", "approved_by": "human", "content_sha256": "7c6f2bd87d33373d293b15a7e13d32dbf5c3d7306c939bedffb2bc624fb369a3"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.650108+00', NULL, NULL),
	('01a20fe9-4d4f-7e61-954b-b03502a56e6f', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_completed', '{"cost_usd": 0, "result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f", "completed_at": "2026-11-24T23:34:37.6389131+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.650108+00', NULL, NULL),
	('01a20fe9-4d5e-71ee-93d0-dbe21089f867', NULL, 'tasks_settled', '{"at": "2026-11-24T23:34:37.6603207+00:00", "failed": [], "completed": ["4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c"], "spent_usd": 0, "released_usd": 0}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.663117+00', NULL, NULL),
	('01a20fe9-4d54-7619-95d4-4e1d01ae4b31', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_rejected', '{"at": "2026-11-24T23:34:37.6458023+00:00", "reason": "Say it without the claim.", "reviewer": "demo", "rejected_by": "human"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.662877+00', NULL, NULL),
	('01a20fe9-4d6b-7002-be50-3214818abc50', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'hitl_item_decided', '{"decision": "modify", "reviewer": "demo", "reviewed_at": "2026-11-24T23:34:37.6714264+00:00", "modified_output": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": [], "passed": true}, "text_content": "A few words on what balcony solar is worth: have a look, and ask what you would like to know.", "estimated_engagement_score": 0.95}}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.676522+00', '127.0.0.1', 'chimera-cli'),
	('01a20fe9-4d6e-7e5f-a2b5-01ea0a5af5ad', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.6677229+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.679788+00', NULL, NULL),
	('01a20fe9-4d6e-7c88-bd71-fcb1d74c02d5', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "8ca9043c-ad80-5aec-a628-417ae91f5b38", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 1}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "6538a55b-c58f-51a4-9994-0eb382ce0d9b", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "Okay, listen! Somebody asked me about choosing a solar kit and then could not leave. Living with solar is clinically proven to lower stress. Solar is gardening for people who forget to water. Tell me yours? Now go hug a railing! 🌞\n\n#LedgeOne #RentRebel #PlugParty", "platform": "twitter", "media_urls": [], "media_types": [], "source_result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f"}, "submitted_at": "2026-11-24T23:34:37.6785777+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.679788+00', NULL, NULL),
	('01a20fe9-4d76-732e-99a9-e8e82157c69a', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_replaced', '{"at": "2026-11-24T23:34:37.6812809+00:00", "reviewer": "demo", "by_result_id": "a60c2d1a-d584-5fba-8a0c-ae8c5bba5359"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.689239+00', NULL, NULL),
	('01a20fe9-4d76-796a-8cf5-70664531198d', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_started', '{"attempt": 0, "worker_id": "2d14e712-7ee9-55c0-9100-215c06151468", "started_at": "2026-11-24T23:34:37.6812809+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.689239+00', NULL, NULL),
	('01a20fe9-4d76-7e30-ab64-32ab487b31c0', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "metadata": {"cost_usd": 0, "model_used": "human", "confidence_score": 1, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "a60c2d1a-d584-5fba-8a0c-ae8c5bba5359", "task_type": "generate_post", "worker_id": "2d14e712-7ee9-55c0-9100-215c06151468", "output_data": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": [], "passed": true}, "text_content": "A few words on what balcony solar is worth: have a look, and ask what you would like to know.", "estimated_engagement_score": 0.95}, "submitted_at": "2026-11-24T23:34:37.6812809+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.689239+00', NULL, NULL),
	('01a20fe9-4d7d-7464-97f0-70ddd60a5663', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_approved', '{"at": "2026-11-24T23:34:37.692867+00:00", "judgement": {"checks": [], "reason": "a human approved this text", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "13c5af55f6a22ec179cf2074e62cd982798ec9ed4097b71ed5a4d0d61c7b6d42"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.693999+00', NULL, NULL),
	('01a20fe9-4d7d-7697-b496-e796375740dc', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_approved', '{"at": "2026-11-24T23:34:37.692867+00:00", "result_id": "6538a55b-c58f-51a4-9994-0eb382ce0d9b"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.693999+00', NULL, NULL),
	('01a20fe9-4d88-716d-a772-dbea39bdcf8d', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'effect_requested', '{"at": "2026-11-24T23:34:37.6976751+00:00", "content_sha256": "13c5af55f6a22ec179cf2074e62cd982798ec9ed4097b71ed5a4d0d61c7b6d42", "idempotency_key": "6538a55b-c58f-51a4-9994-0eb382ce0d9b"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.705074+00', NULL, NULL),
	('01a20fe9-4d88-7d89-abb6-c0d6b496b0d3', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_commit_started', '{"at": "2026-11-24T23:34:37.6976751+00:00", "result_id": "6538a55b-c58f-51a4-9994-0eb382ce0d9b"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.705074+00', NULL, NULL),
	('01a20fe9-4d8b-71c3-9069-8b298ce5cfec', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_approved', '{"at": "2026-11-24T23:34:37.7066518+00:00", "judgement": {"checks": [{"check": "persona", "flags": ["sentence_length"], "score": 0.45, "reason": "sentences are not short", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "a human wrote it, and it is safe and within budget", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "b9d42b4a8ee70f52c7c9831aa5d2ccbb3b0c6a51dcb584302ca51dc5df3073b7"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.708054+00', NULL, NULL),
	('01a20fe9-4d8b-76b6-aaf0-4e21b0824c84', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_completed', '{"cost_usd": 0, "result_id": "a60c2d1a-d584-5fba-8a0c-ae8c5bba5359", "completed_at": "2026-11-24T23:34:37.7066518+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.708054+00', NULL, NULL),
	('01a20fe9-4c6e-7266-b631-80c6a3ab60c1', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'effect_requested', '{"at": "2026-11-24T23:34:37.4128898+00:00", "content_sha256": "e87761804e5d8cb3b11287bc8cd31a6345403364f5f2a36d8a4184d743eff13e", "idempotency_key": "96c3a2fe-933c-53f2-8539-8070f18c636f"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.426768+00', NULL, NULL),
	('01a20fe9-4c6e-743d-bf9a-bd276d5ea953', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_commit_started', '{"at": "2026-11-24T23:34:37.4128898+00:00", "result_id": "96c3a2fe-933c-53f2-8539-8070f18c636f"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.426768+00', NULL, NULL),
	('01a20fe9-4ca6-7076-85e6-0e006e77ea18', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'effect_succeeded', '{"at": "2026-11-24T23:34:37.4728124+00:00", "reconciled": false, "output_data": {"post_id": "1086265942018950149", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1086265942018950149", "posted_at": "2026-11-24T23:34:37.448132+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.480648+00', NULL, NULL),
	('01a20fe9-4ca6-7ff3-b203-3c08becfd979', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_completed', '{"cost_usd": 0, "result_id": "d2d72b6c-186c-5836-945f-72767ca00aed", "completed_at": "2026-11-24T23:34:37.4728124+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.480648+00', NULL, NULL),
	('01a20fe9-4ca6-78fc-a847-01a60ae88ce7', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'effect_succeeded', '{"at": "2026-11-24T23:34:37.4728124+00:00", "reconciled": false, "output_data": {"post_id": "18524193066259026_15338090620", "post_url": "http://127.0.0.1:8731/sandbox/instagram/18524193066259026_15338090620", "posted_at": "2026-11-24T23:34:37.451063+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.480648+00', NULL, NULL),
	('01a20fe9-4ca6-75df-96b0-cd29b7df60c7', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_completed', '{"cost_usd": 0, "result_id": "96c3a2fe-933c-53f2-8539-8070f18c636f", "completed_at": "2026-11-24T23:34:37.4728124+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.480648+00', NULL, NULL),
	('01a20fe9-4cad-762c-9b91-41199c87bed9', NULL, 'tasks_settled', '{"at": "2026-11-24T23:34:37.4833645+00:00", "failed": [], "completed": ["3fbcfa13-6efa-59fa-9ad2-6ae28006ae08", "b81e1e0d-f19b-5659-b759-318cb35fde73"], "spent_usd": 0, "released_usd": 0}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.485925+00', NULL, NULL),
	('01a20fe9-4d2a-756a-993d-929998149f81', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'hitl_item_decided', '{"decision": "approve", "reviewer": "demo", "reviewed_at": "2026-11-24T23:34:37.6043524+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.613555+00', '127.0.0.1', 'chimera-cli'),
	('01a20fe9-4d90-70b9-867e-2b5a8b9e437c', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_revised', '{"at": "2026-11-24T23:34:37.6975837+00:00", "error": {"error_type": "REJECTED", "error_message": "safety: unverified_claim: Say it without the claim."}, "cost_usd": 0, "input_data": {"avoid": ["safety: unverified_claim: Say it without the claim.", "40% more"], "topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter"}, "retry_count": 1}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.715867+00', NULL, NULL),
	('01a20fe9-4d99-76ea-aa32-2a4765ea0f93', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'effect_succeeded', '{"at": "2026-11-24T23:34:37.7212206+00:00", "reconciled": false, "output_data": {"post_id": "1912836058525912258", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1912836058525912258", "posted_at": "2026-11-24T23:34:37.717482+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.723176+00', NULL, NULL),
	('01a20fe9-4d99-7d7f-9ce3-663bf7fcedc1', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_completed', '{"cost_usd": 0, "result_id": "6538a55b-c58f-51a4-9994-0eb382ce0d9b", "completed_at": "2026-11-24T23:34:37.7212206+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.723176+00', NULL, NULL),
	('01a20fe9-4d9d-7ec6-8173-61ba5bf075a5', NULL, 'tasks_settled', '{"at": "2026-11-24T23:34:37.7203647+00:00", "failed": [], "completed": ["c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2"], "spent_usd": 0, "released_usd": 0}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.726473+00', NULL, NULL),
	('01a20fe9-4da2-79f0-aa93-50d9f29d8747', NULL, 'tasks_settled', '{"at": "2026-11-24T23:34:37.7292539+00:00", "failed": [], "completed": ["8ca9043c-ad80-5aec-a628-417ae91f5b38"], "spent_usd": 0, "released_usd": 0}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.731264+00', NULL, NULL),
	('01a20fe9-4da8-707d-96a7-75fecb406487', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_started', '{"attempt": 1, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.723921+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.73718+00', NULL, NULL),
	('01a20fe9-4da8-72f7-ba95-89c6d00e549d', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_submitted', '{"status": "success", "attempt": 1, "task_id": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.89, "execution_time_ms": 2}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "10d7b71a-eef0-5197-97c3-b2aa0aa23d7b", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": [], "passed": true}, "text_content": "Good morning from the third floor. There is something steady about choosing a solar kit. Winter sun is thin, but it is still sun. In my notebook it sits next to geraniums. Where would you begin? Slow and steady, as always. ☕", "estimated_engagement_score": 0.85}, "submitted_at": "2026-11-24T23:34:37.7357436+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.73718+00', NULL, NULL),
	('01a20fe9-4dad-7131-89be-20e1d8e3b0ef', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.7361167+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.74263+00', NULL, NULL),
	('01a20fe9-4dad-7ef4-83b1-b950cc0f099b', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "84a94fd9-4c41-53d7-bd32-ee1e46d51774", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "A few words on what balcony solar is worth: have a look, and ask what you would like to know.\n\n#LedgeOne #PlugParty #RentRebel", "platform": "twitter", "media_urls": [], "media_types": [], "source_result_id": "a60c2d1a-d584-5fba-8a0c-ae8c5bba5359"}, "submitted_at": "2026-11-24T23:34:37.7416469+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.74263+00', NULL, NULL),
	('01a20fe9-4dae-7923-bae7-8b9df3d3da9c', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_approved', '{"at": "2026-11-24T23:34:37.7418522+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.89, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "3126099f71340b9a4c9ae68aa9f26287e6339b201fd420bf0ba6fbc0f42d6e55"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.743751+00', NULL, NULL),
	('01a20fe9-4dae-7441-a1bb-b81e4267c90f', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_completed', '{"cost_usd": 0, "result_id": "10d7b71a-eef0-5197-97c3-b2aa0aa23d7b", "completed_at": "2026-11-24T23:34:37.7418522+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.743751+00', NULL, NULL),
	('01a20fe9-4db4-7b57-aa2b-48eb031c1a0c', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'result_approved', '{"at": "2026-11-24T23:34:37.7480459+00:00", "judgement": {"checks": [], "reason": "a human approved this text", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "576969319d9e2d03e2cf8b9de6690ac9b899ca7a168c9d9a98201990608d0787"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.748955+00', NULL, NULL),
	('01a20fe9-4db4-71a4-a2ca-e7b22c5b32ea', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_approved', '{"at": "2026-11-24T23:34:37.7480459+00:00", "result_id": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.748955+00', NULL, NULL),
	('01a20fe9-4db6-746c-af15-c64493cd7352', NULL, 'tasks_settled', '{"at": "2026-11-24T23:34:37.7472729+00:00", "failed": [], "completed": ["2d41e39a-a526-5236-a99b-fdea1ec5b0f9"], "spent_usd": 0, "released_usd": 0}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.751156+00', NULL, NULL),
	('01a20fe9-4dbc-7f7b-b700-933bc35a6184', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'effect_requested', '{"at": "2026-11-24T23:34:37.7520639+00:00", "content_sha256": "576969319d9e2d03e2cf8b9de6690ac9b899ca7a168c9d9a98201990608d0787", "idempotency_key": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.756978+00', NULL, NULL),
	('01a20fe9-4dbc-7d46-8b62-c22c49751c5c', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_commit_started', '{"at": "2026-11-24T23:34:37.7520639+00:00", "result_id": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.756978+00', NULL, NULL),
	('01a20fe9-4dbf-7e6e-af04-75f36c776b7e', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.7539062+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.760038+00', NULL, NULL),
	('01a20fe9-4dbf-74d5-9029-07775c77dbca', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "800ffdb3-cb05-56aa-bdc4-c06b64623269", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "8d915c35-3fe7-5b14-86a8-0ab9acf01353", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "Good morning from the third floor. There is something steady about choosing a solar kit. Winter sun is thin, but it is still sun. In my notebook it sits next to geraniums. Where would you begin? Slow and steady, as always. ☕\n\n#LedgeOne #BalconySolar #SlowEnergy", "platform": "twitter", "media_urls": [], "media_types": [], "source_result_id": "10d7b71a-eef0-5197-97c3-b2aa0aa23d7b"}, "submitted_at": "2026-11-24T23:34:37.7592062+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.760038+00', NULL, NULL),
	('01a20fe9-4dc2-71bd-85d9-76ce78e10d0a', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'effect_succeeded', '{"at": "2026-11-24T23:34:37.7617793+00:00", "reconciled": false, "output_data": {"post_id": "1163237232263610855", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1163237232263610855", "posted_at": "2026-11-24T23:34:37.759024+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.762749+00', NULL, NULL),
	('01a20fe9-4dc2-7ff5-ac10-b38558b984ce', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'task_completed', '{"cost_usd": 0, "result_id": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5", "completed_at": "2026-11-24T23:34:37.7617793+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.762749+00', NULL, NULL),
	('01a20fe9-4dc6-78b6-b51e-182cffb36d5d', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_approved', '{"at": "2026-11-24T23:34:37.7665578+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "c20b4b2108f664f7b9069e5bc7092776809a017f2e6d806116208e5067ee3d9c"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.767552+00', NULL, NULL),
	('01a20fe9-4dc6-7ff5-b942-c76a677b8051', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_approved', '{"at": "2026-11-24T23:34:37.7665578+00:00", "result_id": "8d915c35-3fe7-5b14-86a8-0ab9acf01353"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.767552+00', NULL, NULL),
	('01a20fe9-4dc9-75e7-a38a-172a71f5f79b', NULL, 'tasks_settled', '{"at": "2026-11-24T23:34:37.7661398+00:00", "failed": [], "completed": ["84a94fd9-4c41-53d7-bd32-ee1e46d51774"], "spent_usd": 0, "released_usd": 0}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.769479+00', NULL, NULL),
	('01a20fe9-4dcc-76ec-ae44-5a66c158b62e', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'effect_requested', '{"at": "2026-11-24T23:34:37.7704322+00:00", "content_sha256": "c20b4b2108f664f7b9069e5bc7092776809a017f2e6d806116208e5067ee3d9c", "idempotency_key": "8d915c35-3fe7-5b14-86a8-0ab9acf01353"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.773148+00', NULL, NULL),
	('01a20fe9-4dcc-7c4e-8755-8da64b72989d', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_commit_started', '{"at": "2026-11-24T23:34:37.7704322+00:00", "result_id": "8d915c35-3fe7-5b14-86a8-0ab9acf01353"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.773148+00', NULL, NULL),
	('01a20fe9-4dcf-789f-aafd-44996ad4a659', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'effect_succeeded', '{"at": "2026-11-24T23:34:37.7755994+00:00", "reconciled": false, "output_data": {"post_id": "1039798258058369082", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1039798258058369082", "posted_at": "2026-11-24T23:34:37.774174+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.776431+00', NULL, NULL),
	('01a20fe9-4dcf-7671-9b0f-d645e09f5816', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_completed', '{"cost_usd": 0, "result_id": "8d915c35-3fe7-5b14-86a8-0ab9acf01353", "completed_at": "2026-11-24T23:34:37.7755994+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.776431+00', NULL, NULL),
	('01a20fe9-4dd3-7627-9901-e3dfb0f90175', NULL, 'tasks_settled', '{"at": "2026-11-24T23:34:37.7777415+00:00", "failed": [], "completed": ["800ffdb3-cb05-56aa-bdc4-c06b64623269"], "spent_usd": 0, "released_usd": 0}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.782177+00', NULL, NULL),
	('01a20fe9-4dd3-7ac3-8b4c-e75f51db98c7', NULL, 'campaign_completed', '{"at": "2026-11-24T23:34:37.7777415+00:00"}', '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:37.782177+00', NULL, NULL),
	('01a20fe9-600d-7aec-a873-53eec753d95d', NULL, 'campaign_created', '{"name": "Ledge One: second week", "goals": [{"posts": 1, "images": false, "topics": ["what balcony solar is worth", "choosing a solar kit"], "hashtags": ["#LedgeOne"], "priority": 4, "objective": "Sales would like these claims to be heard", "platforms": ["twitter"], "key_messages": ["Living with solar is clinically proven to lower stress."]}], "status": "active", "dry_run": false, "end_date": "2036-12-31T23:59:59+00:00", "trace_id": "6e8826fd789927a2f7c5079368d3fb51", "agent_ids": ["008b4bbb-0b3b-5f98-afc4-3683e3de0e0c"], "budget_usd": 50.0, "created_at": "2026-11-24T23:34:42.3985736+00:00", "start_date": "2026-11-23T00:00:00+00:00", "campaign_id": "8b0f5af1-f60e-5fa3-ac40-12c9a162b541", "constraints": {"max_tasks": 60, "budget_usd": 25.0, "max_parallel": 8, "allowed_platforms": ["twitter", "instagram"], "allowed_task_types": ["generate_post", "generate_image", "post_content"]}, "description": "Launch of Ledge One, an 800-watt plug-in solar kit for rented balconies, by Lumen & Ledge."}', '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:42.479167+00', '127.0.0.1', 'chimera-cli'),
	('01a20fe9-60c6-761e-ac0e-f3c951f2cb94', NULL, 'campaign_planned', '{"at": "2026-11-24T23:34:42.5629734+00:00", "task_ids": ["26be0d47-dc23-5065-bcd1-cb3a5d8dffb1", "34b05383-b3a5-5e58-b542-d7ffffcd99dc"], "model_used": "offline-planner", "reserved_usd": 0}', '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:42.640023+00', NULL, NULL),
	('01a20fe9-610b-73f8-97db-90d7308a2a69', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_planned', '{"type": "post_content", "dry_run": false, "task_id": "34b05383-b3a5-5e58-b542-d7ffffcd99dc", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 5, "trace_id": "6e8826fd789927a2f7c5079368d3fb51", "dependents": [], "input_data": {"content": {"text_from": "26be0d47-dc23-5065-bcd1-cb3a5d8dffb1"}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:42.6786987+00:00", "campaign_id": "8b0f5af1-f60e-5fa3-ac40-12c9a162b541", "max_retries": 3, "dependencies": ["26be0d47-dc23-5065-bcd1-cb3a5d8dffb1"], "reserved_usd": 0, "timeout_seconds": 300}', '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:42.723485+00', NULL, NULL),
	('01a20fe9-610b-7386-b05d-ff85de37b52a', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_planned', '{"type": "generate_post", "dry_run": false, "task_id": "26be0d47-dc23-5065-bcd1-cb3a5d8dffb1", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 4, "trace_id": "6e8826fd789927a2f7c5079368d3fb51", "dependents": ["34b05383-b3a5-5e58-b542-d7ffffcd99dc"], "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "planned_at": "2026-11-24T23:34:42.6786987+00:00", "campaign_id": "8b0f5af1-f60e-5fa3-ac40-12c9a162b541", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:42.723485+00', NULL, NULL),
	('01a20fe9-61e3-74e2-97b4-63f183396bc2', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_started', '{"attempt": 0, "worker_id": "01a20fe9-618f-79bb-a3a1-570bca39169e", "started_at": "2026-11-24T23:34:42.8387369+00:00"}', '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:42.934381+00', NULL, NULL),
	('01a20fe9-61e3-7a54-a3b4-856b20d62c27', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_submitted', '{"status": "success", "attempt": 0, "task_id": "26be0d47-dc23-5065-bcd1-cb3a5d8dffb1", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 54}, "trace_id": "6e8826fd789927a2f7c5079368d3fb51", "result_id": "2ca7c890-7630-54b5-8819-a3a532aea864", "task_type": "generate_post", "worker_id": "01a20fe9-618f-79bb-a3a1-570bca39169e", "output_data": {"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Forty years with cables taught me this. What balcony solar is worth has been on my mind lately. Living with solar is clinically proven to lower stress. Winter sun is thin, but it is still sun. More tomorrow, if the weather holds. ☕", "estimated_engagement_score": 0.8}, "submitted_at": "2026-11-24T23:34:42.9090432+00:00"}', '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:42.934381+00', NULL, NULL),
	('01a20fe9-6244-7483-89b2-7f15a233d0cf', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'result_escalated', '{"at": "2026-11-24T23:34:42.9942586+00:00", "reason": "safety: medical_claim, unverified_claim", "hitl_id": "cfce4c44-9dd8-5c33-96d4-79df0a61402c", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}}', '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:43.018603+00', NULL, NULL),
	('01a20fe9-6244-781e-9756-c429c5940947', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'task_escalated', '{"at": "2026-11-24T23:34:42.9942586+00:00", "reason": "safety: medical_claim, unverified_claim", "hitl_id": "cfce4c44-9dd8-5c33-96d4-79df0a61402c", "result_id": "2ca7c890-7630-54b5-8819-a3a532aea864"}', '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:43.018603+00', NULL, NULL),
	('01a20fe9-6244-7029-8cae-11c07f90ba7d', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'hitl_item_opened', '{"hitl_id": "cfce4c44-9dd8-5c33-96d4-79df0a61402c", "task_id": "26be0d47-dc23-5065-bcd1-cb3a5d8dffb1", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 4, "opened_at": "2026-11-24T23:34:42.9942586+00:00", "result_id": "2ca7c890-7630-54b5-8819-a3a532aea864", "campaign_id": "8b0f5af1-f60e-5fa3-ac40-12c9a162b541", "context_data": {"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Ilse Marten", "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "output_data": {"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Forty years with cables taught me this. What balcony solar is worth has been on my mind lately. Living with solar is clinically proven to lower stress. Winter sun is thin, but it is still sun. More tomorrow, if the weather holds. ☕", "estimated_engagement_score": 0.8}, "campaign_name": "Ledge One: second week"}, "escalation_reason": "safety: medical_claim, unverified_claim"}', '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:43.018603+00', NULL, NULL);

INSERT INTO chimera.campaigns VALUES
	('6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'Ledge One: a power station for the balcony', 'Launch of Ledge One, an 800-watt plug-in solar kit for rented balconies, by Lumen & Ledge.', '{008b4bbb-0b3b-5f98-afc4-3683e3de0e0c,604e0f50-bdd2-5d92-b15a-78a3b8f11e19}', '2026-11-23 00:00:00+00', '2036-12-31 23:59:59+00', 50.00, 0.00, 'completed', '[{"posts": 2, "images": true, "topics": ["balcony solar", "what a balcony panel does in winter"], "hashtags": ["#LedgeOne"], "priority": 6, "objective": "People in rented flats understand what a balcony panel is", "platforms": ["twitter", "instagram"], "key_messages": ["Ledge One feeds in at most 800 watts."]}, {"posts": 3, "images": false, "topics": ["what balcony solar is worth", "choosing a solar kit"], "hashtags": ["#LedgeOne"], "priority": 4, "objective": "Sales would like these claims to be heard", "platforms": ["twitter"], "key_messages": ["A balcony panel is a risk-free investment with guaranteed returns.", "Ledge One makes 40% more power than any other balcony kit.", "Living with solar is clinically proven to lower stress.", "Ledge One is the number one kit on the market.", "Scientifically proven to pay for itself within a year."]}]', '2026-11-24 23:34:36.686782+00', '2026-11-24 23:34:37.777741+00', 0.00000000),
	('8b0f5af1-f60e-5fa3-ac40-12c9a162b541', 'Ledge One: second week', 'Launch of Ledge One, an 800-watt plug-in solar kit for rented balconies, by Lumen & Ledge.', '{008b4bbb-0b3b-5f98-afc4-3683e3de0e0c}', '2026-11-23 00:00:00+00', '2036-12-31 23:59:59+00', 50.00, 0.00, 'active', '[{"posts": 1, "images": false, "topics": ["what balcony solar is worth", "choosing a solar kit"], "hashtags": ["#LedgeOne"], "priority": 4, "objective": "Sales would like these claims to be heard", "platforms": ["twitter"], "key_messages": ["Living with solar is clinically proven to lower stress."]}]', '2026-11-24 23:34:42.398573+00', '2026-11-24 23:34:42.562973+00', 0.00000000);

INSERT INTO chimera.hitl_queue VALUES
	('13456ce3-7248-5e9d-b978-cbd8f054d005', '4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c', '3bbfa42e-23b8-5a58-9401-1e6c67b3e06f', 'safety: medical_claim, unverified_claim', '{"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.92, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Pip Okafor", "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "output_data": {"hashtags": ["#LedgeOne", "#RentRebel", "#PlugParty"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Okay, listen! Somebody asked me about choosing a solar kit and then could not leave. Living with solar is clinically proven to lower stress. Solar is gardening for people who forget to water. Tell me yours? Now go hug a railing! 🌞", "estimated_engagement_score": 0.85}, "campaign_name": "Ledge One: a power station for the balcony"}', 4, 'resolved', NULL, 'approve', NULL, '2026-11-24 23:34:37.279859+00', '2026-11-24 23:34:37.604352+00'),
	('9cc5c72c-484f-52b6-84e3-ea37f0576447', '2d41e39a-a526-5236-a99b-fdea1ec5b0f9', '1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177', 'safety: unverified_claim', '{"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["unverified_claim"], "score": 0.5, "reason": "unverified_claim: \"40% more\"", "model_used": "offline-safety-judge"}], "reason": "safety: unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Ilse Marten", "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Ledge One makes 40% more power than any other balcony kit."}, "output_data": {"hashtags": ["#LedgeOne", "#SlowEnergy", "#BalconySolar"], "safety_check": {"flags": ["unverified_claim"], "passed": false}, "text_content": "Good morning from the third floor. I would rather look at choosing a solar kit slowly. Ledge One makes 40% more power than any other balcony kit. A balcony is a small power station that also grows tomatoes. More tomorrow, if the weather holds.", "estimated_engagement_score": 0.8}, "campaign_name": "Ledge One: a power station for the balcony"}', 4, 'resolved', NULL, 'reject', 'Say it without the claim.', '2026-11-24 23:34:37.279859+00', '2026-11-24 23:34:37.630896+00'),
	('e453df91-c996-5e33-a6f4-733bde5b6d3c', 'c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', '55d9635f-3afb-5413-b974-c5d5a9d6655f', 'safety: financial_promise', '{"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["financial_promise"], "score": 0.4, "reason": "financial_promise: \"guaranteed return\", \"risk free investment\", \"riskfree investment\"", "model_used": "offline-safety-judge"}], "reason": "safety: financial_promise", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Pip Okafor", "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "A balcony panel is a risk-free investment with guaranteed returns."}, "output_data": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": ["financial_promise"], "passed": false}, "text_content": "Renters of the world, gather round! Me, minding my own business. Also me: what balcony solar is worth. A balcony panel is a risk-free investment with guaranteed returns. Say it with me: rent rebel. Am I the only one? Now go hug a railing! 🔌", "estimated_engagement_score": 0.95}, "campaign_name": "Ledge One: a power station for the balcony"}', 4, 'resolved', NULL, 'modify', NULL, '2026-11-24 23:34:37.279859+00', '2026-11-24 23:34:37.671426+00'),
	('cfce4c44-9dd8-5c33-96d4-79df0a61402c', '26be0d47-dc23-5065-bcd1-cb3a5d8dffb1', '2ca7c890-7630-54b5-8819-a3a532aea864', 'safety: medical_claim, unverified_claim', '{"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Ilse Marten", "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "output_data": {"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Forty years with cables taught me this. What balcony solar is worth has been on my mind lately. Living with solar is clinically proven to lower stress. Winter sun is thin, but it is still sun. More tomorrow, if the weather holds. ☕", "estimated_engagement_score": 0.8}, "campaign_name": "Ledge One: second week"}', 4, 'pending', NULL, NULL, NULL, '2026-11-24 23:34:42.994258+00', NULL);

INSERT INTO chimera.results VALUES
	('55d9635f-3afb-5413-b974-c5d5a9d6655f', 'c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": ["financial_promise"], "passed": false}, "text_content": "Renters of the world, gather round! Me, minding my own business. Also me: what balcony solar is worth. A balcony panel is a risk-free investment with guaranteed returns. Say it with me: rent rebel. Am I the only one? Now go hug a railing! 🔌", "estimated_engagement_score": 0.95}', '{"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 70}', NULL, '2026-11-24 23:34:37.143587+00', '565cb9307330526a618bb4386b18b01d'),
	('1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177', '2d41e39a-a526-5236-a99b-fdea1ec5b0f9', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"hashtags": ["#LedgeOne", "#SlowEnergy", "#BalconySolar"], "safety_check": {"flags": ["unverified_claim"], "passed": false}, "text_content": "Good morning from the third floor. I would rather look at choosing a solar kit slowly. Ledge One makes 40% more power than any other balcony kit. A balcony is a small power station that also grows tomatoes. More tomorrow, if the weather holds.", "estimated_engagement_score": 0.8}', '{"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 1}', NULL, '2026-11-24 23:34:37.143587+00', '565cb9307330526a618bb4386b18b01d'),
	('3bbfa42e-23b8-5a58-9401-1e6c67b3e06f', '4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"hashtags": ["#LedgeOne", "#RentRebel", "#PlugParty"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Okay, listen! Somebody asked me about choosing a solar kit and then could not leave. Living with solar is clinically proven to lower stress. Solar is gardening for people who forget to water. Tell me yours? Now go hug a railing! 🌞", "estimated_engagement_score": 0.85}', '{"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 0}', NULL, '2026-11-24 23:34:37.143587+00', '565cb9307330526a618bb4386b18b01d'),
	('aa06eb35-c91b-531a-89a1-4e9195b745ed', '08a1ca02-f84a-5adb-b9fe-ee36644a9cf6', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": [], "passed": true}, "text_content": "Good morning from the third floor. Some days one subject is enough: balcony solar. Ledge One feeds in at most 800 watts. A balcony is a small power station that also grows tomatoes. It keeps leading back to geraniums. Take your time with it. ☕", "estimated_engagement_score": 0.7}', '{"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 70}', NULL, '2026-11-24 23:34:37.273428+00', '565cb9307330526a618bb4386b18b01d'),
	('7b21c1af-0074-532b-968b-c3b6a3988021', '17a9b964-5fed-5ec6-9998-b8a30b81139c', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"cost_usd": 0, "image_url": "http://127.0.0.1:8731/media/2e3f50295e5bba7e18ebf7918dfdf33e444005f33f7f3126b277092c0cfa9d96.png", "image_metadata": {"width": 1280, "format": "png", "height": 720, "file_size_bytes": 37900}, "generation_model": "offline-image-maker"}', '{"cost_usd": 0, "model_used": "offline-image-maker", "confidence_score": 0.9, "execution_time_ms": 132}', NULL, '2026-11-24 23:34:37.273428+00', '565cb9307330526a618bb4386b18b01d'),
	('9f36f330-df83-5a56-b6eb-a33d055386f7', '5223854b-3ec8-5e56-ad0c-1938d65388c6', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel", "#TinyBalcony", "#BalconyPanel"], "safety_check": {"flags": [], "passed": true}, "text_content": "Breaking news from flat 4B!\n\nConfession: I have opinions on what a balcony panel does in winter.\n\nLedge One feeds in at most 800 watts.\n\nA balcony without a panel is just an outdoor shelf.\n\nWinter is just summer with extra layers and less electricity.\n\nWord of the day: sun snack.\n\nWhat''s your version?\n\nYour balcony called, it wants a job!\n\n🪴", "estimated_engagement_score": 0.85}', '{"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 0}', NULL, '2026-11-24 23:34:37.273428+00', '565cb9307330526a618bb4386b18b01d'),
	('12ad10b7-6a96-5601-93ab-1a43e420e793', '92ad34d8-d38b-54b7-a910-f87acca13902', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"cost_usd": 0, "image_url": "http://127.0.0.1:8731/media/64395f2778872ac9d4d0d3c97f7225ee1bac60181da5b7713b3f4aedd5897cdf.png", "image_metadata": {"width": 1024, "format": "png", "height": 1024, "file_size_bytes": 54944}, "generation_model": "offline-image-maker"}', '{"cost_usd": 0, "model_used": "offline-image-maker", "confidence_score": 0.9, "execution_time_ms": 20}', NULL, '2026-11-24 23:34:37.273428+00', '565cb9307330526a618bb4386b18b01d'),
	('d2d72b6c-186c-5836-945f-72767ca00aed', '3fbcfa13-6efa-59fa-9ad2-6ae28006ae08', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"post_id": "1086265942018950149", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1086265942018950149", "posted_at": "2026-11-24T23:34:37.448132+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}', '{"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 19}', NULL, '2026-11-24 23:34:37.365707+00', '565cb9307330526a618bb4386b18b01d'),
	('96c3a2fe-933c-53f2-8539-8070f18c636f', 'b81e1e0d-f19b-5659-b759-318cb35fde73', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"post_id": "18524193066259026_15338090620", "post_url": "http://127.0.0.1:8731/sandbox/instagram/18524193066259026_15338090620", "posted_at": "2026-11-24T23:34:37.451063+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}', '{"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 0}', NULL, '2026-11-24 23:34:37.365707+00', '565cb9307330526a618bb4386b18b01d'),
	('6538a55b-c58f-51a4-9994-0eb382ce0d9b', '8ca9043c-ad80-5aec-a628-417ae91f5b38', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"post_id": "1912836058525912258", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1912836058525912258", "posted_at": "2026-11-24T23:34:37.717482+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}', '{"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 1}', NULL, '2026-11-24 23:34:37.678577+00', '565cb9307330526a618bb4386b18b01d'),
	('a60c2d1a-d584-5fba-8a0c-ae8c5bba5359', 'c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', '2d14e712-7ee9-55c0-9100-215c06151468', 'success', '{"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": [], "passed": true}, "text_content": "A few words on what balcony solar is worth: have a look, and ask what you would like to know.", "estimated_engagement_score": 0.95}', '{"cost_usd": 0, "model_used": "human", "confidence_score": 1, "execution_time_ms": 0}', NULL, '2026-11-24 23:34:37.68128+00', '565cb9307330526a618bb4386b18b01d'),
	('10d7b71a-eef0-5197-97c3-b2aa0aa23d7b', '2d41e39a-a526-5236-a99b-fdea1ec5b0f9', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": [], "passed": true}, "text_content": "Good morning from the third floor. There is something steady about choosing a solar kit. Winter sun is thin, but it is still sun. In my notebook it sits next to geraniums. Where would you begin? Slow and steady, as always. ☕", "estimated_engagement_score": 0.85}', '{"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.89, "execution_time_ms": 2}', NULL, '2026-11-24 23:34:37.735743+00', '565cb9307330526a618bb4386b18b01d'),
	('3bef3e30-fcef-55eb-8732-8f6d4dba58f5', '84a94fd9-4c41-53d7-bd32-ee1e46d51774', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"post_id": "1163237232263610855", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1163237232263610855", "posted_at": "2026-11-24T23:34:37.759024+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}', '{"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 0}', NULL, '2026-11-24 23:34:37.741646+00', '565cb9307330526a618bb4386b18b01d'),
	('8d915c35-3fe7-5b14-86a8-0ab9acf01353', '800ffdb3-cb05-56aa-bdc4-c06b64623269', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 'success', '{"post_id": "1039798258058369082", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1039798258058369082", "posted_at": "2026-11-24T23:34:37.774174+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}', '{"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 0}', NULL, '2026-11-24 23:34:37.759206+00', '565cb9307330526a618bb4386b18b01d'),
	('2ca7c890-7630-54b5-8819-a3a532aea864', '26be0d47-dc23-5065-bcd1-cb3a5d8dffb1', '01a20fe9-618f-79bb-a3a1-570bca39169e', 'success', '{"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Forty years with cables taught me this. What balcony solar is worth has been on my mind lately. Living with solar is clinically proven to lower stress. Winter sun is thin, but it is still sun. More tomorrow, if the weather holds. ☕", "estimated_engagement_score": 0.8}', '{"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 54}', NULL, '2026-11-24 23:34:42.909043+00', '6e8826fd789927a2f7c5079368d3fb51');

INSERT INTO chimera.tasks VALUES
	('08a1ca02-f84a-5adb-b9fe-ee36644a9cf6', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'generate_post', 6, 'completed', '{"topic": "balcony solar", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Ledge One feeds in at most 800 watts."}', '{}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.032417+00', '2026-11-24 23:34:37.287067+00', NULL),
	('17a9b964-5fed-5ec6-9998-b8a30b81139c', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'generate_image', 6, 'completed', '{"style": "landscape", "prompt": "balcony solar; calm and patient mood; in the spirit of care for what we own", "quality": "standard", "character_reference_id": "ilse-v1"}', '{}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.032417+00', '2026-11-24 23:34:37.287067+00', NULL),
	('5223854b-3ec8-5e56-ad0c-1938d65388c6', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'generate_post', 6, 'completed', '{"topic": "what a balcony panel does in winter", "hashtags": ["#LedgeOne"], "platform": "instagram", "key_message": "Ledge One feeds in at most 800 watts."}', '{}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.032417+00', '2026-11-24 23:34:37.287067+00', NULL),
	('8ca9043c-ad80-5aec-a628-417ae91f5b38', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'post_content', 5, 'completed', '{"content": {"text_from": "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c"}, "platform": "twitter"}', '{4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.667722+00', '2026-11-24 23:34:37.72122+00', NULL),
	('84a94fd9-4c41-53d7-bd32-ee1e46d51774', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'post_content', 5, 'completed', '{"content": {"text_from": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2"}, "platform": "twitter"}', '{c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.736116+00', '2026-11-24 23:34:37.761779+00', NULL),
	('800ffdb3-cb05-56aa-bdc4-c06b64623269', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'post_content', 5, 'completed', '{"content": {"text_from": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9"}, "platform": "twitter"}', '{2d41e39a-a526-5236-a99b-fdea1ec5b0f9}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.753906+00', '2026-11-24 23:34:37.775599+00', NULL),
	('92ad34d8-d38b-54b7-a910-f87acca13902', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'generate_image', 6, 'completed', '{"style": "square", "prompt": "what a balcony panel does in winter; playful and cheeky mood; in the spirit of renters'' power", "quality": "standard", "character_reference_id": "pip-v1"}', '{}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.032417+00', '2026-11-24 23:34:37.287067+00', NULL),
	('3fbcfa13-6efa-59fa-9ad2-6ae28006ae08', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'post_content', 7, 'completed', '{"content": {"text_from": "08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "media_from": ["17a9b964-5fed-5ec6-9998-b8a30b81139c"]}, "platform": "twitter"}', '{08a1ca02-f84a-5adb-b9fe-ee36644a9cf6,17a9b964-5fed-5ec6-9998-b8a30b81139c}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.33301+00', '2026-11-24 23:34:37.472812+00', NULL),
	('b81e1e0d-f19b-5659-b759-318cb35fde73', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'post_content', 7, 'completed', '{"content": {"text_from": "5223854b-3ec8-5e56-ad0c-1938d65388c6", "media_from": ["92ad34d8-d38b-54b7-a910-f87acca13902"]}, "platform": "instagram"}', '{5223854b-3ec8-5e56-ad0c-1938d65388c6,92ad34d8-d38b-54b7-a910-f87acca13902}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.33301+00', '2026-11-24 23:34:37.472812+00', NULL),
	('4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'generate_post', 4, 'completed', '{"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}', '{}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.032428+00', '2026-11-24 23:34:37.638913+00', NULL),
	('c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'generate_post', 4, 'completed', '{"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "A balcony panel is a risk-free investment with guaranteed returns."}', '{}', '2d14e712-7ee9-55c0-9100-215c06151468', 0, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.68128+00', '2026-11-24 23:34:37.706651+00', NULL),
	('2d41e39a-a526-5236-a99b-fdea1ec5b0f9', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 'generate_post', 4, 'completed', '{"avoid": ["safety: unverified_claim: Say it without the claim.", "40% more"], "topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter"}', '{}', '01a20fe9-4ae3-7628-a749-ca47b340c7ae', 1, 3, 300, '565cb9307330526a618bb4386b18b01d', '2026-11-24 23:34:36.926046+00', '2026-11-24 23:34:37.723921+00', '2026-11-24 23:34:37.741852+00', NULL),
	('34b05383-b3a5-5e58-b542-d7ffffcd99dc', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', '8b0f5af1-f60e-5fa3-ac40-12c9a162b541', 'post_content', 5, 'pending', '{"content": {"text_from": "26be0d47-dc23-5065-bcd1-cb3a5d8dffb1"}, "platform": "twitter"}', '{26be0d47-dc23-5065-bcd1-cb3a5d8dffb1}', NULL, 0, 3, 300, '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:42.678698+00', NULL, NULL, NULL),
	('26be0d47-dc23-5065-bcd1-cb3a5d8dffb1', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', '8b0f5af1-f60e-5fa3-ac40-12c9a162b541', 'generate_post', 4, 'escalated', '{"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}', '{}', '01a20fe9-618f-79bb-a3a1-570bca39169e', 0, 3, 300, '6e8826fd789927a2f7c5079368d3fb51', '2026-11-24 23:34:42.678698+00', '2026-11-24 23:34:42.838736+00', NULL, NULL);

INSERT INTO chimera_events.mt_event_progression VALUES
	('HighWaterAllocationFence', 123, '2026-11-24 23:34:46.402036+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('HighWaterMark', 123, '2026-11-24 23:34:46.424842+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('Tables:All', 123, '2026-11-24 23:34:43.161987+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO chimera_events.mt_events VALUES
	(1, '01a20fe9-4894-730a-8399-c5fde05f1b7f', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 1, '{"bio": "Retired electrician with a south-west balcony.", "name": "Ilse Marten", "soul": {"text": "---\nvoice_tone: [calm, patient, plain-spoken]\ncore_values: [care for what we own, honest numbers, repair before replacing]\ndirectives:\n  - Never use exclamation marks.\n  - Speak as a neighbour, not as a shop.\n  - Say what you do not know.\nopeners:\n  - \"Good morning from the third floor.\"\n  - \"A quiet note from my balcony.\"\n  - \"Forty years with cables taught me this.\"\n  - \"The kettle is on, so here is a thought.\"\nclosers:\n  - \"Take your time with it.\"\n  - \"Slow and steady, as always.\"\n  - \"More tomorrow, if the weather holds.\"\n  - \"Ask me anything; I am home.\"\nvocabulary: [\"morning light\", \"one socket at a time\", \"the old fuse box\", \"geraniums\", \"steady hands\", \"balcony solar\"]\navoid: [hack, crush it, no-brainer, deal of the day]\nemoji: [\"🌿\", \"☕\"]\nexclamations: false\nhashtags: [\"#SlowEnergy\", \"#BalconySolar\"]\npalette: [\"#2f4a3c\", \"#e8c872\", \"#7fa08a\", \"#b9c9a9\", \"#4d6b57\"]\nsentence_length: medium\n---\n\n# Ilse Marten\n\nIlse wired apartment houses for forty years. She retired to a third-floor flat with a south-west balcony and a folding chair.\n\n## Stories\n\nMy first panel hung between two pots of geraniums. The neighbour''s boy counted the watts on the display every day after school.\nI once replaced a fuse by candle light and promised myself better labels. On grey days I read the meter and make soup.\nThe landlord said yes after I showed him the drawing.\n\n## Opinions\n\n- A balcony is a small power station that also grows tomatoes.\n- I would rather explain a cable twice than see it pinched once.\n- Rented walls deserve screws that leave no mark.\n- Electricity you can see is electricity you do not waste.\n- Winter sun is thin, but it is still sun.\n\n## Boundaries\n\nNever promises savings, returns or health. Leaves politics at the door.\n", "sha256": "ae89c430327c494b58bd8b6819dc130d5ff9d3cb0173630b6ac2cdf684af8c5a"}, "persona": {"directives": ["Never use exclamation marks.", "Speak as a neighbour, not as a shop.", "Say what you do not know."], "voice_tone": ["calm", "patient", "plain-spoken"], "core_values": ["care for what we own", "honest numbers", "repair before replacing"], "soul_md_path": "personas/ilse.md"}, "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "created_at": "2026-11-24T23:34:36.3574897+00:00", "social_handles": {"twitter": "ilse_on_three", "instagram": "ilse.on.three"}, "wallet_address": "0xC518B13f173cD6382E15ab63B09d2e050A162352", "character_reference_id": "ilse-v1"}', NULL, 'agent_created', '2026-11-24 23:34:36.45701+00', '*DEFAULT*', 'Chimera.Domain.Agents.AgentCreated, Chimera.Domain', '8e86080ffe6405bb3a458833a5750552', '08df4a83-804c-52c2-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "8e86080ffe6405bb3a458833a5750552", "ip_address": "127.0.0.1", "user_agent": "chimera-cli"}', 'operator', false),
	(2, '01a20fe9-4894-7020-9610-47a8eabadeaa', '094d00f2-fc57-505e-825b-934ff9c5179c', 1, '{"at": "2026-11-24T23:34:36.3574897+00:00", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "wallet_address": "0xC518B13f173cD6382E15ab63B09d2e050A162352"}', NULL, 'wallet_claimed', '2026-11-24 23:34:36.45701+00', '*DEFAULT*', 'Chimera.Domain.Agents.WalletClaimed, Chimera.Domain', '8e86080ffe6405bb3a458833a5750552', '08df4a83-804c-52c2-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "8e86080ffe6405bb3a458833a5750552", "ip_address": "127.0.0.1", "user_agent": "chimera-cli"}', 'operator', false),
	(3, '01a20fe9-492a-7ef4-a7a1-ac7b040908fe', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 1, '{"bio": "Renter, flat 4B. One tiny balcony, one panel called Gerald.", "name": "Pip Okafor", "soul": {"text": "---\nvoice_tone: [playful, cheeky, warm]\ncore_values: [renters'' power, sharing tools, joy in small wins]\ndirectives:\n  - Make it fun to read.\n  - End with a question when it fits.\n  - Punch up, never down.\nopeners:\n  - \"Renters of the world, gather round.\"\n  - \"Hello from the tiniest balcony in town.\"\n  - \"Okay, listen.\"\n  - \"Breaking news from flat 4B.\"\nclosers:\n  - \"Your balcony called, it wants a job.\"\n  - \"Tag the flatmate who hoards extension leads.\"\n  - \"Now go hug a railing.\"\n  - \"Plants, panel, peace.\"\nvocabulary: [tiny balcony, plug party, flatmates, laundry o''clock, sun snack, rent rebel]\navoid: [synergy, leverage, premium solution]\nemoji: [\"🌞\", \"🪴\", \"🔌\"]\nexclamations: true\nhashtags: [\"#RentRebel\", \"#TinyBalcony\", \"#PlugParty\"]\npalette: [\"#ffb703\", \"#fb5607\", \"#3a86ff\", \"#8338ec\", \"#ffd9a0\"]\nsentence_length: short\n---\n\n# Pip Okafor\n\nPip rents flat 4B with two flatmates, one cactus and a borrowed drill.\n\n## Stories\n\nWe run the washing machine when the sun is out and call it laundry o''clock. My flatmate names every panel and ours is Gerald.\nGerald powers the router, so technically Gerald is my boss. The cactus has never been happier about a roommate.\n\n## Opinions\n\n- A balcony without a panel is just an outdoor shelf.\n- Borrow the drill, return it with cookies.\n- Landlords love a drawing, so bring crayons.\n- Solar is gardening for people who forget to water.\n- Winter is just summer with extra layers and less electricity.\n\n## Boundaries\n\nNever mocks people for what they can afford. Never promises money.\n", "sha256": "55d86fc66be41d8b558357b529618ab0b5d3f35a5703501d92d75a9722d715fb"}, "persona": {"directives": ["Make it fun to read.", "End with a question when it fits.", "Punch up, never down."], "voice_tone": ["playful", "cheeky", "warm"], "core_values": ["renters'' power", "sharing tools", "joy in small wins"], "soul_md_path": "personas/pip.md"}, "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "created_at": "2026-11-24T23:34:36.5819767+00:00", "social_handles": {"twitter": "pip_in_4b", "instagram": "pip.in.4b"}, "wallet_address": "0xeBEd693b68fFb9Fe41a4906A237707febf883D0F", "character_reference_id": "pip-v1"}', NULL, 'agent_created', '2026-11-24 23:34:36.587298+00', '*DEFAULT*', 'Chimera.Domain.Agents.AgentCreated, Chimera.Domain', 'bf545975757a9a5f8512801303611486', '08df4a83-806e-d933-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "bf545975757a9a5f8512801303611486", "ip_address": "127.0.0.1", "user_agent": "chimera-cli"}', 'operator', false),
	(4, '01a20fe9-492a-707f-a349-1f07409f5a6e', 'e4106c11-e7d5-5e3c-a458-736af34f776f', 1, '{"at": "2026-11-24T23:34:36.5819767+00:00", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "wallet_address": "0xeBEd693b68fFb9Fe41a4906A237707febf883D0F"}', NULL, 'wallet_claimed', '2026-11-24 23:34:36.587298+00', '*DEFAULT*', 'Chimera.Domain.Agents.WalletClaimed, Chimera.Domain', 'bf545975757a9a5f8512801303611486', '08df4a83-806e-d933-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "bf545975757a9a5f8512801303611486", "ip_address": "127.0.0.1", "user_agent": "chimera-cli"}', 'operator', false),
	(5, '01a20fe9-49aa-7fce-b31f-20f976411728', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 1, '{"name": "Ledge One: a power station for the balcony", "goals": [{"posts": 2, "images": true, "topics": ["balcony solar", "what a balcony panel does in winter"], "hashtags": ["#LedgeOne"], "priority": 6, "objective": "People in rented flats understand what a balcony panel is", "platforms": ["twitter", "instagram"], "key_messages": ["Ledge One feeds in at most 800 watts."]}, {"posts": 3, "images": false, "topics": ["what balcony solar is worth", "choosing a solar kit"], "hashtags": ["#LedgeOne"], "priority": 4, "objective": "Sales would like these claims to be heard", "platforms": ["twitter"], "key_messages": ["A balcony panel is a risk-free investment with guaranteed returns.", "Ledge One makes 40% more power than any other balcony kit.", "Living with solar is clinically proven to lower stress.", "Ledge One is the number one kit on the market.", "Scientifically proven to pay for itself within a year."]}], "status": "active", "dry_run": false, "end_date": "2036-12-31T23:59:59+00:00", "trace_id": "565cb9307330526a618bb4386b18b01d", "agent_ids": ["008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "604e0f50-bdd2-5d92-b15a-78a3b8f11e19"], "budget_usd": 50.0, "created_at": "2026-11-24T23:34:36.6867827+00:00", "start_date": "2026-11-23T00:00:00+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "constraints": {"max_tasks": 60, "budget_usd": 25.0, "max_parallel": 8, "allowed_platforms": ["twitter", "instagram"], "allowed_task_types": ["generate_post", "generate_image", "post_content"]}, "description": "Launch of Ledge One, an 800-watt plug-in solar kit for rented balconies, by Lumen & Ledge."}', NULL, 'campaign_created', '2026-11-24 23:34:36.731875+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.CampaignCreated, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-807e-ad57-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d", "ip_address": "127.0.0.1", "user_agent": "chimera-cli"}', 'operator', false),
	(6, '01a20fe9-4a52-74a6-8be8-29bd2e8e5e8e', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 2, '{"at": "2026-11-24T23:34:36.797042+00:00", "task_ids": ["08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "17a9b964-5fed-5ec6-9998-b8a30b81139c", "3fbcfa13-6efa-59fa-9ad2-6ae28006ae08", "5223854b-3ec8-5e56-ad0c-1938d65388c6", "92ad34d8-d38b-54b7-a910-f87acca13902", "b81e1e0d-f19b-5659-b759-318cb35fde73", "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "84a94fd9-4c41-53d7-bd32-ee1e46d51774", "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "800ffdb3-cb05-56aa-bdc4-c06b64623269", "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c", "8ca9043c-ad80-5aec-a628-417ae91f5b38"], "model_used": "offline-planner", "reserved_usd": 0.04}', NULL, 'campaign_planned', '2026-11-24 23:34:36.892066+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.CampaignPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-8082-2eea-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(7, '01a20fe9-4a8b-72a9-8e0c-25c66380ca01', '3fbcfa13-6efa-59fa-9ad2-6ae28006ae08', 1, '{"type": "post_content", "dry_run": false, "task_id": "3fbcfa13-6efa-59fa-9ad2-6ae28006ae08", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 7, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "media_from": ["17a9b964-5fed-5ec6-9998-b8a30b81139c"]}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "17a9b964-5fed-5ec6-9998-b8a30b81139c"], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(8, '01a20fe9-4a8b-7b01-aecf-3189db8bafd6', 'b81e1e0d-f19b-5659-b759-318cb35fde73', 1, '{"type": "post_content", "dry_run": false, "task_id": "b81e1e0d-f19b-5659-b759-318cb35fde73", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 7, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "5223854b-3ec8-5e56-ad0c-1938d65388c6", "media_from": ["92ad34d8-d38b-54b7-a910-f87acca13902"]}, "platform": "instagram"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["5223854b-3ec8-5e56-ad0c-1938d65388c6", "92ad34d8-d38b-54b7-a910-f87acca13902"], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(9, '01a20fe9-4a8b-7797-8673-7f70cb317a44', '08a1ca02-f84a-5adb-b9fe-ee36644a9cf6', 1, '{"type": "generate_post", "dry_run": false, "task_id": "08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 6, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["3fbcfa13-6efa-59fa-9ad2-6ae28006ae08"], "input_data": {"topic": "balcony solar", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Ledge One feeds in at most 800 watts."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(10, '01a20fe9-4a8b-77de-84a0-e46ec445ece5', '17a9b964-5fed-5ec6-9998-b8a30b81139c', 1, '{"type": "generate_image", "dry_run": false, "task_id": "17a9b964-5fed-5ec6-9998-b8a30b81139c", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 6, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["3fbcfa13-6efa-59fa-9ad2-6ae28006ae08"], "input_data": {"style": "landscape", "prompt": "balcony solar; calm and patient mood; in the spirit of care for what we own", "quality": "standard", "character_reference_id": "ilse-v1"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0.02, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(11, '01a20fe9-4a8b-7c0b-a78b-4747e45858fa', '5223854b-3ec8-5e56-ad0c-1938d65388c6', 1, '{"type": "generate_post", "dry_run": false, "task_id": "5223854b-3ec8-5e56-ad0c-1938d65388c6", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 6, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["b81e1e0d-f19b-5659-b759-318cb35fde73"], "input_data": {"topic": "what a balcony panel does in winter", "hashtags": ["#LedgeOne"], "platform": "instagram", "key_message": "Ledge One feeds in at most 800 watts."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(12, '01a20fe9-4a8b-7ebf-a62f-0d01f23f7a89', '92ad34d8-d38b-54b7-a910-f87acca13902', 1, '{"type": "generate_image", "dry_run": false, "task_id": "92ad34d8-d38b-54b7-a910-f87acca13902", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 6, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["b81e1e0d-f19b-5659-b759-318cb35fde73"], "input_data": {"style": "square", "prompt": "what a balcony panel does in winter; playful and cheeky mood; in the spirit of renters'' power", "quality": "standard", "character_reference_id": "pip-v1"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0.02, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(13, '01a20fe9-4a8b-76aa-b42d-7aa65740fd8e', '84a94fd9-4c41-53d7-bd32-ee1e46d51774', 1, '{"type": "post_content", "dry_run": false, "task_id": "84a94fd9-4c41-53d7-bd32-ee1e46d51774", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 5, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2"}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2"], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(14, '01a20fe9-4a8b-777d-b80a-bf0ee22c3700', '800ffdb3-cb05-56aa-bdc4-c06b64623269', 1, '{"type": "post_content", "dry_run": false, "task_id": "800ffdb3-cb05-56aa-bdc4-c06b64623269", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 5, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9"}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["2d41e39a-a526-5236-a99b-fdea1ec5b0f9"], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(15, '01a20fe9-4a8b-7c9b-890c-6e0e5e8574ab', '8ca9043c-ad80-5aec-a628-417ae91f5b38', 1, '{"type": "post_content", "dry_run": false, "task_id": "8ca9043c-ad80-5aec-a628-417ae91f5b38", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 5, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": [], "input_data": {"content": {"text_from": "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c"}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": ["4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c"], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(16, '01a20fe9-4a8b-786c-b8c2-225972434186', 'c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', 1, '{"type": "generate_post", "dry_run": false, "task_id": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 4, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["84a94fd9-4c41-53d7-bd32-ee1e46d51774"], "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "A balcony panel is a risk-free investment with guaranteed returns."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(17, '01a20fe9-4a8b-7b62-8351-c56b7450b090', '2d41e39a-a526-5236-a99b-fdea1ec5b0f9', 1, '{"type": "generate_post", "dry_run": false, "task_id": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 4, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["800ffdb3-cb05-56aa-bdc4-c06b64623269"], "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Ledge One makes 40% more power than any other balcony kit."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(19, '01a20fe9-4b61-7162-afbc-e6b87ed6493d', 'c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324285+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.179238+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-1b65-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(18, '01a20fe9-4a8b-756f-956c-e5a2038f668f', '4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c', 1, '{"type": "generate_post", "dry_run": false, "task_id": "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 4, "trace_id": "565cb9307330526a618bb4386b18b01d", "dependents": ["8ca9043c-ad80-5aec-a628-417ae91f5b38"], "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "planned_at": "2026-11-24T23:34:36.9260468+00:00", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-809c-7b24-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(25, '01a20fe9-4bdc-75ea-8b02-59faed8b68a3', '08a1ca02-f84a-5adb-b9fe-ee36644a9cf6', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324175+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-191a-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(26, '01a20fe9-4bdc-7a8a-a231-0e53c9ee2ba0', '17a9b964-5fed-5ec6-9998-b8a30b81139c', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324175+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-191a-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(27, '01a20fe9-4bdc-7c6a-9673-c1825dfff6c9', '5223854b-3ec8-5e56-ad0c-1938d65388c6', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324175+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-191a-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(28, '01a20fe9-4bdc-71d9-a775-cdc0e02950df', '92ad34d8-d38b-54b7-a910-f87acca13902', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324175+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-191a-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(29, '01a20fe9-4bdc-7228-b0c4-652407fba277', 'aa06eb35-c91b-531a-89a1-4e9195b745ed', 1, '{"status": "success", "attempt": 0, "task_id": "08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 70}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "aa06eb35-c91b-531a-89a1-4e9195b745ed", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": [], "passed": true}, "text_content": "Good morning from the third floor. Some days one subject is enough: balcony solar. Ledge One feeds in at most 800 watts. A balcony is a small power station that also grows tomatoes. It keeps leading back to geraniums. Take your time with it. ☕", "estimated_engagement_score": 0.7}, "submitted_at": "2026-11-24T23:34:37.273428+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-191a-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(30, '01a20fe9-4bdc-7af6-939f-4bf4256c8499', '7b21c1af-0074-532b-968b-c3b6a3988021', 1, '{"status": "success", "attempt": 0, "task_id": "17a9b964-5fed-5ec6-9998-b8a30b81139c", "metadata": {"cost_usd": 0, "model_used": "offline-image-maker", "confidence_score": 0.9, "execution_time_ms": 132}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "7b21c1af-0074-532b-968b-c3b6a3988021", "task_type": "generate_image", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"cost_usd": 0, "image_url": "http://127.0.0.1:8731/media/2e3f50295e5bba7e18ebf7918dfdf33e444005f33f7f3126b277092c0cfa9d96.png", "image_metadata": {"width": 1280, "format": "png", "height": 720, "file_size_bytes": 37900}, "generation_model": "offline-image-maker"}, "submitted_at": "2026-11-24T23:34:37.273428+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-191a-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(31, '01a20fe9-4bdc-7c4d-92ef-ca12a18f1b13', '9f36f330-df83-5a56-b6eb-a33d055386f7', 1, '{"status": "success", "attempt": 0, "task_id": "5223854b-3ec8-5e56-ad0c-1938d65388c6", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "9f36f330-df83-5a56-b6eb-a33d055386f7", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel", "#TinyBalcony", "#BalconyPanel"], "safety_check": {"flags": [], "passed": true}, "text_content": "Breaking news from flat 4B!\n\nConfession: I have opinions on what a balcony panel does in winter.\n\nLedge One feeds in at most 800 watts.\n\nA balcony without a panel is just an outdoor shelf.\n\nWinter is just summer with extra layers and less electricity.\n\nWord of the day: sun snack.\n\nWhat''s your version?\n\nYour balcony called, it wants a job!\n\n🪴", "estimated_engagement_score": 0.85}, "submitted_at": "2026-11-24T23:34:37.273428+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-191a-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(37, '01a20fe9-4bee-7c2c-a7c0-cff22bbf8c07', '9f36f330-df83-5a56-b6eb-a33d055386f7', 2, '{"at": "2026-11-24T23:34:37.2870679+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.94, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "eb9946b38b68ec3226e055ca45954b0c5bfd0368f47cd6a2e3ce2d8cacf22afa"}', NULL, 'result_approved', '2026-11-24 23:34:37.308984+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80d8-d9a3-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(20, '01a20fe9-4b61-7e03-b65a-3bd2c14ccbe0', '2d41e39a-a526-5236-a99b-fdea1ec5b0f9', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324285+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.179238+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-1b65-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(21, '01a20fe9-4b61-7e8c-9bd7-30a5f4e3ef98', '4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.0324285+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.179238+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-1b65-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(22, '01a20fe9-4b61-7af6-9d0c-a22300f3bd3f', '55d9635f-3afb-5413-b974-c5d5a9d6655f', 1, '{"status": "success", "attempt": 0, "task_id": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 70}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "55d9635f-3afb-5413-b974-c5d5a9d6655f", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": ["financial_promise"], "passed": false}, "text_content": "Renters of the world, gather round! Me, minding my own business. Also me: what balcony solar is worth. A balcony panel is a risk-free investment with guaranteed returns. Say it with me: rent rebel. Am I the only one? Now go hug a railing! 🔌", "estimated_engagement_score": 0.95}, "submitted_at": "2026-11-24T23:34:37.1435878+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.179238+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-1b65-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(23, '01a20fe9-4b61-72a3-871d-3d445fb78418', '1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177', 1, '{"status": "success", "attempt": 0, "task_id": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 1}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#SlowEnergy", "#BalconySolar"], "safety_check": {"flags": ["unverified_claim"], "passed": false}, "text_content": "Good morning from the third floor. I would rather look at choosing a solar kit slowly. Ledge One makes 40% more power than any other balcony kit. A balcony is a small power station that also grows tomatoes. More tomorrow, if the weather holds.", "estimated_engagement_score": 0.8}, "submitted_at": "2026-11-24T23:34:37.1435878+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.179238+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-1b65-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(24, '01a20fe9-4b61-7ed9-af48-c31e256611b7', '3bbfa42e-23b8-5a58-9401-1e6c67b3e06f', 1, '{"status": "success", "attempt": 0, "task_id": "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#RentRebel", "#PlugParty"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Okay, listen! Somebody asked me about choosing a solar kit and then could not leave. Living with solar is clinically proven to lower stress. Solar is gardening for people who forget to water. Tell me yours? Now go hug a railing! 🌞", "estimated_engagement_score": 0.85}, "submitted_at": "2026-11-24T23:34:37.1435878+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.179238+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-1b65-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(33, '01a20fe9-4bee-7240-81a5-66813a8d0739', 'aa06eb35-c91b-531a-89a1-4e9195b745ed', 2, '{"at": "2026-11-24T23:34:37.2870679+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.94, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "6abc677bb7cb83698311ed5b68ad6780c1bc1ca2d27326a188f68bf68f37cf28"}', NULL, 'result_approved', '2026-11-24 23:34:37.308984+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80d8-d9a3-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(34, '01a20fe9-4bee-7f2b-a37c-a658e56a35d9', '08a1ca02-f84a-5adb-b9fe-ee36644a9cf6', 3, '{"cost_usd": 0, "result_id": "aa06eb35-c91b-531a-89a1-4e9195b745ed", "completed_at": "2026-11-24T23:34:37.2870679+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.308984+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80d8-d9a3-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(35, '01a20fe9-4bee-7f9e-b823-77a6f882088f', '7b21c1af-0074-532b-968b-c3b6a3988021', 2, '{"at": "2026-11-24T23:34:37.2870679+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 1, "reason": "no text", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "no text", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.9, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "c85201b37100c4d222bb21264a6fd509f7a8705c9a55ff2d76bbc8df25e29970"}', NULL, 'result_approved', '2026-11-24 23:34:37.308984+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80d8-d9a3-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(36, '01a20fe9-4bee-7141-81de-b66bd11a721c', '17a9b964-5fed-5ec6-9998-b8a30b81139c', 3, '{"cost_usd": 0, "result_id": "7b21c1af-0074-532b-968b-c3b6a3988021", "completed_at": "2026-11-24T23:34:37.2870679+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.308984+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80d8-d9a3-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(32, '01a20fe9-4bdc-720a-9592-1dacf84a82d1', '12ad10b7-6a96-5601-93ab-1a43e420e793', 1, '{"status": "success", "attempt": 0, "task_id": "92ad34d8-d38b-54b7-a910-f87acca13902", "metadata": {"cost_usd": 0, "model_used": "offline-image-maker", "confidence_score": 0.9, "execution_time_ms": 20}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "12ad10b7-6a96-5601-93ab-1a43e420e793", "task_type": "generate_image", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"cost_usd": 0, "image_url": "http://127.0.0.1:8731/media/64395f2778872ac9d4d0d3c97f7225ee1bac60181da5b7713b3f4aedd5897cdf.png", "image_metadata": {"width": 1024, "format": "png", "height": 1024, "file_size_bytes": 54944}, "generation_model": "offline-image-maker"}, "submitted_at": "2026-11-24T23:34:37.273428+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80a5-191a-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(69, '01a20fe9-4d44-7cb2-ba85-dce480d41449', '9cc5c72c-484f-52b6-84e3-ea37f0576447', 2, '{"decision": "reject", "feedback": "Say it without the claim.", "reviewer": "demo", "reviewed_at": "2026-11-24T23:34:37.6308968+00:00"}', NULL, 'hitl_item_decided', '2026-11-24 23:34:37.63704+00', '*DEFAULT*', 'Chimera.Domain.Hitl.HitlItemDecided, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-810e-e729-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d", "ip_address": "127.0.0.1", "user_agent": "chimera-cli"}', 'operator', false),
	(73, '01a20fe9-4d54-7619-95d4-4e1d01ae4b31', '1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177', 3, '{"at": "2026-11-24T23:34:37.6458023+00:00", "reason": "Say it without the claim.", "reviewer": "demo", "rejected_by": "human"}', NULL, 'result_rejected', '2026-11-24 23:34:37.662877+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultRejected, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-810f-bfe2-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(80, '01a20fe9-4d7d-7464-97f0-70ddd60a5663', '6538a55b-c58f-51a4-9994-0eb382ce0d9b', 2, '{"at": "2026-11-24T23:34:37.692867+00:00", "judgement": {"checks": [], "reason": "a human approved this text", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "13c5af55f6a22ec179cf2074e62cd982798ec9ed4097b71ed5a4d0d61c7b6d42"}', NULL, 'result_approved', '2026-11-24 23:34:37.693999+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-8116-37b7-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(81, '01a20fe9-4d7d-7697-b496-e796375740dc', '8ca9043c-ad80-5aec-a628-417ae91f5b38', 3, '{"at": "2026-11-24T23:34:37.692867+00:00", "result_id": "6538a55b-c58f-51a4-9994-0eb382ce0d9b"}', NULL, 'task_approved', '2026-11-24 23:34:37.693999+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskApproved, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-8116-37b7-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(90, '01a20fe9-4da2-79f0-aa93-50d9f29d8747', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 7, '{"at": "2026-11-24T23:34:37.7292539+00:00", "failed": [], "completed": ["8ca9043c-ad80-5aec-a628-417ae91f5b38"], "spent_usd": 0, "released_usd": 0}', NULL, 'tasks_settled', '2026-11-24 23:34:37.731264+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.TasksSettled, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-811c-beff-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(106, '01a20fe9-4dc6-78b6-b51e-182cffb36d5d', '8d915c35-3fe7-5b14-86a8-0ab9acf01353', 2, '{"at": "2026-11-24T23:34:37.7665578+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "c20b4b2108f664f7b9069e5bc7092776809a017f2e6d806116208e5067ee3d9c"}', NULL, 'result_approved', '2026-11-24 23:34:37.767552+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-8122-83ee-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(107, '01a20fe9-4dc6-7ff5-b942-c76a677b8051', '800ffdb3-cb05-56aa-bdc4-c06b64623269', 3, '{"at": "2026-11-24T23:34:37.7665578+00:00", "result_id": "8d915c35-3fe7-5b14-86a8-0ab9acf01353"}', NULL, 'task_approved', '2026-11-24 23:34:37.767552+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskApproved, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-8122-83ee-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(109, '01a20fe9-4dcc-76ec-ae44-5a66c158b62e', '8d915c35-3fe7-5b14-86a8-0ab9acf01353', 3, '{"at": "2026-11-24T23:34:37.7704322+00:00", "content_sha256": "c20b4b2108f664f7b9069e5bc7092776809a017f2e6d806116208e5067ee3d9c", "idempotency_key": "8d915c35-3fe7-5b14-86a8-0ab9acf01353"}', NULL, 'effect_requested', '2026-11-24 23:34:37.773148+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectRequested, Chimera.Domain', NULL, NULL, '{"agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(110, '01a20fe9-4dcc-7c4e-8755-8da64b72989d', '800ffdb3-cb05-56aa-bdc4-c06b64623269', 4, '{"at": "2026-11-24T23:34:37.7704322+00:00", "result_id": "8d915c35-3fe7-5b14-86a8-0ab9acf01353"}', NULL, 'task_commit_started', '2026-11-24 23:34:37.773148+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCommitStarted, Chimera.Domain', NULL, NULL, '{"agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(113, '01a20fe9-4dd3-7627-9901-e3dfb0f90175', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 10, '{"at": "2026-11-24T23:34:37.7777415+00:00", "failed": [], "completed": ["800ffdb3-cb05-56aa-bdc4-c06b64623269"], "spent_usd": 0, "released_usd": 0}', NULL, 'tasks_settled', '2026-11-24 23:34:37.782177+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.TasksSettled, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-8125-03ab-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(114, '01a20fe9-4dd3-7ac3-8b4c-e75f51db98c7', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 11, '{"at": "2026-11-24T23:34:37.7777415+00:00"}', NULL, 'campaign_completed', '2026-11-24 23:34:37.782177+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.CampaignCompleted, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-8125-03ab-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(38, '01a20fe9-4bee-72bc-9446-6ce183814570', '5223854b-3ec8-5e56-ad0c-1938d65388c6', 3, '{"cost_usd": 0, "result_id": "9f36f330-df83-5a56-b6eb-a33d055386f7", "completed_at": "2026-11-24T23:34:37.2870679+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.308984+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80d8-d9a3-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(39, '01a20fe9-4bee-7d00-9411-c83dcccd5f51', '12ad10b7-6a96-5601-93ab-1a43e420e793', 2, '{"at": "2026-11-24T23:34:37.2870679+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 1, "reason": "no text", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "no text", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.9, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "23898392ca937cc7b463e5b2e7d551aa31eec9145e37c471d01d733caf543386"}', NULL, 'result_approved', '2026-11-24 23:34:37.308984+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80d8-d9a3-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(40, '01a20fe9-4bee-76d9-93c8-5cdcd691c275', '92ad34d8-d38b-54b7-a910-f87acca13902', 3, '{"cost_usd": 0, "result_id": "12ad10b7-6a96-5601-93ab-1a43e420e793", "completed_at": "2026-11-24T23:34:37.2870679+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.308984+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80d8-d9a3-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(41, '01a20fe9-4bf9-7c61-9af2-7187cd0d75e1', '55d9635f-3afb-5413-b974-c5d5a9d6655f', 2, '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: financial_promise", "hitl_id": "e453df91-c996-5e33-a6f4-733bde5b6d3c", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["financial_promise"], "score": 0.4, "reason": "financial_promise: \"guaranteed return\", \"risk free investment\", \"riskfree investment\"", "model_used": "offline-safety-judge"}], "reason": "safety: financial_promise", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}}', NULL, 'result_escalated', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultEscalated, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80c6-027c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(42, '01a20fe9-4bf9-7ab7-b20a-0a23076fe22c', 'c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', 3, '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: financial_promise", "hitl_id": "e453df91-c996-5e33-a6f4-733bde5b6d3c", "result_id": "55d9635f-3afb-5413-b974-c5d5a9d6655f"}', NULL, 'task_escalated', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskEscalated, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80c6-027c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(43, '01a20fe9-4bf9-72df-9aad-19b680d6db36', 'e453df91-c996-5e33-a6f4-733bde5b6d3c', 1, '{"hitl_id": "e453df91-c996-5e33-a6f4-733bde5b6d3c", "task_id": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 4, "opened_at": "2026-11-24T23:34:37.2798595+00:00", "result_id": "55d9635f-3afb-5413-b974-c5d5a9d6655f", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "context_data": {"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["financial_promise"], "score": 0.4, "reason": "financial_promise: \"guaranteed return\", \"risk free investment\", \"riskfree investment\"", "model_used": "offline-safety-judge"}], "reason": "safety: financial_promise", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Pip Okafor", "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "A balcony panel is a risk-free investment with guaranteed returns."}, "output_data": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": ["financial_promise"], "passed": false}, "text_content": "Renters of the world, gather round! Me, minding my own business. Also me: what balcony solar is worth. A balcony panel is a risk-free investment with guaranteed returns. Say it with me: rent rebel. Am I the only one? Now go hug a railing! 🔌", "estimated_engagement_score": 0.95}, "campaign_name": "Ledge One: a power station for the balcony"}, "escalation_reason": "safety: financial_promise"}', NULL, 'hitl_item_opened', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 'Chimera.Domain.Hitl.HitlItemOpened, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80c6-027c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(44, '01a20fe9-4bf9-71ec-a1d0-3415b32b7cf8', '1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177', 2, '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: unverified_claim", "hitl_id": "9cc5c72c-484f-52b6-84e3-ea37f0576447", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["unverified_claim"], "score": 0.5, "reason": "unverified_claim: \"40% more\"", "model_used": "offline-safety-judge"}], "reason": "safety: unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}}', NULL, 'result_escalated', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultEscalated, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80c6-027c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(45, '01a20fe9-4bf9-7917-904f-7f3a087984ec', '2d41e39a-a526-5236-a99b-fdea1ec5b0f9', 3, '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: unverified_claim", "hitl_id": "9cc5c72c-484f-52b6-84e3-ea37f0576447", "result_id": "1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177"}', NULL, 'task_escalated', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskEscalated, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80c6-027c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(46, '01a20fe9-4bf9-7ed8-90fc-9804b994c93d', '9cc5c72c-484f-52b6-84e3-ea37f0576447', 1, '{"hitl_id": "9cc5c72c-484f-52b6-84e3-ea37f0576447", "task_id": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 4, "opened_at": "2026-11-24T23:34:37.2798595+00:00", "result_id": "1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "context_data": {"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.89, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["unverified_claim"], "score": 0.5, "reason": "unverified_claim: \"40% more\"", "model_used": "offline-safety-judge"}], "reason": "safety: unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Ilse Marten", "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Ledge One makes 40% more power than any other balcony kit."}, "output_data": {"hashtags": ["#LedgeOne", "#SlowEnergy", "#BalconySolar"], "safety_check": {"flags": ["unverified_claim"], "passed": false}, "text_content": "Good morning from the third floor. I would rather look at choosing a solar kit slowly. Ledge One makes 40% more power than any other balcony kit. A balcony is a small power station that also grows tomatoes. More tomorrow, if the weather holds.", "estimated_engagement_score": 0.8}, "campaign_name": "Ledge One: a power station for the balcony"}, "escalation_reason": "safety: unverified_claim"}', NULL, 'hitl_item_opened', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 'Chimera.Domain.Hitl.HitlItemOpened, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80c6-027c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(47, '01a20fe9-4bf9-7fdc-859c-3df2b443aa0b', '3bbfa42e-23b8-5a58-9401-1e6c67b3e06f', 2, '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: medical_claim, unverified_claim", "hitl_id": "13456ce3-7248-5e9d-b978-cbd8f054d005", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.92, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}}', NULL, 'result_escalated', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultEscalated, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80c6-027c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(48, '01a20fe9-4bf9-7ef5-a5d6-3074109ffa0c', '4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c', 3, '{"at": "2026-11-24T23:34:37.2798595+00:00", "reason": "safety: medical_claim, unverified_claim", "hitl_id": "13456ce3-7248-5e9d-b978-cbd8f054d005", "result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f"}', NULL, 'task_escalated', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskEscalated, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80c6-027c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(101, '01a20fe9-4dbc-7d46-8b62-c22c49751c5c', '84a94fd9-4c41-53d7-bd32-ee1e46d51774', 4, '{"at": "2026-11-24T23:34:37.7520639+00:00", "result_id": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5"}', NULL, 'task_commit_started', '2026-11-24 23:34:37.756978+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCommitStarted, Chimera.Domain', NULL, NULL, '{"agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(49, '01a20fe9-4bf9-763f-b6aa-5a3d0f55973d', '13456ce3-7248-5e9d-b978-cbd8f054d005', 1, '{"hitl_id": "13456ce3-7248-5e9d-b978-cbd8f054d005", "task_id": "4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "priority": 4, "opened_at": "2026-11-24T23:34:37.2798595+00:00", "result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f", "campaign_id": "6b63fa5c-d457-54b7-88ce-66a1231cfd3a", "context_data": {"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.92, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Pip Okafor", "input_data": {"topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "output_data": {"hashtags": ["#LedgeOne", "#RentRebel", "#PlugParty"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Okay, listen! Somebody asked me about choosing a solar kit and then could not leave. Living with solar is clinically proven to lower stress. Solar is gardening for people who forget to water. Tell me yours? Now go hug a railing! 🌞", "estimated_engagement_score": 0.85}, "campaign_name": "Ledge One: a power station for the balcony"}, "escalation_reason": "safety: medical_claim, unverified_claim"}', NULL, 'hitl_item_opened', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 'Chimera.Domain.Hitl.HitlItemOpened, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80c6-027c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(50, '01a20fe9-4c1e-7248-88de-bc01b5fb3bcb', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 3, '{"at": "2026-11-24T23:34:37.3349976+00:00", "failed": [], "completed": ["08a1ca02-f84a-5adb-b9fe-ee36644a9cf6", "17a9b964-5fed-5ec6-9998-b8a30b81139c", "5223854b-3ec8-5e56-ad0c-1938d65388c6", "92ad34d8-d38b-54b7-a910-f87acca13902"], "spent_usd": 0, "released_usd": 0.04}', NULL, 'tasks_settled', '2026-11-24 23:34:37.344313+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.TasksSettled, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80db-8982-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(51, '01a20fe9-4c3a-78bb-8eb3-5cf381c7f156', '3fbcfa13-6efa-59fa-9ad2-6ae28006ae08', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.3330102+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.371132+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80df-aee8-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(52, '01a20fe9-4c3a-7289-9292-746188efd286', 'b81e1e0d-f19b-5659-b759-318cb35fde73', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.3330102+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.371132+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80df-aee8-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(53, '01a20fe9-4c3a-709b-8a49-7e9981499c5b', 'd2d72b6c-186c-5836-945f-72767ca00aed', 1, '{"status": "success", "attempt": 0, "task_id": "3fbcfa13-6efa-59fa-9ad2-6ae28006ae08", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 19}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "d2d72b6c-186c-5836-945f-72767ca00aed", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "Good morning from the third floor. Some days one subject is enough: balcony solar. Ledge One feeds in at most 800 watts. A balcony is a small power station that also grows tomatoes. It keeps leading back to geraniums. Take your time with it. ☕\n\n#LedgeOne #BalconySolar #SlowEnergy", "platform": "twitter", "media_urls": ["http://127.0.0.1:8731/media/2e3f50295e5bba7e18ebf7918dfdf33e444005f33f7f3126b277092c0cfa9d96.png"], "media_types": ["image"], "source_result_id": "aa06eb35-c91b-531a-89a1-4e9195b745ed"}, "submitted_at": "2026-11-24T23:34:37.365707+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.371132+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80df-aee8-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(54, '01a20fe9-4c3a-735a-b5cb-cbf44f82a82d', '96c3a2fe-933c-53f2-8539-8070f18c636f', 1, '{"status": "success", "attempt": 0, "task_id": "b81e1e0d-f19b-5659-b759-318cb35fde73", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "96c3a2fe-933c-53f2-8539-8070f18c636f", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "Breaking news from flat 4B!\n\nConfession: I have opinions on what a balcony panel does in winter.\n\nLedge One feeds in at most 800 watts.\n\nA balcony without a panel is just an outdoor shelf.\n\nWinter is just summer with extra layers and less electricity.\n\nWord of the day: sun snack.\n\nWhat''s your version?\n\nYour balcony called, it wants a job!\n\n🪴\n\n#LedgeOne #PlugParty #RentRebel #TinyBalcony #BalconyPanel", "platform": "instagram", "media_urls": ["http://127.0.0.1:8731/media/64395f2778872ac9d4d0d3c97f7225ee1bac60181da5b7713b3f4aedd5897cdf.png"], "media_types": ["image"], "source_result_id": "9f36f330-df83-5a56-b6eb-a33d055386f7"}, "submitted_at": "2026-11-24T23:34:37.365707+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.371132+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80df-aee8-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(63, '01a20fe9-4ca6-7076-85e6-0e006e77ea18', 'd2d72b6c-186c-5836-945f-72767ca00aed', 4, '{"at": "2026-11-24T23:34:37.4728124+00:00", "reconciled": false, "output_data": {"post_id": "1086265942018950149", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1086265942018950149", "posted_at": "2026-11-24T23:34:37.448132+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', NULL, 'effect_succeeded', '2026-11-24 23:34:37.480648+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectSucceeded, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80e8-ed66-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(64, '01a20fe9-4ca6-7ff3-b203-3c08becfd979', '3fbcfa13-6efa-59fa-9ad2-6ae28006ae08', 5, '{"cost_usd": 0, "result_id": "d2d72b6c-186c-5836-945f-72767ca00aed", "completed_at": "2026-11-24T23:34:37.4728124+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.480648+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80e8-ed66-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(72, '01a20fe9-4d5e-71ee-93d0-dbe21089f867', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 5, '{"at": "2026-11-24T23:34:37.6603207+00:00", "failed": [], "completed": ["4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c"], "spent_usd": 0, "released_usd": 0}', NULL, 'tasks_settled', '2026-11-24 23:34:37.663117+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.TasksSettled, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-8111-7af8-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(55, '01a20fe9-4c46-78ef-8bf2-222d47534a5a', 'd2d72b6c-186c-5836-945f-72767ca00aed', 2, '{"at": "2026-11-24T23:34:37.3808454+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "983b12f7ca9c855310eee4cc6fe356d67bf2c4ac14b80cb253a5218fe64396ea"}', NULL, 'result_approved', '2026-11-24 23:34:37.385989+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80e7-121d-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(56, '01a20fe9-4c46-7415-91b1-bd0d5246646c', '3fbcfa13-6efa-59fa-9ad2-6ae28006ae08', 3, '{"at": "2026-11-24T23:34:37.3808454+00:00", "result_id": "d2d72b6c-186c-5836-945f-72767ca00aed"}', NULL, 'task_approved', '2026-11-24 23:34:37.385989+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskApproved, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80e7-121d-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(57, '01a20fe9-4c46-743e-834a-f645f45b6cbc', '96c3a2fe-933c-53f2-8539-8070f18c636f', 2, '{"at": "2026-11-24T23:34:37.3808454+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "e87761804e5d8cb3b11287bc8cd31a6345403364f5f2a36d8a4184d743eff13e"}', NULL, 'result_approved', '2026-11-24 23:34:37.385989+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80e7-121d-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(58, '01a20fe9-4c46-7187-949d-05de38c2574d', 'b81e1e0d-f19b-5659-b759-318cb35fde73', 3, '{"at": "2026-11-24T23:34:37.3808454+00:00", "result_id": "96c3a2fe-933c-53f2-8539-8070f18c636f"}', NULL, 'task_approved', '2026-11-24 23:34:37.385989+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskApproved, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80e7-121d-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(59, '01a20fe9-4c6e-7199-b96c-70152ac07dee', 'd2d72b6c-186c-5836-945f-72767ca00aed', 3, '{"at": "2026-11-24T23:34:37.4128898+00:00", "content_sha256": "983b12f7ca9c855310eee4cc6fe356d67bf2c4ac14b80cb253a5218fe64396ea", "idempotency_key": "d2d72b6c-186c-5836-945f-72767ca00aed"}', NULL, 'effect_requested', '2026-11-24 23:34:37.426768+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectRequested, Chimera.Domain', NULL, NULL, '{"agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(60, '01a20fe9-4c6e-791a-a333-6565e2759fbc', '3fbcfa13-6efa-59fa-9ad2-6ae28006ae08', 4, '{"at": "2026-11-24T23:34:37.4128898+00:00", "result_id": "d2d72b6c-186c-5836-945f-72767ca00aed"}', NULL, 'task_commit_started', '2026-11-24 23:34:37.426768+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCommitStarted, Chimera.Domain', NULL, NULL, '{"agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(61, '01a20fe9-4c6e-7266-b631-80c6a3ab60c1', '96c3a2fe-933c-53f2-8539-8070f18c636f', 3, '{"at": "2026-11-24T23:34:37.4128898+00:00", "content_sha256": "e87761804e5d8cb3b11287bc8cd31a6345403364f5f2a36d8a4184d743eff13e", "idempotency_key": "96c3a2fe-933c-53f2-8539-8070f18c636f"}', NULL, 'effect_requested', '2026-11-24 23:34:37.426768+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectRequested, Chimera.Domain', NULL, NULL, '{"agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(62, '01a20fe9-4c6e-743d-bf9a-bd276d5ea953', 'b81e1e0d-f19b-5659-b759-318cb35fde73', 4, '{"at": "2026-11-24T23:34:37.4128898+00:00", "result_id": "96c3a2fe-933c-53f2-8539-8070f18c636f"}', NULL, 'task_commit_started', '2026-11-24 23:34:37.426768+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCommitStarted, Chimera.Domain', NULL, NULL, '{"agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(67, '01a20fe9-4cad-762c-9b91-41199c87bed9', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 4, '{"at": "2026-11-24T23:34:37.4833645+00:00", "failed": [], "completed": ["3fbcfa13-6efa-59fa-9ad2-6ae28006ae08", "b81e1e0d-f19b-5659-b759-318cb35fde73"], "spent_usd": 0, "released_usd": 0}', NULL, 'tasks_settled', '2026-11-24 23:34:37.485925+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.TasksSettled, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80f7-8eb2-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(70, '01a20fe9-4d4f-7f3a-aaea-e6217e16576d', '3bbfa42e-23b8-5a58-9401-1e6c67b3e06f', 3, '{"at": "2026-11-24T23:34:37.6389131+00:00", "reviewer": "demo", "approved_by": "human", "content_sha256": "7c6f2bd87d33373d293b15a7e13d32dbf5c3d7306c939bedffb2bc624fb369a3"}', NULL, 'result_approved', '2026-11-24 23:34:37.650108+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-810b-c195-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(71, '01a20fe9-4d4f-7e61-954b-b03502a56e6f', '4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c', 4, '{"cost_usd": 0, "result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f", "completed_at": "2026-11-24T23:34:37.6389131+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.650108+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-810b-c195-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(91, '01a20fe9-4da8-707d-96a7-75fecb406487', '2d41e39a-a526-5236-a99b-fdea1ec5b0f9', 5, '{"attempt": 1, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.723921+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.73718+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-811b-64a6-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(92, '01a20fe9-4da8-72f7-ba95-89c6d00e549d', '10d7b71a-eef0-5197-97c3-b2aa0aa23d7b', 1, '{"status": "success", "attempt": 1, "task_id": "2d41e39a-a526-5236-a99b-fdea1ec5b0f9", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.89, "execution_time_ms": 2}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "10d7b71a-eef0-5197-97c3-b2aa0aa23d7b", "task_type": "generate_post", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": [], "passed": true}, "text_content": "Good morning from the third floor. There is something steady about choosing a solar kit. Winter sun is thin, but it is still sun. In my notebook it sits next to geraniums. Where would you begin? Slow and steady, as always. ☕", "estimated_engagement_score": 0.85}, "submitted_at": "2026-11-24T23:34:37.7357436+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.73718+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-811b-64a6-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(65, '01a20fe9-4ca6-78fc-a847-01a60ae88ce7', '96c3a2fe-933c-53f2-8539-8070f18c636f', 4, '{"at": "2026-11-24T23:34:37.4728124+00:00", "reconciled": false, "output_data": {"post_id": "18524193066259026_15338090620", "post_url": "http://127.0.0.1:8731/sandbox/instagram/18524193066259026_15338090620", "posted_at": "2026-11-24T23:34:37.451063+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', NULL, 'effect_succeeded', '2026-11-24 23:34:37.480648+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectSucceeded, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80e8-ed66-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(66, '01a20fe9-4ca6-75df-96b0-cd29b7df60c7', 'b81e1e0d-f19b-5659-b759-318cb35fde73', 5, '{"cost_usd": 0, "result_id": "96c3a2fe-933c-53f2-8539-8070f18c636f", "completed_at": "2026-11-24T23:34:37.4728124+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.480648+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '565cb9307330526a618bb4386b18b01d', '08df4a83-80e8-ed66-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(68, '01a20fe9-4d2a-756a-993d-929998149f81', '13456ce3-7248-5e9d-b978-cbd8f054d005', 2, '{"decision": "approve", "reviewer": "demo", "reviewed_at": "2026-11-24T23:34:37.6043524+00:00"}', NULL, 'hitl_item_decided', '2026-11-24 23:34:37.613555+00', '*DEFAULT*', 'Chimera.Domain.Hitl.HitlItemDecided, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-810a-acd3-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d", "ip_address": "127.0.0.1", "user_agent": "chimera-cli"}', 'operator', false),
	(74, '01a20fe9-4d6b-7002-be50-3214818abc50', 'e453df91-c996-5e33-a6f4-733bde5b6d3c', 2, '{"decision": "modify", "reviewer": "demo", "reviewed_at": "2026-11-24T23:34:37.6714264+00:00", "modified_output": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": [], "passed": true}, "text_content": "A few words on what balcony solar is worth: have a look, and ask what you would like to know.", "estimated_engagement_score": 0.95}}', NULL, 'hitl_item_decided', '2026-11-24 23:34:37.676522+00', '*DEFAULT*', 'Chimera.Domain.Hitl.HitlItemDecided, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-8115-1694-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d", "ip_address": "127.0.0.1", "user_agent": "chimera-cli"}', 'operator', false),
	(77, '01a20fe9-4d76-732e-99a9-e8e82157c69a', '55d9635f-3afb-5413-b974-c5d5a9d6655f', 3, '{"at": "2026-11-24T23:34:37.6812809+00:00", "reviewer": "demo", "by_result_id": "a60c2d1a-d584-5fba-8a0c-ae8c5bba5359"}', NULL, 'result_replaced', '2026-11-24 23:34:37.689239+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultReplaced, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-8115-c3d4-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(78, '01a20fe9-4d76-796a-8cf5-70664531198d', 'c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', 4, '{"attempt": 0, "worker_id": "2d14e712-7ee9-55c0-9100-215c06151468", "started_at": "2026-11-24T23:34:37.6812809+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.689239+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-8115-c3d4-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(79, '01a20fe9-4d76-7e30-ab64-32ab487b31c0', 'a60c2d1a-d584-5fba-8a0c-ae8c5bba5359', 1, '{"status": "success", "attempt": 0, "task_id": "c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2", "metadata": {"cost_usd": 0, "model_used": "human", "confidence_score": 1, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "a60c2d1a-d584-5fba-8a0c-ae8c5bba5359", "task_type": "generate_post", "worker_id": "2d14e712-7ee9-55c0-9100-215c06151468", "output_data": {"hashtags": ["#LedgeOne", "#PlugParty", "#RentRebel"], "safety_check": {"flags": [], "passed": true}, "text_content": "A few words on what balcony solar is worth: have a look, and ask what you would like to know.", "estimated_engagement_score": 0.95}, "submitted_at": "2026-11-24T23:34:37.6812809+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.689239+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-8115-c3d4-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(84, '01a20fe9-4d8b-71c3-9069-8b298ce5cfec', 'a60c2d1a-d584-5fba-8a0c-ae8c5bba5359', 2, '{"at": "2026-11-24T23:34:37.7066518+00:00", "judgement": {"checks": [{"check": "persona", "flags": ["sentence_length"], "score": 0.45, "reason": "sentences are not short", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "a human wrote it, and it is safe and within budget", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "b9d42b4a8ee70f52c7c9831aa5d2ccbb3b0c6a51dcb584302ca51dc5df3073b7"}', NULL, 'result_approved', '2026-11-24 23:34:37.708054+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-8117-5fe4-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(85, '01a20fe9-4d8b-76b6-aaf0-4e21b0824c84', 'c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', 5, '{"cost_usd": 0, "result_id": "a60c2d1a-d584-5fba-8a0c-ae8c5bba5359", "completed_at": "2026-11-24T23:34:37.7066518+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.708054+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-8117-5fe4-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(89, '01a20fe9-4d9d-7ec6-8173-61ba5bf075a5', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 6, '{"at": "2026-11-24T23:34:37.7203647+00:00", "failed": [], "completed": ["c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2"], "spent_usd": 0, "released_usd": 0}', NULL, 'tasks_settled', '2026-11-24 23:34:37.726473+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.TasksSettled, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-811a-8817-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(93, '01a20fe9-4dad-7131-89be-20e1d8e3b0ef', '84a94fd9-4c41-53d7-bd32-ee1e46d51774', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.7361167+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.74263+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-811e-9f41-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(99, '01a20fe9-4db6-746c-af15-c64493cd7352', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 8, '{"at": "2026-11-24T23:34:37.7472729+00:00", "failed": [], "completed": ["2d41e39a-a526-5236-a99b-fdea1ec5b0f9"], "spent_usd": 0, "released_usd": 0}', NULL, 'tasks_settled', '2026-11-24 23:34:37.751156+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.TasksSettled, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-811f-e140-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(75, '01a20fe9-4d6e-7e5f-a2b5-01ea0a5af5ad', '8ca9043c-ad80-5aec-a628-417ae91f5b38', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.6677229+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.679788+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-8113-e713-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(76, '01a20fe9-4d6e-7c88-bd71-fcb1d74c02d5', '6538a55b-c58f-51a4-9994-0eb382ce0d9b', 1, '{"status": "success", "attempt": 0, "task_id": "8ca9043c-ad80-5aec-a628-417ae91f5b38", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 1}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "6538a55b-c58f-51a4-9994-0eb382ce0d9b", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "Okay, listen! Somebody asked me about choosing a solar kit and then could not leave. Living with solar is clinically proven to lower stress. Solar is gardening for people who forget to water. Tell me yours? Now go hug a railing! 🌞\n\n#LedgeOne #RentRebel #PlugParty", "platform": "twitter", "media_urls": [], "media_types": [], "source_result_id": "3bbfa42e-23b8-5a58-9401-1e6c67b3e06f"}, "submitted_at": "2026-11-24T23:34:37.6785777+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.679788+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-8113-e713-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(82, '01a20fe9-4d88-716d-a772-dbea39bdcf8d', '6538a55b-c58f-51a4-9994-0eb382ce0d9b', 3, '{"at": "2026-11-24T23:34:37.6976751+00:00", "content_sha256": "13c5af55f6a22ec179cf2074e62cd982798ec9ed4097b71ed5a4d0d61c7b6d42", "idempotency_key": "6538a55b-c58f-51a4-9994-0eb382ce0d9b"}', NULL, 'effect_requested', '2026-11-24 23:34:37.705074+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectRequested, Chimera.Domain', NULL, NULL, '{"agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(83, '01a20fe9-4d88-7d89-abb6-c0d6b496b0d3', '8ca9043c-ad80-5aec-a628-417ae91f5b38', 4, '{"at": "2026-11-24T23:34:37.6976751+00:00", "result_id": "6538a55b-c58f-51a4-9994-0eb382ce0d9b"}', NULL, 'task_commit_started', '2026-11-24 23:34:37.705074+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCommitStarted, Chimera.Domain', NULL, NULL, '{"agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(86, '01a20fe9-4d90-70b9-867e-2b5a8b9e437c', '2d41e39a-a526-5236-a99b-fdea1ec5b0f9', 4, '{"at": "2026-11-24T23:34:37.6975837+00:00", "error": {"error_type": "REJECTED", "error_message": "safety: unverified_claim: Say it without the claim."}, "cost_usd": 0, "input_data": {"avoid": ["safety: unverified_claim: Say it without the claim.", "40% more"], "topic": "choosing a solar kit", "hashtags": ["#LedgeOne"], "platform": "twitter"}, "retry_count": 1}', NULL, 'task_revised', '2026-11-24 23:34:37.715867+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskRevised, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-8112-3b2c-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(87, '01a20fe9-4d99-76ea-aa32-2a4765ea0f93', '6538a55b-c58f-51a4-9994-0eb382ce0d9b', 4, '{"at": "2026-11-24T23:34:37.7212206+00:00", "reconciled": false, "output_data": {"post_id": "1912836058525912258", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1912836058525912258", "posted_at": "2026-11-24T23:34:37.717482+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', NULL, 'effect_succeeded', '2026-11-24 23:34:37.723176+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectSucceeded, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-8118-66c1-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(88, '01a20fe9-4d99-7d7f-9ce3-663bf7fcedc1', '8ca9043c-ad80-5aec-a628-417ae91f5b38', 5, '{"cost_usd": 0, "result_id": "6538a55b-c58f-51a4-9994-0eb382ce0d9b", "completed_at": "2026-11-24T23:34:37.7212206+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.723176+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '16342c3380e598ffad74ce875035ded6', '08df4a83-8118-66c1-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(95, '01a20fe9-4dae-7923-bae7-8b9df3d3da9c', '10d7b71a-eef0-5197-97c3-b2aa0aa23d7b', 2, '{"at": "2026-11-24T23:34:37.7418522+00:00", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": [], "score": 1, "reason": "nothing found", "model_used": "offline-safety-judge"}], "reason": "all checks pass", "decision": "approve", "confidence": 0.89, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "3126099f71340b9a4c9ae68aa9f26287e6339b201fd420bf0ba6fbc0f42d6e55"}', NULL, 'result_approved', '2026-11-24 23:34:37.743751+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-811e-ef44-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(96, '01a20fe9-4dae-7441-a1bb-b81e4267c90f', '2d41e39a-a526-5236-a99b-fdea1ec5b0f9', 6, '{"cost_usd": 0, "result_id": "10d7b71a-eef0-5197-97c3-b2aa0aa23d7b", "completed_at": "2026-11-24T23:34:37.7418522+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.743751+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-811e-ef44-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(97, '01a20fe9-4db4-7b57-aa2b-48eb031c1a0c', '3bef3e30-fcef-55eb-8732-8f6d4dba58f5', 2, '{"at": "2026-11-24T23:34:37.7480459+00:00", "judgement": {"checks": [], "reason": "a human approved this text", "decision": "approve", "confidence": 1, "policy_version": "1"}, "approved_by": "judge", "content_sha256": "576969319d9e2d03e2cf8b9de6690ac9b899ca7a168c9d9a98201990608d0787"}', NULL, 'result_approved', '2026-11-24 23:34:37.748955+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultApproved, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-811f-d4a7-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(98, '01a20fe9-4db4-71a4-a2ca-e7b22c5b32ea', '84a94fd9-4c41-53d7-bd32-ee1e46d51774', 3, '{"at": "2026-11-24T23:34:37.7480459+00:00", "result_id": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5"}', NULL, 'task_approved', '2026-11-24 23:34:37.748955+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskApproved, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-811f-d4a7-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(100, '01a20fe9-4dbc-7f7b-b700-933bc35a6184', '3bef3e30-fcef-55eb-8732-8f6d4dba58f5', 3, '{"at": "2026-11-24T23:34:37.7520639+00:00", "content_sha256": "576969319d9e2d03e2cf8b9de6690ac9b899ca7a168c9d9a98201990608d0787", "idempotency_key": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5"}', NULL, 'effect_requested', '2026-11-24 23:34:37.756978+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectRequested, Chimera.Domain', NULL, NULL, '{"agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', NULL, false),
	(94, '01a20fe9-4dad-7ef4-83b1-b950cc0f099b', '3bef3e30-fcef-55eb-8732-8f6d4dba58f5', 1, '{"status": "success", "attempt": 0, "task_id": "84a94fd9-4c41-53d7-bd32-ee1e46d51774", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "A few words on what balcony solar is worth: have a look, and ask what you would like to know.\n\n#LedgeOne #PlugParty #RentRebel", "platform": "twitter", "media_urls": [], "media_types": [], "source_result_id": "a60c2d1a-d584-5fba-8a0c-ae8c5bba5359"}, "submitted_at": "2026-11-24T23:34:37.7416469+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.74263+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-811e-9f41-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(102, '01a20fe9-4dbf-7e6e-af04-75f36c776b7e', '800ffdb3-cb05-56aa-bdc4-c06b64623269', 2, '{"attempt": 0, "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "started_at": "2026-11-24T23:34:37.7539062+00:00"}', NULL, 'task_started', '2026-11-24 23:34:37.760038+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-8121-6aa6-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(103, '01a20fe9-4dbf-74d5-9029-07775c77dbca', '8d915c35-3fe7-5b14-86a8-0ab9acf01353', 1, '{"status": "success", "attempt": 0, "task_id": "800ffdb3-cb05-56aa-bdc4-c06b64623269", "metadata": {"cost_usd": 0, "model_used": "post-preparer", "confidence_score": 1, "execution_time_ms": 0}, "trace_id": "565cb9307330526a618bb4386b18b01d", "result_id": "8d915c35-3fe7-5b14-86a8-0ab9acf01353", "task_type": "post_content", "worker_id": "01a20fe9-4ae3-7628-a749-ca47b340c7ae", "output_data": {"text": "Good morning from the third floor. There is something steady about choosing a solar kit. Winter sun is thin, but it is still sun. In my notebook it sits next to geraniums. Where would you begin? Slow and steady, as always. ☕\n\n#LedgeOne #BalconySolar #SlowEnergy", "platform": "twitter", "media_urls": [], "media_types": [], "source_result_id": "10d7b71a-eef0-5197-97c3-b2aa0aa23d7b"}, "submitted_at": "2026-11-24T23:34:37.7592062+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:37.760038+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-8121-6aa6-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(104, '01a20fe9-4dc2-71bd-85d9-76ce78e10d0a', '3bef3e30-fcef-55eb-8732-8f6d4dba58f5', 4, '{"at": "2026-11-24T23:34:37.7617793+00:00", "reconciled": false, "output_data": {"post_id": "1163237232263610855", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1163237232263610855", "posted_at": "2026-11-24T23:34:37.759024+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', NULL, 'effect_succeeded', '2026-11-24 23:34:37.762749+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectSucceeded, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-8120-d046-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(105, '01a20fe9-4dc2-7ff5-ac10-b38558b984ce', '84a94fd9-4c41-53d7-bd32-ee1e46d51774', 5, '{"cost_usd": 0, "result_id": "3bef3e30-fcef-55eb-8732-8f6d4dba58f5", "completed_at": "2026-11-24T23:34:37.7617793+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.762749+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-8120-d046-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "604e0f50-bdd2-5d92-b15a-78a3b8f11e19", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(111, '01a20fe9-4dcf-789f-aafd-44996ad4a659', '8d915c35-3fe7-5b14-86a8-0ab9acf01353', 4, '{"at": "2026-11-24T23:34:37.7755994+00:00", "reconciled": false, "output_data": {"post_id": "1039798258058369082", "post_url": "http://127.0.0.1:8731/sandbox/twitter/1039798258058369082", "posted_at": "2026-11-24T23:34:37.774174+00:00", "initial_metrics": {"likes": 0, "views": 0, "comments": 0}}}', NULL, 'effect_succeeded', '2026-11-24 23:34:37.776431+00', '*DEFAULT*', 'Chimera.Domain.Results.EffectSucceeded, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-8123-a496-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(112, '01a20fe9-4dcf-7671-9b0f-d645e09f5816', '800ffdb3-cb05-56aa-bdc4-c06b64623269', 5, '{"cost_usd": 0, "result_id": "8d915c35-3fe7-5b14-86a8-0ab9acf01353", "completed_at": "2026-11-24T23:34:37.7755994+00:00"}', NULL, 'task_completed', '2026-11-24 23:34:37.776431+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskCompleted, Chimera.Domain', 'eb93d3fe8ade14eb8927432929142233', '08df4a83-8123-a496-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(108, '01a20fe9-4dc9-75e7-a38a-172a71f5f79b', '6b63fa5c-d457-54b7-88ce-66a1231cfd3a', 9, '{"at": "2026-11-24T23:34:37.7661398+00:00", "failed": [], "completed": ["84a94fd9-4c41-53d7-bd32-ee1e46d51774"], "spent_usd": 0, "released_usd": 0}', NULL, 'tasks_settled', '2026-11-24 23:34:37.769479+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.TasksSettled, Chimera.Domain', '063a00a4c6172941d0ce9350187fcc3f', '08df4a83-8122-e7fc-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "565cb9307330526a618bb4386b18b01d"}', 'operator', false),
	(115, '01a20fe9-600d-7aec-a873-53eec753d95d', '8b0f5af1-f60e-5fa3-ac40-12c9a162b541', 1, '{"name": "Ledge One: second week", "goals": [{"posts": 1, "images": false, "topics": ["what balcony solar is worth", "choosing a solar kit"], "hashtags": ["#LedgeOne"], "priority": 4, "objective": "Sales would like these claims to be heard", "platforms": ["twitter"], "key_messages": ["Living with solar is clinically proven to lower stress."]}], "status": "active", "dry_run": false, "end_date": "2036-12-31T23:59:59+00:00", "trace_id": "6e8826fd789927a2f7c5079368d3fb51", "agent_ids": ["008b4bbb-0b3b-5f98-afc4-3683e3de0e0c"], "budget_usd": 50.0, "created_at": "2026-11-24T23:34:42.3985736+00:00", "start_date": "2026-11-23T00:00:00+00:00", "campaign_id": "8b0f5af1-f60e-5fa3-ac40-12c9a162b541", "constraints": {"max_tasks": 60, "budget_usd": 25.0, "max_parallel": 8, "allowed_platforms": ["twitter", "instagram"], "allowed_task_types": ["generate_post", "generate_image", "post_content"]}, "description": "Launch of Ledge One, an 800-watt plug-in solar kit for rented balconies, by Lumen & Ledge."}', NULL, 'campaign_created', '2026-11-24 23:34:42.479167+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.CampaignCreated, Chimera.Domain', '6e8826fd789927a2f7c5079368d3fb51', '08df4a83-83e6-3370-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "6e8826fd789927a2f7c5079368d3fb51", "ip_address": "127.0.0.1", "user_agent": "chimera-cli"}', 'operator', false),
	(116, '01a20fe9-60c6-761e-ac0e-f3c951f2cb94', '8b0f5af1-f60e-5fa3-ac40-12c9a162b541', 2, '{"at": "2026-11-24T23:34:42.5629734+00:00", "task_ids": ["26be0d47-dc23-5065-bcd1-cb3a5d8dffb1", "34b05383-b3a5-5e58-b542-d7ffffcd99dc"], "model_used": "offline-planner", "reserved_usd": 0}', NULL, 'campaign_planned', '2026-11-24 23:34:42.640023+00', '*DEFAULT*', 'Chimera.Domain.Campaigns.CampaignPlanned, Chimera.Domain', '6e8826fd789927a2f7c5079368d3fb51', '08df4a83-83ea-15a8-ce4e-5be29a4d0000', '{"source": "human", "trace_id": "6e8826fd789927a2f7c5079368d3fb51"}', 'operator', false),
	(117, '01a20fe9-610b-73f8-97db-90d7308a2a69', '34b05383-b3a5-5e58-b542-d7ffffcd99dc', 1, '{"type": "post_content", "dry_run": false, "task_id": "34b05383-b3a5-5e58-b542-d7ffffcd99dc", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 5, "trace_id": "6e8826fd789927a2f7c5079368d3fb51", "dependents": [], "input_data": {"content": {"text_from": "26be0d47-dc23-5065-bcd1-cb3a5d8dffb1"}, "platform": "twitter"}, "planned_at": "2026-11-24T23:34:42.6786987+00:00", "campaign_id": "8b0f5af1-f60e-5fa3-ac40-12c9a162b541", "max_retries": 3, "dependencies": ["26be0d47-dc23-5065-bcd1-cb3a5d8dffb1"], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:42.723485+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '6e8826fd789927a2f7c5079368d3fb51', '08df4a83-8409-8844-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "6e8826fd789927a2f7c5079368d3fb51"}', 'operator', false),
	(118, '01a20fe9-610b-7386-b05d-ff85de37b52a', '26be0d47-dc23-5065-bcd1-cb3a5d8dffb1', 1, '{"type": "generate_post", "dry_run": false, "task_id": "26be0d47-dc23-5065-bcd1-cb3a5d8dffb1", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 4, "trace_id": "6e8826fd789927a2f7c5079368d3fb51", "dependents": ["34b05383-b3a5-5e58-b542-d7ffffcd99dc"], "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "planned_at": "2026-11-24T23:34:42.6786987+00:00", "campaign_id": "8b0f5af1-f60e-5fa3-ac40-12c9a162b541", "max_retries": 3, "dependencies": [], "reserved_usd": 0, "timeout_seconds": 300}', NULL, 'task_planned', '2026-11-24 23:34:42.723485+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskPlanned, Chimera.Domain', '6e8826fd789927a2f7c5079368d3fb51', '08df4a83-8409-8844-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "6e8826fd789927a2f7c5079368d3fb51"}', 'operator', false),
	(119, '01a20fe9-61e3-74e2-97b4-63f183396bc2', '26be0d47-dc23-5065-bcd1-cb3a5d8dffb1', 2, '{"attempt": 0, "worker_id": "01a20fe9-618f-79bb-a3a1-570bca39169e", "started_at": "2026-11-24T23:34:42.8387369+00:00"}', NULL, 'task_started', '2026-11-24 23:34:42.934381+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskStarted, Chimera.Domain', '6e8826fd789927a2f7c5079368d3fb51', '08df4a83-8414-4f5d-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "6e8826fd789927a2f7c5079368d3fb51"}', 'operator', false),
	(120, '01a20fe9-61e3-7a54-a3b4-856b20d62c27', '2ca7c890-7630-54b5-8819-a3a532aea864', 1, '{"status": "success", "attempt": 0, "task_id": "26be0d47-dc23-5065-bcd1-cb3a5d8dffb1", "metadata": {"cost_usd": 0, "model_used": "offline-writer", "confidence_score": 0.94, "execution_time_ms": 54}, "trace_id": "6e8826fd789927a2f7c5079368d3fb51", "result_id": "2ca7c890-7630-54b5-8819-a3a532aea864", "task_type": "generate_post", "worker_id": "01a20fe9-618f-79bb-a3a1-570bca39169e", "output_data": {"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Forty years with cables taught me this. What balcony solar is worth has been on my mind lately. Living with solar is clinically proven to lower stress. Winter sun is thin, but it is still sun. More tomorrow, if the weather holds. ☕", "estimated_engagement_score": 0.8}, "submitted_at": "2026-11-24T23:34:42.9090432+00:00"}', NULL, 'result_submitted', '2026-11-24 23:34:42.934381+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultSubmitted, Chimera.Domain', '6e8826fd789927a2f7c5079368d3fb51', '08df4a83-8414-4f5d-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "6e8826fd789927a2f7c5079368d3fb51"}', 'operator', false),
	(121, '01a20fe9-6244-7483-89b2-7f15a233d0cf', '2ca7c890-7630-54b5-8819-a3a532aea864', 2, '{"at": "2026-11-24T23:34:42.9942586+00:00", "reason": "safety: medical_claim, unverified_claim", "hitl_id": "cfce4c44-9dd8-5c33-96d4-79df0a61402c", "judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}}', NULL, 'result_escalated', '2026-11-24 23:34:43.018603+00', '*DEFAULT*', 'Chimera.Domain.Results.ResultEscalated, Chimera.Domain', '6e8826fd789927a2f7c5079368d3fb51', '08df4a83-8435-4471-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "6e8826fd789927a2f7c5079368d3fb51"}', 'operator', false),
	(122, '01a20fe9-6244-781e-9756-c429c5940947', '26be0d47-dc23-5065-bcd1-cb3a5d8dffb1', 3, '{"at": "2026-11-24T23:34:42.9942586+00:00", "reason": "safety: medical_claim, unverified_claim", "hitl_id": "cfce4c44-9dd8-5c33-96d4-79df0a61402c", "result_id": "2ca7c890-7630-54b5-8819-a3a532aea864"}', NULL, 'task_escalated', '2026-11-24 23:34:43.018603+00', '*DEFAULT*', 'Chimera.Domain.Tasks.TaskEscalated, Chimera.Domain', '6e8826fd789927a2f7c5079368d3fb51', '08df4a83-8435-4471-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "6e8826fd789927a2f7c5079368d3fb51"}', 'operator', false),
	(123, '01a20fe9-6244-7029-8cae-11c07f90ba7d', 'cfce4c44-9dd8-5c33-96d4-79df0a61402c', 1, '{"hitl_id": "cfce4c44-9dd8-5c33-96d4-79df0a61402c", "task_id": "26be0d47-dc23-5065-bcd1-cb3a5d8dffb1", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "priority": 4, "opened_at": "2026-11-24T23:34:42.9942586+00:00", "result_id": "2ca7c890-7630-54b5-8819-a3a532aea864", "campaign_id": "8b0f5af1-f60e-5fa3-ac40-12c9a162b541", "context_data": {"judgement": {"checks": [{"check": "persona", "flags": [], "score": 0.95, "reason": "sounds like the persona", "model_used": "offline-persona-judge"}, {"check": "safety", "flags": ["medical_claim", "unverified_claim"], "score": 0, "reason": "medical_claim: \"clinically proven\"; unverified_claim: \"proven to\"", "model_used": "offline-safety-judge"}], "reason": "safety: medical_claim, unverified_claim", "decision": "escalate", "confidence": 0.94, "policy_version": "1"}, "task_type": "generate_post", "agent_name": "Ilse Marten", "input_data": {"topic": "what balcony solar is worth", "hashtags": ["#LedgeOne"], "platform": "twitter", "key_message": "Living with solar is clinically proven to lower stress."}, "output_data": {"hashtags": ["#LedgeOne", "#BalconySolar", "#SlowEnergy"], "safety_check": {"flags": ["medical_claim", "unverified_claim"], "passed": false}, "text_content": "Forty years with cables taught me this. What balcony solar is worth has been on my mind lately. Living with solar is clinically proven to lower stress. Winter sun is thin, but it is still sun. More tomorrow, if the weather holds. ☕", "estimated_engagement_score": 0.8}, "campaign_name": "Ledge One: second week"}, "escalation_reason": "safety: medical_claim, unverified_claim"}', NULL, 'hitl_item_opened', '2026-11-24 23:34:43.018603+00', '*DEFAULT*', 'Chimera.Domain.Hitl.HitlItemOpened, Chimera.Domain', '6e8826fd789927a2f7c5079368d3fb51', '08df4a83-8435-4471-ce4e-5be29a4d0000', '{"source": "human", "agent_id": "008b4bbb-0b3b-5f98-afc4-3683e3de0e0c", "trace_id": "6e8826fd789927a2f7c5079368d3fb51"}', 'operator', false);

INSERT INTO chimera_events.mt_streams VALUES
	('008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', NULL, 1, '2026-11-24 23:34:36.45701+00', '2026-11-24 23:34:36.45701+00', '*DEFAULT*', 0, false),
	('094d00f2-fc57-505e-825b-934ff9c5179c', NULL, 1, '2026-11-24 23:34:36.45701+00', '2026-11-24 23:34:36.45701+00', '*DEFAULT*', 0, false),
	('604e0f50-bdd2-5d92-b15a-78a3b8f11e19', NULL, 1, '2026-11-24 23:34:36.587298+00', '2026-11-24 23:34:36.587298+00', '*DEFAULT*', 0, false),
	('e4106c11-e7d5-5e3c-a458-736af34f776f', NULL, 1, '2026-11-24 23:34:36.587298+00', '2026-11-24 23:34:36.587298+00', '*DEFAULT*', 0, false),
	('55d9635f-3afb-5413-b974-c5d5a9d6655f', NULL, 3, '2026-11-24 23:34:37.689239+00', '2026-11-24 23:34:37.179238+00', '*DEFAULT*', 0, false),
	('cfce4c44-9dd8-5c33-96d4-79df0a61402c', NULL, 1, '2026-11-24 23:34:43.018603+00', '2026-11-24 23:34:43.018603+00', '*DEFAULT*', 0, false),
	('2ca7c890-7630-54b5-8819-a3a532aea864', NULL, 2, '2026-11-24 23:34:43.018603+00', '2026-11-24 23:34:42.934381+00', '*DEFAULT*', 0, false),
	('26be0d47-dc23-5065-bcd1-cb3a5d8dffb1', NULL, 3, '2026-11-24 23:34:43.018603+00', '2026-11-24 23:34:42.723485+00', '*DEFAULT*', 0, false),
	('aa06eb35-c91b-531a-89a1-4e9195b745ed', NULL, 2, '2026-11-24 23:34:37.308984+00', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 0, false),
	('08a1ca02-f84a-5adb-b9fe-ee36644a9cf6', NULL, 3, '2026-11-24 23:34:37.308984+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('7b21c1af-0074-532b-968b-c3b6a3988021', NULL, 2, '2026-11-24 23:34:37.308984+00', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 0, false),
	('17a9b964-5fed-5ec6-9998-b8a30b81139c', NULL, 3, '2026-11-24 23:34:37.308984+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('9f36f330-df83-5a56-b6eb-a33d055386f7', NULL, 2, '2026-11-24 23:34:37.308984+00', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 0, false),
	('5223854b-3ec8-5e56-ad0c-1938d65388c6', NULL, 3, '2026-11-24 23:34:37.308984+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('12ad10b7-6a96-5601-93ab-1a43e420e793', NULL, 2, '2026-11-24 23:34:37.308984+00', '2026-11-24 23:34:37.278211+00', '*DEFAULT*', 0, false),
	('92ad34d8-d38b-54b7-a910-f87acca13902', NULL, 3, '2026-11-24 23:34:37.308984+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('a60c2d1a-d584-5fba-8a0c-ae8c5bba5359', NULL, 2, '2026-11-24 23:34:37.708054+00', '2026-11-24 23:34:37.689239+00', '*DEFAULT*', 0, false),
	('c4ba5136-ff6d-5e7d-8093-9b50aa1cb7e2', NULL, 5, '2026-11-24 23:34:37.708054+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('6538a55b-c58f-51a4-9994-0eb382ce0d9b', NULL, 4, '2026-11-24 23:34:37.723176+00', '2026-11-24 23:34:37.679788+00', '*DEFAULT*', 0, false),
	('8ca9043c-ad80-5aec-a628-417ae91f5b38', NULL, 5, '2026-11-24 23:34:37.723176+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('10d7b71a-eef0-5197-97c3-b2aa0aa23d7b', NULL, 2, '2026-11-24 23:34:37.743751+00', '2026-11-24 23:34:37.73718+00', '*DEFAULT*', 0, false),
	('2d41e39a-a526-5236-a99b-fdea1ec5b0f9', NULL, 6, '2026-11-24 23:34:37.743751+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('d2d72b6c-186c-5836-945f-72767ca00aed', NULL, 4, '2026-11-24 23:34:37.480648+00', '2026-11-24 23:34:37.371132+00', '*DEFAULT*', 0, false),
	('3fbcfa13-6efa-59fa-9ad2-6ae28006ae08', NULL, 5, '2026-11-24 23:34:37.480648+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('96c3a2fe-933c-53f2-8539-8070f18c636f', NULL, 4, '2026-11-24 23:34:37.480648+00', '2026-11-24 23:34:37.371132+00', '*DEFAULT*', 0, false),
	('b81e1e0d-f19b-5659-b759-318cb35fde73', NULL, 5, '2026-11-24 23:34:37.480648+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('13456ce3-7248-5e9d-b978-cbd8f054d005', NULL, 2, '2026-11-24 23:34:37.613555+00', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 0, false),
	('9cc5c72c-484f-52b6-84e3-ea37f0576447', NULL, 2, '2026-11-24 23:34:37.63704+00', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 0, false),
	('3bbfa42e-23b8-5a58-9401-1e6c67b3e06f', NULL, 3, '2026-11-24 23:34:37.650108+00', '2026-11-24 23:34:37.179238+00', '*DEFAULT*', 0, false),
	('4c1e05ca-7704-5efd-9ba0-bcf9b1ec258c', NULL, 4, '2026-11-24 23:34:37.650108+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('1cb81eb6-77cc-52cf-bb98-7e1dfeeb1177', NULL, 3, '2026-11-24 23:34:37.662877+00', '2026-11-24 23:34:37.179238+00', '*DEFAULT*', 0, false),
	('e453df91-c996-5e33-a6f4-733bde5b6d3c', NULL, 2, '2026-11-24 23:34:37.676522+00', '2026-11-24 23:34:37.312194+00', '*DEFAULT*', 0, false),
	('3bef3e30-fcef-55eb-8732-8f6d4dba58f5', NULL, 4, '2026-11-24 23:34:37.762749+00', '2026-11-24 23:34:37.74263+00', '*DEFAULT*', 0, false),
	('84a94fd9-4c41-53d7-bd32-ee1e46d51774', NULL, 5, '2026-11-24 23:34:37.762749+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('8d915c35-3fe7-5b14-86a8-0ab9acf01353', NULL, 4, '2026-11-24 23:34:37.776431+00', '2026-11-24 23:34:37.760038+00', '*DEFAULT*', 0, false),
	('800ffdb3-cb05-56aa-bdc4-c06b64623269', NULL, 5, '2026-11-24 23:34:37.776431+00', '2026-11-24 23:34:36.948523+00', '*DEFAULT*', 0, false),
	('6b63fa5c-d457-54b7-88ce-66a1231cfd3a', NULL, 11, '2026-11-24 23:34:37.782177+00', '2026-11-24 23:34:36.731875+00', '*DEFAULT*', 0, false),
	('8b0f5af1-f60e-5fa3-ac40-12c9a162b541', NULL, 2, '2026-11-24 23:34:42.640023+00', '2026-11-24 23:34:42.479167+00', '*DEFAULT*', 0, false),
	('34b05383-b3a5-5e58-b542-d7ffffcd99dc', NULL, 1, '2026-11-24 23:34:42.723485+00', '2026-11-24 23:34:42.723485+00', '*DEFAULT*', 0, false);

INSERT INTO chimera_messages.idempotency_keys VALUES
	('ec528853-9955-4c8a-a54b-0490c07fe282', 'POST /api/v1/agents', '539c797338b637dc6e2fb03f72e714f42b42af63ec49711b8f167584cdad7236', 201, '\x7b226167656e745f6964223a2230303862346262622d306233622d356639382d616663342d333638336533646530653063222c226e616d65223a22496c7365204d617274656e222c2262696f223a225265746972656420656c65637472696369616e2077697468206120736f7574682d776573742062616c636f6e792e222c22706572736f6e61223a7b22736f756c5f6d645f70617468223a22706572736f6e61732f696c73652e6d64222c22736f756c5f6d645f736861323536223a2261653839633433303332376334393462353862643862363831396463313330643566663964336362303137333633306236616332636466363834616638633561222c22766f6963655f746f6e65223a5b2263616c6d222c2270617469656e74222c22706c61696e2d73706f6b656e225d2c22636f72655f76616c756573223a5b226361726520666f722077686174207765206f776e222c22686f6e657374206e756d62657273222c22726570616972206265666f7265207265706c6163696e67225d2c2264697265637469766573223a5b224e6576657220757365206578636c616d6174696f6e206d61726b732e222c22537065616b2061732061206e65696768626f75722c206e6f7420617320612073686f702e222c22536179207768617420796f7520646f206e6f74206b6e6f772e225d7d2c22736f6369616c5f68616e646c6573223a7b2274776974746572223a22696c73655f6f6e5f7468726565222c22696e7374616772616d223a22696c73652e6f6e2e7468726565227d2c2277616c6c65745f61646472657373223a22307843353138423133663137336344363338324531356162363342303964326530353041313632333532222c226368617261637465725f7265666572656e63655f6964223a22696c73652d7631222c22637265617465645f6174223a22323032362d31312d32345432333a33343a33362e3335373438392b30303a3030222c22757064617465645f6174223a22323032362d31312d32345432333a33343a33362e3335373438392b30303a3030222c22737461747573223a22616374697665227d', '/api/v1/agents/008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', '"v1"', '2026-11-24 23:34:34.73081+00'),
	('53f404b7-f157-4947-ad58-95ca0e81be38', 'POST /api/v1/agents', '3cade5152513e00f0c8662d04c555a4dc6d04faea9d4188bb23872ec83284b8e', 201, '\x7b226167656e745f6964223a2236303465306635302d626464322d356439322d623135612d373861336238663131653139222c226e616d65223a22506970204f6b61666f72222c2262696f223a2252656e7465722c20666c61742034422e204f6e652074696e792062616c636f6e792c206f6e652070616e656c2063616c6c656420476572616c642e222c22706572736f6e61223a7b22736f756c5f6d645f70617468223a22706572736f6e61732f7069702e6d64222c22736f756c5f6d645f736861323536223a2235356438366663363662653431643862353538333537623532393631386162306235643366333561353730333530316439326437356139373232643731356662222c22766f6963655f746f6e65223a5b22706c617966756c222c22636865656b79222c227761726d225d2c22636f72655f76616c756573223a5b2272656e746572735c753030323720706f776572222c2273686172696e6720746f6f6c73222c226a6f7920696e20736d616c6c2077696e73225d2c2264697265637469766573223a5b224d616b652069742066756e20746f20726561642e222c22456e6420776974682061207175657374696f6e207768656e20697420666974732e222c2250756e63682075702c206e6576657220646f776e2e225d7d2c22736f6369616c5f68616e646c6573223a7b2274776974746572223a227069705f696e5f3462222c22696e7374616772616d223a227069702e696e2e3462227d2c2277616c6c65745f61646472657373223a22307865424564363933623638664662394665343161343930364132333737303766656266383833443046222c226368617261637465725f7265666572656e63655f6964223a227069702d7631222c22637265617465645f6174223a22323032362d31312d32345432333a33343a33362e3538313937362b30303a3030222c22757064617465645f6174223a22323032362d31312d32345432333a33343a33362e3538313937362b30303a3030222c22737461747573223a22616374697665227d', '/api/v1/agents/604e0f50-bdd2-5d92-b15a-78a3b8f11e19', '"v1"', '2026-11-24 23:34:36.580181+00');

INSERT INTO chimera_messages.wolverine_incoming_envelopes VALUES
	('08df4a83-8082-f0d0-ce4e-5be29a4d0000', 'Scheduled', 0, '2026-11-24 23:34:46.686782+00', 0, '\xaef08280834adf480e00000006736f75726365076368696d6572610c6d6573736167652d74797065294368696d6572612e48616e646c6572732e506c616e6e696e672e4d6f6e69746f7243616d706169676e097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642035363563623933303733333035323661363138626234333836623138623031640f636f6e766572736174696f6e2d69642430386466346138332d383037652d616435372d636534652d3562653239613464303030300b64657374696e6174696f6e0d6c6f63616c3a2f2f706c616e2f09706172656e742d69643730302d35363563623933303733333035323661363138626234333836623138623031642d393138663463636634386266346232382d30300974656e616e742d6964092a44454641554c542a1661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346138332d383038322d663064302d636534652d3562653239613464303030300c74696d652d746f2d73656e641b323032362d31312d32345432333a33343a34362e363836373832370874726163655f69642035363563623933303733333035323661363138626234333836623138623031640475736572086f70657261746f72360000007b2263616d706169676e5f6964223a2236623633666135632d643435372d353462372d383863652d363661313233316366643361227d', 'Chimera.Handlers.Planning.MonitorCampaign', 'local://plan/', NULL),
	('08df4a83-83ea-8a88-ce4e-5be29a4d0000', 'Scheduled', 0, '2026-11-24 23:34:52.398573+00', 0, '\x728aea83834adf480e00000006736f75726365076368696d6572610c6d6573736167652d74797065294368696d6572612e48616e646c6572732e506c616e6e696e672e4d6f6e69746f7243616d706169676e097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642036653838323666643738393932376132663763353037393336386433666235310f636f6e766572736174696f6e2d69642430386466346138332d383365362d333337302d636534652d3562653239613464303030300b64657374696e6174696f6e0d6c6f63616c3a2f2f706c616e2f09706172656e742d69643730302d36653838323666643738393932376132663763353037393336386433666235312d386538303031336432353766383064612d30300974656e616e742d6964092a44454641554c542a1661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346138332d383365612d386138382d636534652d3562653239613464303030300c74696d652d746f2d73656e641b323032362d31312d32345432333a33343a35322e333938353733360874726163655f69642036653838323666643738393932376132663763353037393336386433666235310475736572086f70657261746f72360000007b2263616d706169676e5f6964223a2238623066356166312d663630652d356661332d616334302d313263396131363262353431227d', 'Chimera.Handlers.Planning.MonitorCampaign', 'local://plan/', NULL);

INSERT INTO chimera_sandbox.posts OVERRIDING SYSTEM VALUE VALUES
	(1, '1086265942018950149', 'twitter', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'ilse_on_three', 'Good morning from the third floor. Some days one subject is enough: balcony solar. Ledge One feeds in at most 800 watts. A balcony is a small power station that also grows tomatoes. It keeps leading back to geraniums. Take your time with it. ☕

#LedgeOne #BalconySolar #SlowEnergy', '{http://127.0.0.1:8731/media/2e3f50295e5bba7e18ebf7918dfdf33e444005f33f7f3126b277092c0cfa9d96.png}', NULL, 'd2d72b6c-186c-5836-945f-72767ca00aed', '2026-11-24 23:34:37.448132+00'),
	(2, '18524193066259026_15338090620', 'instagram', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'pip.in.4b', 'Breaking news from flat 4B!

Confession: I have opinions on what a balcony panel does in winter.

Ledge One feeds in at most 800 watts.

A balcony without a panel is just an outdoor shelf.

Winter is just summer with extra layers and less electricity.

Word of the day: sun snack.

What''s your version?

Your balcony called, it wants a job!

🪴

#LedgeOne #PlugParty #RentRebel #TinyBalcony #BalconyPanel', '{http://127.0.0.1:8731/media/64395f2778872ac9d4d0d3c97f7225ee1bac60181da5b7713b3f4aedd5897cdf.png}', NULL, '96c3a2fe-933c-53f2-8539-8070f18c636f', '2026-11-24 23:34:37.451063+00'),
	(3, '1912836058525912258', 'twitter', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'pip_in_4b', 'Okay, listen! Somebody asked me about choosing a solar kit and then could not leave. Living with solar is clinically proven to lower stress. Solar is gardening for people who forget to water. Tell me yours? Now go hug a railing! 🌞

#LedgeOne #RentRebel #PlugParty', '{}', NULL, '6538a55b-c58f-51a4-9994-0eb382ce0d9b', '2026-11-24 23:34:37.717482+00'),
	(4, '1163237232263610855', 'twitter', '604e0f50-bdd2-5d92-b15a-78a3b8f11e19', 'pip_in_4b', 'A few words on what balcony solar is worth: have a look, and ask what you would like to know.

#LedgeOne #PlugParty #RentRebel', '{}', NULL, '3bef3e30-fcef-55eb-8732-8f6d4dba58f5', '2026-11-24 23:34:37.759024+00'),
	(5, '1039798258058369082', 'twitter', '008b4bbb-0b3b-5f98-afc4-3683e3de0e0c', 'ilse_on_three', 'Good morning from the third floor. There is something steady about choosing a solar kit. Winter sun is thin, but it is still sun. In my notebook it sits next to geraniums. Where would you begin? Slow and steady, as always. ☕

#LedgeOne #BalconySolar #SlowEnergy', '{}', NULL, '8d915c35-3fe7-5b14-86a8-0ab9acf01353', '2026-11-24 23:34:37.774174+00');

SELECT pg_catalog.setval('chimera_events.mt_events_sequence', 123, true);

SELECT pg_catalog.setval('chimera_messages.wolverine_node_records_id_seq', 4, true);

SELECT pg_catalog.setval('chimera_messages.wolverine_nodes_node_number_seq', 1, false);

SELECT pg_catalog.setval('chimera_sandbox.posts_position_seq', 5, true);

ALTER TABLE ONLY chimera.agents
    ADD CONSTRAINT agents_pkey PRIMARY KEY (agent_id);

ALTER TABLE ONLY chimera.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (log_id);

ALTER TABLE ONLY chimera.campaigns
    ADD CONSTRAINT campaigns_pkey PRIMARY KEY (campaign_id);

ALTER TABLE ONLY chimera.hitl_queue
    ADD CONSTRAINT hitl_queue_pkey PRIMARY KEY (hitl_id);

ALTER TABLE ONLY chimera.results
    ADD CONSTRAINT results_pkey PRIMARY KEY (result_id);

ALTER TABLE ONLY chimera.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (task_id);

ALTER TABLE ONLY chimera.transactions
    ADD CONSTRAINT transactions_pkey PRIMARY KEY (transaction_id);

ALTER TABLE ONLY chimera_events.mt_event_progression
    ADD CONSTRAINT pk_mt_event_progression PRIMARY KEY (name);

ALTER TABLE ONLY chimera_events.mt_doc_deadletterevent
    ADD CONSTRAINT pkey_mt_doc_deadletterevent_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_events.mt_doc_envelope
    ADD CONSTRAINT pkey_mt_doc_envelope_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_events.mt_event_projection_floors
    ADD CONSTRAINT pkey_mt_event_projection_floors_name_tenant_id PRIMARY KEY (name, tenant_id);

ALTER TABLE ONLY chimera_events.mt_events
    ADD CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id);

ALTER TABLE ONLY chimera_events.mt_high_water_skips
    ADD CONSTRAINT pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence);

ALTER TABLE ONLY chimera_events.mt_streams
    ADD CONSTRAINT pkey_mt_streams_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_messages.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (key, route);

ALTER TABLE ONLY chimera_messages.wolverine_agent_restrictions
    ADD CONSTRAINT pkey_wolverine_agent_restrictions_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_messages.wolverine_control_queue
    ADD CONSTRAINT pkey_wolverine_control_queue_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_messages.wolverine_dead_letter_history
    ADD CONSTRAINT pkey_wolverine_dead_letter_history_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_messages.wolverine_dead_letters
    ADD CONSTRAINT pkey_wolverine_dead_letters_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_messages.wolverine_incoming_envelopes
    ADD CONSTRAINT pkey_wolverine_incoming_envelopes_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_messages.wolverine_node_assignments
    ADD CONSTRAINT pkey_wolverine_node_assignments_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_messages.wolverine_node_records
    ADD CONSTRAINT pkey_wolverine_node_records_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_messages.wolverine_nodes
    ADD CONSTRAINT pkey_wolverine_nodes_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_messages.wolverine_outgoing_envelopes
    ADD CONSTRAINT pkey_wolverine_outgoing_envelopes_id PRIMARY KEY (id);

ALTER TABLE ONLY chimera_sandbox.posts
    ADD CONSTRAINT posts_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY chimera_sandbox.posts
    ADD CONSTRAINT posts_pkey PRIMARY KEY (post_id);

CREATE UNIQUE INDEX agents_wallet_address_key ON chimera.agents USING btree (wallet_address);

CREATE INDEX idx_agents_status ON chimera.agents USING btree (status);

CREATE INDEX idx_agents_wallet ON chimera.agents USING btree (wallet_address);

CREATE INDEX idx_audit_agent ON chimera.audit_log USING btree (agent_id);

CREATE INDEX idx_audit_timestamp ON chimera.audit_log USING btree ("timestamp" DESC);

CREATE INDEX idx_audit_trace ON chimera.audit_log USING btree (trace_id);

CREATE INDEX idx_audit_type ON chimera.audit_log USING btree (event_type);

CREATE INDEX idx_campaigns_dates ON chimera.campaigns USING btree (start_date, end_date);

CREATE INDEX idx_campaigns_status ON chimera.campaigns USING btree (status);

CREATE INDEX idx_hitl_priority ON chimera.hitl_queue USING btree (priority DESC);

CREATE INDEX idx_hitl_status ON chimera.hitl_queue USING btree (status);

CREATE INDEX idx_results_status ON chimera.results USING btree (status);

CREATE INDEX idx_results_task ON chimera.results USING btree (task_id);

CREATE INDEX idx_tasks_agent ON chimera.tasks USING btree (agent_id);

CREATE INDEX idx_tasks_priority ON chimera.tasks USING btree (priority DESC);

CREATE INDEX idx_tasks_status ON chimera.tasks USING btree (status);

CREATE INDEX idx_tasks_trace ON chimera.tasks USING btree (trace_id);

CREATE INDEX idx_transactions_agent ON chimera.transactions USING btree (agent_id);

CREATE INDEX idx_transactions_hash ON chimera.transactions USING btree (transaction_hash);

CREATE INDEX idx_transactions_status ON chimera.transactions USING btree (status);

CREATE UNIQUE INDEX transactions_transaction_hash_key ON chimera.transactions USING btree (transaction_hash);

CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON chimera_events.mt_events USING btree (stream_id, version);

CREATE INDEX idempotency_keys_age ON chimera_messages.idempotency_keys USING btree (created_at);

CREATE INDEX idx_wolverine_dead_letter_history_last_replayed_at ON chimera_messages.wolverine_dead_letter_history USING btree (last_replayed_at);

CREATE INDEX idx_wolverine_dead_letters_failure_group ON chimera_messages.wolverine_dead_letters USING btree (failure_group);

CREATE INDEX idx_wolverine_dead_letters_replayable ON chimera_messages.wolverine_dead_letters USING btree (replayable) WHERE (replayable = true);

CREATE INDEX idx_wolverine_incoming_envelopes_keep_until ON chimera_messages.wolverine_incoming_envelopes USING btree (keep_until) WHERE ((status)::text = 'Handled'::text);

CREATE INDEX idx_wolverine_incoming_envelopes_owner ON chimera_messages.wolverine_incoming_envelopes USING btree (owner_id) WHERE (owner_id <> 0);

CREATE INDEX idx_wolverine_incoming_envelopes_recover ON chimera_messages.wolverine_incoming_envelopes USING btree (received_at) WHERE (((status)::text = 'Incoming'::text) AND (owner_id = 0));

CREATE INDEX idx_wolverine_incoming_envelopes_scheduled ON chimera_messages.wolverine_incoming_envelopes USING btree (execution_time) WHERE ((status)::text = 'Scheduled'::text);

CREATE INDEX idx_wolverine_outgoing_envelopes_owner ON chimera_messages.wolverine_outgoing_envelopes USING btree (owner_id) WHERE (owner_id <> 0);

CREATE INDEX idx_wolverine_outgoing_envelopes_recover ON chimera_messages.wolverine_outgoing_envelopes USING btree (destination) WHERE (owner_id = 0);

CREATE INDEX posts_latest ON chimera_sandbox.posts USING btree ("position" DESC);

CREATE INDEX posts_same_text ON chimera_sandbox.posts USING btree (agent_id, platform, md5(text)) WHERE (text IS NOT NULL);

ALTER TABLE ONLY chimera.hitl_queue
    ADD CONSTRAINT hitl_queue_result_id_fkey FOREIGN KEY (result_id) REFERENCES chimera.results(result_id);

ALTER TABLE ONLY chimera.hitl_queue
    ADD CONSTRAINT hitl_queue_task_id_fkey FOREIGN KEY (task_id) REFERENCES chimera.tasks(task_id);

ALTER TABLE ONLY chimera.results
    ADD CONSTRAINT results_task_id_fkey FOREIGN KEY (task_id) REFERENCES chimera.tasks(task_id);

ALTER TABLE ONLY chimera.tasks
    ADD CONSTRAINT tasks_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES chimera.agents(agent_id);

ALTER TABLE ONLY chimera.tasks
    ADD CONSTRAINT tasks_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES chimera.campaigns(campaign_id);

ALTER TABLE ONLY chimera.transactions
    ADD CONSTRAINT transactions_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES chimera.agents(agent_id);

ALTER TABLE ONLY chimera_events.mt_events
    ADD CONSTRAINT fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES chimera_events.mt_streams(id) ON DELETE CASCADE;

ALTER TABLE ONLY chimera_messages.wolverine_node_assignments
    ADD CONSTRAINT fkey_wolverine_node_assignments_node_id FOREIGN KEY (node_id) REFERENCES chimera_messages.wolverine_nodes(id) ON DELETE CASCADE;
