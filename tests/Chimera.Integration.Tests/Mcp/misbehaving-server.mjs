// A tool server over stdio that does, for certain prompts, what no server should do.
import { createInterface } from 'node:readline';

const outputSchema = { type: 'object', required: ['image_url', 'metadata'], properties: { image_url: { type: 'string' }, metadata: { type: 'object' } } };
const metadata = { width: 1280, height: 720, file_size_bytes: 10, format: 'png' };
let tools = [{ name: 'generate_image', inputSchema: { type: 'object', required: ['prompt'], properties: { prompt: { type: 'string', maxLength: 100 } } }, outputSchema }];

const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n');
const answer = (id, image) => send({ id, result: { content: [{ type: 'text', text: JSON.stringify(image) }], structuredContent: image } });
const good = (id) => answer(id, { image_url: `https://images.test/${process.pid}`, metadata });

const call = {
  silence: () => {},
  death: () => process.exit(1),
  malformed: () => process.stdout.write('{"jsonrpc":"2.0","id":\n'),
  misfit: (id) => answer(id, { image_url: 5, metadata }),
  huge: (id) => answer(id, { image_url: 'x'.repeat(50_000_000), metadata }),
  vanish: (id) => { tools = []; send({ method: 'notifications/tools/list_changed' }); good(id); },
};

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (method === 'initialize') send({ id, result: { protocolVersion: params.protocolVersion, capabilities: { tools: { listChanged: true } }, serverInfo: { name: 'misbehaving', version: '1' } } });
  else if (method === 'tools/list') process.argv.includes('unlisted') || send({ id, result: { tools } });
  else if (method === 'tools/call') (call[params.arguments.prompt] ?? good)(id);
  else if (id !== undefined) send({ id, error: { code: -32601, message: 'unknown' } });
}).on('close', () => process.exit(0));
