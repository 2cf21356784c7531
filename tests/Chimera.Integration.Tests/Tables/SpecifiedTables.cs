namespace Chimera.Integration.Tests.Tables;

/// <summary>
/// Section 3.1 of the specification, as PostgreSQL describes it. Every TIMESTAMP has a zone; added are <c>campaigns.spent_exact_usd</c> (X-12),
/// <c>transactions</c> from <c>task_id</c> on, and what readers need: <c>tasks.cost_usd</c>, whose a HITL item is, place, stream and actor of an
/// audit row, and the indexes that lists are read by.
/// </summary>
internal static class SpecifiedTables
{
    public const string Columns = """
        agents.agent_id uuid not null default gen_random_uuid()
        agents.name varchar(100) not null
        agents.bio text
        agents.soul_md_path varchar(500) not null
        agents.character_reference_id varchar(255)
        agents.wallet_address varchar(255)
        agents.status varchar(20) default 'active'
        agents.created_at timestamptz default CURRENT_TIMESTAMP
        agents.updated_at timestamptz default CURRENT_TIMESTAMP
        agents.metadata jsonb
        audit_log.log_id uuid not null default gen_random_uuid()
        audit_log.agent_id uuid
        audit_log.event_type varchar(50) not null
        audit_log.event_data jsonb not null
        audit_log.trace_id varchar(100)
        audit_log.timestamp timestamptz default CURRENT_TIMESTAMP
        audit_log.ip_address inet
        audit_log.user_agent text
        audit_log.sequence int8
        audit_log.stream_id uuid
        audit_log.actor varchar(100)
        campaigns.campaign_id uuid not null default gen_random_uuid()
        campaigns.name varchar(200) not null
        campaigns.description text
        campaigns.agent_ids uuid[] not null
        campaigns.start_date timestamptz not null
        campaigns.end_date timestamptz
        campaigns.budget_usd numeric(10,2)
        campaigns.spent_usd numeric(10,2) default 0.00
        campaigns.status varchar(20) default 'active'
        campaigns.goals jsonb
        campaigns.created_at timestamptz default CURRENT_TIMESTAMP
        campaigns.updated_at timestamptz default CURRENT_TIMESTAMP
        campaigns.spent_exact_usd numeric(20,8) default 0
        hitl_queue.hitl_id uuid not null default gen_random_uuid()
        hitl_queue.task_id uuid
        hitl_queue.result_id uuid
        hitl_queue.escalation_reason varchar(100) not null
        hitl_queue.context_data jsonb not null
        hitl_queue.priority int4 default 5
        hitl_queue.status varchar(20) default 'pending'
        hitl_queue.assigned_to varchar(100)
        hitl_queue.decision varchar(20)
        hitl_queue.feedback text
        hitl_queue.created_at timestamptz default CURRENT_TIMESTAMP
        hitl_queue.reviewed_at timestamptz
        hitl_queue.agent_id uuid
        hitl_queue.campaign_id uuid
        results.result_id uuid not null default gen_random_uuid()
        results.task_id uuid not null
        results.worker_id uuid not null
        results.status varchar(20) not null
        results.output_data jsonb
        results.metadata jsonb
        results.error_details jsonb
        results.created_at timestamptz default CURRENT_TIMESTAMP
        results.trace_id varchar(100)
        tasks.task_id uuid not null default gen_random_uuid()
        tasks.agent_id uuid not null
        tasks.campaign_id uuid
        tasks.task_type varchar(50) not null
        tasks.priority int4 default 5
        tasks.status varchar(20) default 'pending'
        tasks.input_data jsonb not null
        tasks.dependencies uuid[]
        tasks.assigned_worker_id uuid
        tasks.retry_count int4 default 0
        tasks.max_retries int4 default 3
        tasks.timeout_seconds int4 default 300
        tasks.trace_id varchar(100)
        tasks.created_at timestamptz default CURRENT_TIMESTAMP
        tasks.started_at timestamptz
        tasks.completed_at timestamptz
        tasks.error_details jsonb
        tasks.cost_usd numeric(20,8) default 0
        transactions.transaction_id uuid not null default gen_random_uuid()
        transactions.agent_id uuid not null
        transactions.from_wallet varchar(255) not null
        transactions.to_wallet varchar(255) not null
        transactions.amount_wei varchar(100) not null
        transactions.token_type varchar(20) not null
        transactions.transaction_hash varchar(255)
        transactions.status varchar(20) default 'pending'
        transactions.gas_cost_wei varchar(100)
        transactions.block_number int8
        transactions.reason text
        transactions.approved_by varchar(50)
        transactions.created_at timestamptz default CURRENT_TIMESTAMP
        transactions.confirmed_at timestamptz
        transactions.task_id uuid
        transactions.campaign_id uuid
        transactions.transaction_type varchar(20)
        transactions.gas_used int8
        transactions.chain_id int8
        transactions.nonce int8
        transactions.policy_version varchar(50)
        """;

    public const string Indexes = """
        agents UNIQUE agents_pkey (agent_id)
        agents UNIQUE agents_wallet_address_key (wallet_address)
        agents idx_agents_status (status)
        agents idx_agents_wallet (wallet_address)
        audit_log UNIQUE audit_log_pkey (log_id)
        audit_log idx_audit_agent (agent_id)
        audit_log idx_audit_timestamp ("timestamp" DESC)
        audit_log idx_audit_trace (trace_id)
        audit_log idx_audit_type (event_type)
        campaigns UNIQUE campaigns_pkey (campaign_id)
        campaigns idx_campaigns_dates (start_date, end_date)
        campaigns idx_campaigns_status (status)
        hitl_queue UNIQUE hitl_queue_pkey (hitl_id)
        hitl_queue idx_hitl_priority (priority DESC)
        hitl_queue idx_hitl_status (status)
        hitl_queue idx_hitl_task (task_id)
        results idx_results_status (status)
        results idx_results_task (task_id)
        results UNIQUE results_pkey (result_id)
        tasks idx_tasks_agent (agent_id)
        tasks idx_tasks_campaign (campaign_id, created_at, task_id)
        tasks idx_tasks_created (created_at, task_id)
        tasks idx_tasks_priority (priority DESC)
        tasks idx_tasks_queue (agent_id, status, priority DESC, created_at, task_id)
        tasks idx_tasks_status (status)
        tasks idx_tasks_trace (trace_id)
        tasks UNIQUE tasks_pkey (task_id)
        transactions idx_transactions_agent (agent_id)
        transactions idx_transactions_hash (transaction_hash)
        transactions idx_transactions_status (status)
        transactions UNIQUE transactions_pkey (transaction_id)
        transactions UNIQUE transactions_transaction_hash_key (transaction_hash)
        """;

    public const string ForeignKeys = """
        chimera.hitl_queue hitl_queue_result_id_fkey FOREIGN KEY (result_id) REFERENCES chimera.results(result_id)
        chimera.hitl_queue hitl_queue_task_id_fkey FOREIGN KEY (task_id) REFERENCES chimera.tasks(task_id)
        chimera.results results_task_id_fkey FOREIGN KEY (task_id) REFERENCES chimera.tasks(task_id)
        chimera.tasks tasks_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES chimera.agents(agent_id)
        chimera.tasks tasks_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES chimera.campaigns(campaign_id)
        chimera.transactions transactions_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES chimera.agents(agent_id)
        """;
}
