import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { RingbackClient } from '../../../src/client/index.js';
import { type Database, type DatabaseOptions, openDatabase } from '../../../src/store/database.js';
import { type ServingProcess, startServing } from '../../support/command-line.js';
import { createServerDatabase, KINDS, temporaryFolder } from '../../support/databases.js';
import { freePort } from '../../support/free-port.js';
import { silentLog } from '../../support/silent-log.js';
import { addRequests, seededRandom, shuffled, type ToldCall, toldCall, vapiReport } from './told-calls.js';

const API_KEY = 'api-key-of-the-killed-server';
const VAPI_SECRET = 'vapi-secret-of-the-killed-server';

/** The embedded database takes one job at a time. */
const PLANS = {
  server: { calls: 2_000, kills: 8, senders: 16, seed: 20_260_302 },
  embedded: { calls: 300, kills: 5, senders: 8, seed: 20_260_303 },
} as const;

/** Of all deliveries, those that come once or twice more. */
const REPEATED = 0.15;
/** Between one start and the next kill. */
const LIFE_MS = { min: 400, max: 1_800 } as const;
/** A machine that does something else as well takes several times as long. */
const LEARNED_MS = 200_000;
const TEST_MS = 400_000;

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

describe('a server that is killed again and again while calls are told', () => {
  test.each(KINDS)(
    'keeps every acknowledged call once, with its turns and facts [%s]',
    async (kind) => {
      const startMs = performance.now();
      const { calls: count, kills, senders, seed } = PLANS[kind];
      const random = seededRandom(seed);
      const { environment, options } = await databaseOf(kind);
      const port = await freePort();
      const start = () =>
        startServing({
          ...environment,
          PORT: String(port),
          RINGBACK_API_KEY: API_KEY,
          VAPI_SECRET,
          RINGBACK_REQUESTS_PER_SECOND: '0',
          RINGBACK_ADDRESS_REQUESTS_PER_SECOND: '0',
        });
      let server = await start();
      undo.push(() => server.process.kill('SIGKILL'));

      const calls = Array.from({ length: count }, (_, index) => toldCall(index, random));
      const sender = createSender(server.url);
      // Each call, and some once or twice more: in any order, and at the same time.
      const repeated = calls.flatMap((call) => (random() < REPEATED ? (random() < 0.5 ? [call] : [call, call]) : []));
      const deliveries = shuffled([...calls, ...repeated], random);
      const total = deliveries.length;
      let done = false;
      const sending = Promise.all(
        Array.from({ length: senders }, async () => {
          for (let call = deliveries.pop(); call !== undefined; call = deliveries.pop()) await sender.tell(call);
        }),
      ).finally(() => {
        done = true;
      });
      // The last kill comes when all is told and much is still to be learned.
      let killed = 0;
      while (killed < kills - 1 && !done) {
        await Promise.race([sleep(LIFE_MS.min + random() * (LIFE_MS.max - LIFE_MS.min)), sending]);
        if (done) break;
        server = await killedAndStarted(server, start);
        killed += 1;
      }
      await sending;
      await server.stop('SIGKILL');
      killed += 1;
      if (kind === 'server') await passExpiry(options);
      server = await start();
      await learned(server.url);
      await server.stop();

      const database = await openDatabase(options, silentLog);
      undo.push(() => database.close());
      const outcome = await countOutcome(database, calls, sender.acknowledged);
      const seconds = Math.round((performance.now() - startMs) / 1000);
      console.log(JSON.stringify({ database: kind, seconds, seed, killed, deliveries: total, ...outcome }));
      expect(killed).toBeGreaterThanOrEqual(Math.min(4, kills));
      expect(outcome).toEqual({
        tried: count,
        acknowledged: count,
        lost: 0,
        doubled: 0,
        withoutFacts: 0,
        conversations: count,
        messages: count * 5,
      });
    },
    TEST_MS,
  );
});

async function killedAndStarted(server: ServingProcess, start: () => Promise<ServingProcess>): Promise<ServingProcess> {
  await server.stop('SIGKILL');
  return start();
}

async function databaseOf(
  kind: Database['kind'],
): Promise<{ environment: Record<string, string>; options: DatabaseOptions }> {
  const dataDir = await temporaryFolder();
  if (kind === 'embedded') {
    return {
      environment: { RINGBACK_DATA_DIR: dataDir },
      options: { dataDir, templateDir: inject('embeddedTemplate') },
    };
  }
  const { url, drop } = await createServerDatabase();
  undo.push(drop);
  return { environment: { DATABASE_URL: url, RINGBACK_DATA_DIR: dataDir }, options: { url, dataDir: '' } };
}

