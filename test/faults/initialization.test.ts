import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Table from 'cli-table3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';
import { type DelayingProxy, delayingProxy } from '../support/delaying-proxy.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { telnyxSigner } from '../support/signing.js';
import { type Calls, callsTo, type PlayedAssistant, type Tally } from './calls.js';

const TRIED = 1_000;
const CONCURRENT = 100;
const BUDGET_MS = 700;
const LATE_MS = BUDGET_MS + 100;
/** What a caller's own clock may show: two cores are shared by the server, its database and a hundred callers. */
const LATE_HERE_MS = 3_000;
const CALLERS = 40_000;
const API_KEY = 'api-key-of-the-fault-table';
const HUNDRED_MEGABYTES = 100 * 1024 * 1024;

const BUILT_IN: PlayedAssistant = { id: 'assistant-plain', variables: [], metadata: [] };
const TEMPLATES: PlayedAssistant = {
  id: 'assistant-templates',
  variables: ['greeting', 'local_time'],
  metadata: ['assistant_id', 'line'],
};
const LOOKUPS: PlayedAssistant = {
  id: 'assistant-lookups',
  variables: ['tier', 'open_orders'],
  metadata: ['assistant_id', 'customer_tier'],
};
const ALL = [BUILT_IN, LOOKUPS, TEMPLATES, LOOKUPS];

const policies = (crm: string): string => `
version: 1
policies:
  - name: lookups
    match: { assistants: [${LOOKUPS.id}] }
    pin: { assistant_id: "{{ assistant_id }}" }
    lookups:
      crm: { url: "${crm}/customers?phone={{ telnyx_end_user_target | url_encode }}", timeout_ms: 400 }
      orders: { url: "${crm}/orders?phone={{ telnyx_end_user_target | url_encode }}", timeout_ms: 600, cache_seconds: 0 }
    dynamic_variables:
      tier: "{{ lookups.crm.tier | default: 'none' }}"
      open_orders: "{{ lookups.orders.open | default: 'unknown' }}"
    memory:
      conversation_query: "metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&limit=5"
    conversation:
      metadata: { customer_tier: "tier {{ lookups.crm.tier }}" }
  - name: templates
    match: { assistants: [${TEMPLATES.id}] }
    time_zone: America/Chicago
    pin: { assistant_id: "{{ assistant_id }}" }
    dynamic_variables:
      greeting: "Hello{% if caller.known %} again{% endif %}{% if caller.name %}, {{ caller.name }}{% endif %}"
      local_time: "{{ telnyx_current_time_America/Chicago }}"
    memory:
      conversation_query: "metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&created_at=gte.now-10d&limit=5"
      insight_query: insight_ids=cfcc865c-d3d4-4823-8a4b-f0df57d9f56f
    conversation:
      metadata: { line: "{{ telnyx_agent_target }}" }
`;

/** A customers' database over HTTP, as good as it is told to be. */
type Behaviour = (req: IncomingMessage, res: ServerResponse) => void;

const answers: Behaviour = (_req, res) => {
  setTimeout(() => res.writeHead(200, { 'content-type': 'application/json' }).end('{"tier":"gold","open":2}'), 5);
};

const neverAnswers: Behaviour = () => {};

const sendsHundredMegabytes: Behaviour = (_req, res) => {
  const piece = Buffer.alloc(64 * 1024, 0x20);
  res.writeHead(200, { 'content-type': 'application/json' });
  let sent = 0;
  const more = (): void => {
    while (sent < HUNDRED_MEGABYTES && !res.destroyed) {
      sent += piece.length;
      if (!res.write(piece)) return void res.once('drain', more);
    }
    res.end();
  };
  more();
};

interface Fault {
  readonly name: string;
  readonly assistants?: readonly PlayedAssistant[];
  /** Of all: what has to be complete all the same. */
  readonly completeMin: number;
  /** @returns what ends it */
  readonly inject: () => Promise<() => Promise<unknown>>;
  /** Through the proxy in front of the database. */
  readonly far?: boolean;
}

