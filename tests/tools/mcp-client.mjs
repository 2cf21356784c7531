// Drives one MCP server with the protocol's own TypeScript client: node mcp-client.mjs NAME stdio PROGRAM | NAME http URL
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const wallet = '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed';
const good = {
  'mcp-server-twitter': ['post_tweet', { text: 'From elsewhere' }],
  'mcp-server-instagram': ['post_instagram', { caption: 'From elsewhere' }],
  'mcp-server-tiktok': ['post_tiktok', { caption: 'From elsewhere' }],
  'mcp-server-ideogram': ['generate_image', { prompt: 'A boat', aspect_ratio: '9:16' }],
  'mcp-server-video': ['generate_video', { type: 'text_to_video', prompt: 'A boat', duration_seconds: 5 }],
  'mcp-server-weaviate': ['semantic_search', { query: 'boats', collection: 'memories' }],
  'mcp-server-coinbase': ['send_transaction', { from_wallet: wallet, to_address: wallet, amount: '1', token: 'ETH' }],
};
const [name, kind, where] = process.argv.slice(2);
const transport = kind === 'http'
  ? new StreamableHTTPClientTransport(new URL(where))
  : new StdioClientTransport({ command: 'dotnet', args: [where, name, '--stdio'], env: process.env });
const client = new Client({ name: 'another', version: '1.0.0' });
await client.connect(transport);
const say = (what, holds) => { if (!holds) { console.error(`${name}: ${what}`); process.exit(1); } };
say('its name', client.getServerVersion().name === name);

if (good[name]) {
  const [tool, args] = good[name];
  const { tools } = await client.listTools();
  const listed = tools.find(one => one.name === tool);
  say('the tool is listed with both schemas', listed?.inputSchema.type === 'object' && listed.outputSchema?.type === 'object');
  const meta = { 'io.chimera/idempotency_key': `${name}/${kind}`, 'io.chimera/agent_id': kind === 'http' ? '00000000-0000-4000-8000-000000000001' : '00000000-0000-4000-8000-000000000002' };
  // the client itself holds the answer against the output schema
  const answer = await client.callTool({ name: tool, arguments: args, _meta: meta });
  if (name === 'mcp-server-coinbase') say('nothing is signed', answer.isError && answer._meta['io.chimera/error'].code === 'POLICY_DENIED');
  else say(`an answer: ${JSON.stringify(answer)}`, !answer.isError && answer.structuredContent);
  const refused = await client.callTool({ name: tool, arguments: { ...args, unheard_of: true } });
  say('an unknown argument is refused', refused.isError && JSON.parse(refused.content[0].text).error.code === 'INVALID_ARGUMENTS');
}
const uri = { 'mcp-server-twitter': 'twitter://mentions', 'mcp-server-news': 'news://trending' }[name];
if (uri) {
  say('the resource is listed', (await client.listResources()).resources.some(one => one.uri === uri));
  const payload = JSON.parse((await client.readResource({ uri })).contents[0].text);
  say('its payload', payload.data_format && payload.poll_interval_seconds > 0);
}
await client.close();
console.log(`${name} over ${kind} works`);
process.exit(0);
