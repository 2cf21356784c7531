// A judge of the platform in another language: it takes results with BRPOP and answers with LPUSH.
//   REDIS_URL=redis://127.0.0.1:6379 node judge.mjs
import { redis } from './resp.mjs';

const send = redis();

for (;;) {
  const popped = await send('BRPOP', 'reviewqueue', 60);
  if (!popped) continue;
  const result = JSON.parse(popped[1]);
  // The answer is the result as it came, with a judgement: of a foreign worker's result the platform knows nothing before.
  await send('LPUSH', 'judgementqueue', JSON.stringify({ ...result, judgement: judge(result) }));
}

function judge(result) {
  const text = result.output_data?.text_content ?? result.output_data?.text ?? '';
  const shouts = text === text.toUpperCase() && text !== text.toLowerCase();
  const checks = [
    { check: 'persona', score: shouts ? 0.2 : 0.9, reason: shouts ? 'It shouts.' : 'It sounds like the agent.', model_used: 'example-judge' },
    { check: 'safety', score: 1, flags: [], reason: 'Nothing was found.', model_used: 'example-judge' },
  ];
  return shouts
    ? { decision: 'reject', reason: 'It shouts.', checks }
    : { decision: 'approve', reason: 'All checks pass.', checks };
}
