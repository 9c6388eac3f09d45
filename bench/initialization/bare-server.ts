import type { AddressInfo } from 'node:net';
import express from 'express';

/** What Express costs by itself: a route that reads the body, checks nothing, asks nobody, and returns a constant. */

const ANSWER = {
  dynamic_variables: {
    caller_known: 'true',
    caller_name: '',
    memory_context: '10 earlier conversations; the last one on 1 November 2025 by phone_call.',
    memory_user_id: 'voice:+12000000000',
    last_conversation_at: '2025-11-01T12:00:00.000Z',
  },
  memory: {
    conversation_query: 'metadata->telnyx_end_user_target=eq.+12000000000&limit=5&order=last_message_at.desc',
  },
  conversation: { metadata: { memory_user_id: 'voice:+12000000000' } },
};

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.post('/telnyx/dynamic-variables', express.raw({ type: () => true }), (_req, res) => {
  res.json(ANSWER);
});

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
