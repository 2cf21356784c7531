// Drives the host's MCP endpoint with the protocol's own TypeScript client: node mcp-host.mjs URL AGENT_ID
// The client itself holds every answer against the tool's output schema.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';

const [url, agent] = process.argv.slice(2);
const client = new Client({ name: 'another', version: '1.0.0' });
await client.connect(new StreamableHTTPClientTransport(new URL(url)));
const say = (what, holds) => { if (!holds) { console.error(what); process.exit(1); } };
const ask = async (name, args) => {
  const answer = await client.callTool({ name, arguments: args });
  say(`${name}: ${answer.content[0]?.text}`, !answer.isError && answer.structuredContent);
  return answer.structuredContent;
};

const { tools } = await client.listTools();
say('every tool has both schemas', tools.every(tool => tool.inputSchema.type === 'object' && tool.outputSchema?.type === 'object'));
const goal = { objective: 'People go outside', topics: ['doubt'], platforms: ['twitter'], posts: 1 };
const { campaign_id } = await ask('create_campaign', { name: 'Elsewhere', agent_ids: [agent], start_date: new Date().toISOString(), budget_usd: 5, goals: [goal], status: 'draft' });

const uri = `chimera://campaigns/${campaign_id}`;
say('both resources are listed', (await client.listResources()).resources[0].uri === 'chimera://hitl' &&
  (await client.listResourceTemplates()).resourceTemplates[0].uriTemplate === 'chimera://campaigns/{id}');
say('the campaign is a resource', JSON.parse((await client.readResource({ uri })).contents[0].text).status === 'draft');
const told = { [uri]: 0, 'chimera://hitl': 0 };
let wake = () => {};
client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => { told[params.uri] += 1; wake(); });
for (const one of Object.keys(told)) await client.subscribeResource({ uri: one });

const both = async () => {
  while (!told[uri] || !told['chimera://hitl']) await new Promise(done => { wake = done; });
  told[uri] = told['chimera://hitl'] = 0;
};
await both(); // at once, for whatever has changed before
await ask('launch_campaign', { campaign_id });
await both();
const inbox = JSON.parse((await client.readResource({ uri: 'chimera://hitl' })).contents[0].text).items.filter(item => item.campaign_id === campaign_id);
say('the doubted post waits for a human', inbox.length === 1);
const item = await ask('get_hitl_item', { hitl_id: inbox[0].hitl_id });
await ask('decide_hitl_item', { hitl_id: item.hitl_id, decision: 'reject', reviewer: 'eve' });

const task = await ask('get_task', { task_id: item.task_id });
await ask('get_result', { result_id: task.result_id });
await ask('get_campaign', { campaign_id });
await ask('get_campaign_progress', { campaign_id });
await ask('get_agent', { agent_id: agent });
await ask('get_history', { id: item.hitl_id });
for (const list of ['list_agents', 'list_campaigns', 'list_tasks', 'list_results', 'list_hitl_items']) await ask(list, { limit: 2 });

const refused = await client.callTool({ name: 'create_campaign', arguments: { name: 'Elsewhere', agent_ids: [agent], start_date: new Date().toISOString(), budget_usd: 5, goals: [{ ...goal, posts: 0 }] } });
const { code, pointer } = JSON.parse(refused.content[0].text).error;
say(`a broken rule is told: ${code} ${pointer}`, refused.isError && code === 'campaign.goal-posts' && pointer === '/goals/0/posts');
await client.close();
console.log(`${tools.length} tools work`);
process.exit(0);