describe('the fault table of initializations', () => {
  const outcomes = faultOutcomes('initializations', 'Calls that begin (initializations) while something fails');
  const telnyx = telnyxSigner();
  const tallies = new Map<string, Tally>();
  let postgres: PostgresServer;
  let proxy: DelayingProxy;
  let crm: Server;
  let behave = answers;
  let near: ServingProcess;
  let far: ServingProcess;
  let callsNear: Calls;
  let callsFar: Calls;

  let callers = 0;
  const nextPhone = (): string => phoneOf(callers++ % CALLERS);

  beforeAll(async () => {
    postgres = await startPostgres();
    proxy = await delayingProxy(Number(new URL(postgres.url).port));
    crm = createServer((req, res) => behave(req, res));
    await new Promise<void>((resolve) => crm.listen(0, '127.0.0.1', resolve));
    const folder = await temporaryFolder();
    const file = join(folder, 'ringback.yaml');
    await writeFile(file, policies(`http://127.0.0.1:${(crm.address() as AddressInfo).port}`));
    const environment = {
      RINGBACK_CONFIG: file,
      RINGBACK_API_KEY: API_KEY,
      RINGBACK_ALLOW_PRIVATE_URLS: '1',
      RINGBACK_BUDGET_MS: `${BUDGET_MS}`,
      TELNYX_PUBLIC_KEY: telnyx.publicKey,
    };
    near = await startServing({ ...environment, DATABASE_URL: postgres.url, RINGBACK_DATA_DIR: join(folder, 'near') });
    const url = new URL(postgres.url);
    url.port = `${proxy.port}`;
    far = await startServing({ ...environment, DATABASE_URL: url.href, RINGBACK_DATA_DIR: join(folder, 'far') });
    await onDatabase((client) => client.query(INSERT_CONVERSATIONS, [CALLERS]));
    callsNear = callsTo(near, telnyx, nextPhone);
    callsFar = callsTo(far, telnyx, nextPhone);
    // Connections and code that a server has after its first minute.
    for (const calls of [callsNear, callsFar]) {
      await calls.play({ count: 3 * CONCURRENT, concurrent: CONCURRENT, assistants: ALL, lateMs: LATE_MS });
    }
  });

  afterAll(async () => {
    callsNear?.close();
    callsFar?.close();
    await Promise.all([near, far].map((serving) => serving?.stop('SIGKILL')));
    crm?.closeAllConnections();
    crm?.close();
    await proxy?.close();
    await postgres?.remove();
    console.log(drawn(tallies));
    for (const [name, { tried, answered, valid, late, complete, slowestMs }] of tallies) {
      const note = `${late} late; ${complete} complete, the others with parts left out; slowest ${slowestMs} ms`;
      outcomes.add({ injected: name, tried, survived: valid, lost: tried - answered, leaked: answered - valid, note });
    }
    outcomes.report();
  });

  async function onDatabase<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = new pg.Client({ connectionString: postgres.url });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** @returns what gives the table free */
  async function lock(table: 'conversations' | 'assistants'): Promise<() => Promise<unknown>> {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    return () => client.end();
  }

  const api = (path: string, options: RequestInit = {}): Promise<Response> =>
    fetch(`${near.url}${path}`, { ...options, headers: { authorization: `Bearer ${API_KEY}` } });

  /** Requests of the API that wait for a locked table, more of them than the pool has connections, again and again. */
  async function exhaustPool(): Promise<() => Promise<unknown>> {
    const unlock = await lock('assistants');
    let isOver = false;
    const waiters = Array.from({ length: 20 }, async () => {
      while (!isOver) await (await api('/v2/ai/assistants')).arrayBuffer();
    });
    await expect
      .poll(() => onDatabase((client) => client.query(WAITING)).then(({ rows }) => rows[0]?.waiting))
      .toBeGreaterThanOrEqual(10);
    return async () => {
      isOver = true;
      await unlock();
      await Promise.all(waiters);
    };
  }

  /** An import whose conversations end, so that their insights are run, and a query that reads a table for 5 seconds. */
  async function work(): Promise<() => Promise<unknown>> {
    const imported = api('/v1/import?extract=true', { method: 'POST', body: importLines() }).then((response) =>
      response.text(),
    );
    const query = onDatabase(async (client) => {
      await client.query(`SET statement_timeout = '5s'`);
      await expect(client.query('SELECT count(pg_sleep(0.001)) FROM conversations')).rejects.toThrow('timeout');
    });
    return async () => {
      await query;
      expect(await imported).toContain('"type":"summary"');
    };
  }

  const nothing = async () => async () => {};

  const crmThat = (behaviour: Behaviour) => async () => {
    behave = behaviour;
    return async () => {
      behave = answers;
      crm.closeAllConnections();
    };
  };

  test.each<Fault>([
    { name: 'nothing', completeMin: 0.99, inject: nothing },
    { name: 'nothing, look-ups only', assistants: [LOOKUPS], completeMin: 0.99, inject: nothing },
    {
      name: 'database stopped',
      completeMin: 0,
      inject: async () => {
        await postgres.stop('immediate');
        return () => postgres.start();
      },
    },
    {
      name: 'database 5 s away',
      completeMin: 0,
      far: true,
      inject: async () => {
        proxy.delayMs = 5_000;
        return async () => {
          proxy.delayMs = 0;
        };
      },
    },
    { name: 'pool exhausted', completeMin: 0, inject: exhaustPool },
    { name: 'conversations locked', completeMin: 0, inject: () => lock('conversations') },
    { name: 'look-up never answers', completeMin: 0, assistants: [LOOKUPS], inject: crmThat(neverAnswers) },
    { name: 'look-up sends 100 MB', completeMin: 0, assistants: [LOOKUPS], inject: crmThat(sendsHundredMegabytes) },
    { name: 'import, insights, 5 s query', completeMin: 0, inject: work },
  ])(
    '$name: every call is answered, validly and in time',
    async (fault) => {
      const calls = fault.far === true ? callsFar : callsNear;
      const assistants = fault.assistants ?? ALL;
      const mend = await fault.inject();
      let tally: Tally;
      try {
        tally = await calls.play({ count: TRIED, concurrent: CONCURRENT, assistants, lateMs: LATE_MS });
      } finally {
        await mend();
      }
      tallies.set(fault.name, tally);
      expect(tally).toMatchObject({ tried: TRIED, answered: TRIED, valid: TRIED, late: 0, faults: [] });
      expect(tally.complete).toBeGreaterThanOrEqual(TRIED * fault.completeMin);
      expect(tally.slowestHereMs).toBeLessThan(LATE_HERE_MS);
      // And it is over when it is over.
      const isWhole = async (): Promise<boolean> => {
        const { complete } = await calls.play({ count: 10, concurrent: 1, assistants, lateMs: LATE_MS });
        return complete === 10;
      };
      await expect.poll(isWhole, { timeout: 20_000, interval: 250 }).toBe(true);
    },
    60_000,
  );
});