/** Tells calls until they are acknowledged, as a platform and a program do. */
function createSender(url: string) {
  const client = new RingbackClient({ baseUrl: url, apiKey: API_KEY, timeoutMs: 60_000 });
  /** By call: whatever is answered to a repetition has to be the same. */
  const acknowledged = new Map<string, Set<string>>();

  async function report(call: ToldCall): Promise<string> {
    for (;;) {
      try {
        const response = await fetch(`${url}/v1/voice/vapi/save`, {
          method: 'POST',
          headers: { 'x-vapi-secret': VAPI_SECRET, 'content-type': 'application/json' },
          body: JSON.stringify(vapiReport(call)),
          signal: AbortSignal.timeout(10_000),
        });
        const text = await response.text();
        if (response.ok) return (JSON.parse(text) as { sub_user_id: string }).sub_user_id;
        if (response.status < 500) throw new Refused(`${response.status} ${text}`);
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      await sleep(100);
    }
  }

  async function add(call: ToldCall): Promise<string> {
    let conversationId: string | undefined;
    for (const request of addRequests(call)) {
      const added = await client.addCall({ ...request, conversationId });
      conversationId = added.conversationId;
    }
    return conversationId as string;
  }

  return {
    acknowledged,
    async tell(call: ToldCall): Promise<void> {
      const answer = call.by === 'vapi' ? await report(call) : await add(call);
      acknowledged.set(call.callId, (acknowledged.get(call.callId) ?? new Set()).add(answer));
    },
  };
}

class Refused extends Error {}

/**
 * Jobs that killed processes had begun wait until these have given no sign of life for a minute. That minute passes in the database, not
 * here: nobody is alive now who could have begun one. The server itself finds them then.
 */
async function passExpiry(options: DatabaseOptions): Promise<void> {
  const database = await openDatabase(options, silentLog);
  try {
    await database.knex.raw(`UPDATE jobs SET started_on = started_on - interval '1 minute' WHERE state = 'active'`);
  } finally {
    await database.close();
  }
}

/** Waits until there is nothing left to learn. */
async function learned(url: string): Promise<void> {
  const endMs = performance.now() + LEARNED_MS;
  for (;;) {
    const response = await fetch(`${url}/v1/jobs?status=processing&limit=1`, {
      headers: { authorization: `Bearer ${API_KEY}` },
    });
    const { data } = (await response.json()) as { data: readonly object[] };
    if (data.length === 0) return;
    if (performance.now() > endMs) throw new Error(`There is still something to do: ${JSON.stringify(data)}`);
    await sleep(1_000);
  }
}

interface KeptConversation {
  readonly id: string;
  readonly callId: string;
  readonly platform: string;
  readonly texts: readonly string[];
  readonly facts: readonly string[];
}

/** What is there of what was told. */
async function countOutcome(
  { knex }: Database,
  calls: readonly ToldCall[],
  acknowledged: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const { rows } = await knex.raw<{ rows: KeptConversation[] }>(
    `SELECT c.conversation_id AS id, c.call_id AS "callId", c.platform,
       ARRAY(SELECT m.text FROM messages m WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.conversation_id
             ORDER BY m.sent_at, m.ordinal) AS texts,
       ARRAY(SELECT f.predicate || ' ' || f.value FROM facts f
             WHERE f.workspace_id = c.workspace_id AND f.conversation_id = c.conversation_id ORDER BY 1) AS facts
     FROM calls c`,
  );
  const kept = new Map(rows.map((row) => [row.platform === 'vapi' ? row.callId : row.id, row]));
  let [lost, doubled, withoutFacts] = [0, 0, 0];
  for (const { by, callId, messages, facts } of calls) {
    const answers = [...(acknowledged.get(callId) ?? [])];
    if (answers.length > 1) doubled += 1;
    const conversation = kept.get(by === 'vapi' ? callId : (answers[0] ?? ''));
    const texts = messages.map(({ content }) => content);
    if (conversation === undefined || !texts.every((text) => conversation.texts.includes(text))) lost += 1;
    else if (JSON.stringify(conversation.texts) !== JSON.stringify(texts)) doubled += 1;
    if (JSON.stringify(conversation?.facts) !== JSON.stringify(facts)) withoutFacts += 1;
  }
  const { rows: totals } = await knex.raw<{ rows: { conversations: number; messages: number }[] }>(
    `SELECT (SELECT count(*)::integer FROM conversations) AS conversations, (SELECT count(*)::integer FROM messages) AS messages`,
  );
  return { tried: calls.length, acknowledged: acknowledged.size, lost, doubled, withoutFacts, ...totals[0] };
}
