import type { AddressInfo } from 'node:net';
import express from 'express';

/** What Express costs by itself: two routes that parse the body, check nothing, ask nobody, and return a constant. */

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(express.json());
app.post('/v1/recall', (_req, res) => {
  res.json({
    status: 'known',
    name: 'Sarah Johnson',
    summary: 'prefers morning appointments | has a dog called Rex',
    complete: true,
  });
});
app.post('/v1/search', (_req, res) => {
  res.json({ results: [{ kind: 'fact', text: 'has a dog called Rex', score: 0.8 }], context_text: '', complete: true });
});

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