function phoneOf(caller: number): string {
  return `+1${3_120_000_000 + caller}`;
}

/** One of each of $1 callers, as {@link phoneOf} has them. */
const INSERT_CONVERSATIONS = `
  INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at)
  SELECT workspaces.id, gen_random_uuid(),
    jsonb_build_object('telnyx_end_user_target', '+1' || 3120000000 + caller, 'telnyx_conversation_channel', 'phone_call'),
    now() - interval '1 day', now() - interval '1 day'
  FROM workspaces, generate_series(0, $1::bigint - 1) AS caller
  WHERE workspaces.name = 'default'`;

const WAITING = `
  SELECT count(*)::int AS waiting FROM pg_stat_activity
  WHERE application_name = 'ringback' AND wait_event_type = 'Lock'`;

function importLines(): string {
  const text =
    'My daughter was born in March. I moved to Austin last year, and I would rather have the late appointment. ';
  const conversation = (): string[] => {
    const id = randomUUID();
    const message = (role: string) => ({ type: 'message', conversation_id: id, role, text: text.repeat(5) });
    return [
      { type: 'conversation', id, metadata: { assistant_id: 'assistant-imported' } },
      ...Array.from({ length: 10 }, (_, index) => message(index % 2 === 0 ? 'user' : 'assistant')),
    ].map((line) => `${JSON.stringify(line)}\n`);
  };
  return Array.from({ length: 400 }, conversation).flat().join('');
}

function drawn(tallies: ReadonlyMap<string, Tally>): string {
  const table = new Table({
    head: ['injected', 'tried', 'answered 200', 'valid', 'late', 'complete', 'slowest ms', 'left out'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const [name, { tried, answered, valid, late, complete, slowestMs, leftOut }] of tallies) {
    const parts = Object.entries(leftOut).map(([part, count]) => `${part} ${count}`);
    table.push([name, tried, answered, valid, late, complete, slowestMs, parts.join(', ')]);
  }
  return table.toString();
}
