import { createHash, createPublicKey, randomUUID, timingSafeEqual, verify } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import pg from 'pg';
import { pino } from 'pino';

/**
 * What one would write by hand for the two routes, with Express and `pg` and nothing else: each does one thing, with one SQL statement
 * that is known beforehand, and gives the answer that the product gives. It checks what the product checks (key, signature) and logs
 * as much.
 */

const { DATABASE_URL, RINGBACK_API_KEY, TELNYX_PUBLIC_KEY, WORKSPACE_ID } = process.env as Record<string, string>;
const REPLAY_WINDOW_SECONDS = 300;

const log = pino();
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
const keyHash = sha256(RINGBACK_API_KEY as string);
const telnyxKey = createPublicKey({
  key: Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(TELNYX_PUBLIC_KEY as string, 'base64'),
  ]),
  format: 'der',
  type: 'spki',
});

const app = express();
app.disable('x-powered-by');
app.disable('etag');

app.use((req, res, next) => {
  const startMs = performance.now();
  res.once('close', () => {
    const durationMs = Math.round((performance.now() - startMs) * 100) / 100;
    const request = { method: req.method, route: req.path, status: res.statusCode };
    log.info({ ...request, duration_ms: durationMs, request_id: randomUUID(), workspace: 'default' }, 'request');
  });
  next();
});

const LIST = `
  SELECT id, name, created_at, last_message_at, metadata FROM conversations
  WHERE workspace_id = $1 AND metadata->>'telnyx_end_user_target' = $2
  ORDER BY last_message_at DESC, id DESC LIMIT $3`;

app.get('/v2/ai/conversations', async (req: Request, res: Response) => {
  const key = req.headers.authorization?.slice('Bearer '.length) ?? '';
  if (!timingSafeEqual(sha256(key), keyHash)) {
    res.status(401).json({ errors: [{ code: '10009', title: 'Authentication failed' }] });
    return;
  }
  const caller = `${req.query['metadata->telnyx_end_user_target']}`.slice('eq.'.length);
  const { rows } = await pool.query(LIST, [WORKSPACE_ID, caller, Number(req.query.limit)]);
  for (const row of rows) if (row.name === null) delete row.name;
  res.json({ data: rows });
});

const HISTORY = `
  SELECT last_message_at, metadata->>'telnyx_conversation_channel' AS channel, count(*) OVER () AS conversations
  FROM conversations WHERE workspace_id = $1 AND metadata->>'telnyx_end_user_target' = $2
  ORDER BY last_message_at DESC LIMIT 1`;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

app.post('/telnyx/dynamic-variables', express.raw({ type: () => true }), async (req: Request, res: Response) => {
  if (!isSigned(req)) {
    res.status(401).json({ errors: [{ code: '10009', title: 'Authentication failed' }] });
    return;
  }
  const caller = JSON.parse(req.body.toString()).data.payload.telnyx_end_user_target;
  const { rows } = await pool.query(HISTORY, [WORKSPACE_ID, caller]);
  const [last] = rows;
  res.json({
    dynamic_variables: {
      caller_known: `${last !== undefined}`,
      caller_name: '',
      memory_context: last
        ? `${last.conversations} earlier conversations; the last one on ${day.format(last.last_message_at)} by ${last.channel}.`
        : '',
      memory_user_id: `voice:${caller}`,
      last_conversation_at: last?.last_message_at.toISOString() ?? '',
    },
    memory: {
      conversation_query: `metadata->telnyx_end_user_target=eq.${caller}&limit=5&order=last_message_at.desc`,
    },
    conversation: { metadata: { memory_user_id: `voice:${caller}` } },
  });
});

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isSigned(req: Request): boolean {
  const timestamp = `${req.headers['telnyx-timestamp']}`;
  const signature = Buffer.from(`${req.headers['telnyx-signature-ed25519']}`, 'base64');
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= REPLAY_WINDOW_SECONDS)) return false;
  return verify(null, Buffer.concat([Buffer.from(`${timestamp}|`), req.body]), telnyxKey, signature);
}
