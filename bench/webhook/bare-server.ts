import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import pg from 'pg';

/**
 * What the machine can do at all: a route that reads the body, asks the database for the caller's last conversation, found by an index, on
 * a pool of as many connections as the product's, and answers. It checks no signature, keeps nothing, logs nothing, has no deadline.
 */

const { DATABASE_URL, WORKSPACE_ID } = process.env as Record<string, string>;

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

const LAST = `
  SELECT last_message_at AS at FROM conversations
  WHERE workspace_id = $1 AND metadata->>'telnyx_end_user_target' = $2
  ORDER BY last_message_at DESC LIMIT 1`;

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.post('/telnyx/dynamic-variables', express.json(), async (req: Request, res: Response) => {
  const caller: string = req.body.data.payload.telnyx_end_user_target;
  const { rows } = await pool.query<{ at: Date }>(LAST, [WORKSPACE_ID, caller]);
  res.json({ dynamic_variables: { caller_known: `${rows.length > 0}`, last_conversation_at: rows[0]?.at ?? '' } });
});

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
