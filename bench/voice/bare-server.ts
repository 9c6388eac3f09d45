import type { AddressInfo } from 'node:net';
import express from 'express';

/** What Express costs by itself: routes that read the body, check nothing, ask nobody, and return a constant. */

const VARIABLES = {
  caller_name: 'Sarah Johnson',
  memory_context: 'prefers morning appointments | has a dog called Rex',
};
const RESULT = { results: [{ toolCallId: 'call_1', name: 'search_memory', result: VARIABLES.memory_context }] };

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(express.raw({ type: () => true, limit: '10mb' }));
app.post(['/vapi', '/v1/voice/vapi/recall'], (_req, res) => {
  res.json(RESULT);
});
app.post('/retell/inbound', (_req, res) => {
  res.json({ call_inbound: { dynamic_variables: VARIABLES, metadata: { memory_user_id: 'voice:+12000000000' } } });
});
app.post('/retell/search_memory', (_req, res) => {
  res.json({ contextText: VARIABLES.memory_context, results: [] });
});
app.post('/retell/events', (_req, res) => {
  res.status(204).end();
});

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
