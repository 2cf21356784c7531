// Holds a GraphQL endpoint against the GraphQL over HTTP specification: node graphql-audits.mjs URL
import { serverAudits } from 'graphql-http';

const expected = 61;
const audits = serverAudits({ url: process.argv[2], fetchFn: fetch });
let passed = 0;
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status === 'ok') passed++;
  else console.error(`${result.status}: ${audit.name}: ${result.reason}`);
}
console.log(`${passed} of ${audits.length} audits passed`);
process.exit(passed === expected && audits.length === expected ? 0 : 1);
