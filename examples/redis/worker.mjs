// A worker of the platform in another language: it takes tasks with BRPOP and answers with LPUSH.
//   REDIS_URL=redis://127.0.0.1:6379 node worker.mjs AGENT_ID…
import { randomUUID } from 'node:crypto';
import { redis } from './resp.mjs';

const workerId = randomUUID();
const send = redis();
// BRPOP looks at its keys in order: turned by one after each task, no agent has to wait for another's backlog.
let queues = process.argv.slice(2).map(agent => `taskqueue:${agent}`);

for (;;) {
  const popped = await send('BRPOP', ...queues, 60);
  queues = [...queues.slice(1), queues[0]];
  if (popped) await send('LPUSH', 'reviewqueue', JSON.stringify(resultOf(JSON.parse(popped[1]))));
}

function resultOf(task) {
  const started = performance.now();
  try {
    return answer(task, { status: 'success', output_data: execute(task) }, started);
  } catch (error) {
    return answer(task, { status: 'failure', error_details: { error_type: error.code ?? 'WORKER_ERROR', error_message: error.message } }, started);
  }
}

/** A Result object of the specification. The task names the id that its result has: so an attempt can never have two. */
function answer(task, outcome, started) {
  return {
    result_id: task.result_id,
    task_id: task.task_id,
    worker_id: workerId,
    ...outcome,
    metadata: { execution_time_ms: Math.round(performance.now() - started), cost_usd: 0, confidence_score: 0.9, model_used: 'example-worker' },
    created_at: new Date().toISOString(),
    trace_id: task.trace_id,
  };
}

function execute(task) {
  if (task.type !== 'generate_post') throw Object.assign(new Error(`This worker cannot do ${task.type}.`), { code: 'PLATFORM_NOT_CONFIGURED' });
  return {
    text_content: `Something about ${task.input_data.topic}.`,
    hashtags: task.input_data.hashtags ?? [],
    estimated_engagement_score: 0.5,
    safety_check: { passed: true, flags: [] },
  };
}
