// Lists the tools and calls each of them once by the official TypeScript client, which compiles the tools' schemas and
// checks answers against them.

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const question = { company: ['twitter'], region: ['JP'] };
const of = (metric) => ({ ...question, metric, period: '2017-Q4' });
const calls = {
  find: { text: 'Twitter in Japan' },
  growth: of('revenue'),
  regions: { ...of('revenue-per-user'), region: ['JP', 'WORLD-US'] },
  share: of('users'),
  contribution: of('users'),
  drivers: of('revenue-per-user'),
  revisions: of('revenue'),
  check: question,
  series: { ...question, metric: 'users', transform: ['level', 'yoy'] },
};

const client = new Client({ name: 'check', version: '1' });
await client.connect(new StreamableHTTPClientTransport(new URL(`${process.argv[2]}/mcp`)));
const { tools } = await client.listTools();
for (const { name } of tools) {
  const result = await client.callTool({ name, arguments: calls[name] });
  if (result.isError || !result.structuredContent) {
    throw new Error(`${name}: ${JSON.stringify(result)}`);
  }
}
await client.close();
console.log(`The TypeScript client: ${tools.length} tools.`);
