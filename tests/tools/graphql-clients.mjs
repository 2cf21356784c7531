// Talks to a host with the clients that others use: node graphql-clients.mjs ORIGIN
import assert from 'node:assert/strict';
import { createClient as createWs } from 'graphql-ws';
import { createClient as createSse } from 'graphql-sse';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import WebSocket from 'ws';

const origin = process.argv[2];
const url = `${origin}/graphql`;
const ws = createWs({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket });
const sse = createSse({ url });
const urql = new Client({
  url,
  exchanges: [fetchExchange, subscriptionExchange({ forwardSubscription: request => ({ subscribe: sink => ({ unsubscribe: ws.subscribe(request, sink) }) }) })],
});
const watch = 'subscription { eventAppended(types: ["agent_created"]) { type streamId data } }';

// An event that happens again and again until the subscriber has seen one: it may not be subscribed yet at the first.
async function happensUntil(seen) {
  for (let waiting = true; waiting;) {
    await createAgent();
    waiting = await Promise.race([seen.then(() => false), new Promise(resolve => setTimeout(resolve, 200, true))]);
  }
  return seen;
}

async function createAgent() {
  const body = { name: 'Mara', bio: 'Walks.', persona: { soul_md_path: 'mara.md', soul_md: '# Mara' } };
  const answer = await fetch(`${origin}/api/v1/agents`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  assert.equal(answer.status, 201);
}

const first = iterable => iterable[Symbol.asyncIterator]().next().then(({ value }) => value);
const isAgent = result => assert.equal(result.data.eventAppended.type, 'agent_created');

async function check(name, test) {
  await test();
  console.log(`ok: ${name}`);
}

await check('graphql-ws asks', async () => assert.deepEqual((await first(ws.iterate({ query: '{ agents(first: 1) { __typename } }' }))).data, { agents: { __typename: 'AgentConnection' } }));
await check('graphql-ws is told what is wrong', () => assert.rejects(first(ws.iterate({ query: '{ nothing }' })), errors => errors[0].extensions.code === 'graphql.validation'));
await check('graphql-ws subscribes', async () => isAgent(await happensUntil(first(ws.iterate({ query: watch })))));
await check('graphql-sse asks', async () => assert.equal((await first(sse.iterate({ query: '{ __typename }' }))).data.__typename, 'Query'));
await check('graphql-sse subscribes', async () => isAgent(await happensUntil(first(sse.iterate({ query: watch })))));
await check('urql asks', async () => assert.ok((await urql.query('{ agents { nodes { name } } }', {})).data.agents.nodes.length > 0));
await check('urql is told what is wrong', async () => assert.equal((await urql.query('{ tasks(first: -1) { nodes { id } } }', {})).error.graphQLErrors[0].extensions.code, 'page.limit'));
await check('urql subscribes', async () => {
  const seen = new Promise(resolve => urql.subscription(watch, {}).subscribe(resolve));
  isAgent(await happensUntil(seen));
});
console.log('all clients work');
process.exit(0);
