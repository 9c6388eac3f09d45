import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import {
  check,
  createCompiler,
  createQueryReader,
  parse,
  parseHttp,
  print,
  QueryError,
} from '../../src/query/index.js';
import { openTestDatabase, type TestDatabase } from '../support/databases.js';
import { faultOutcomes, turns } from '../support/fault-outcomes.js';
import { listening, type TestApp, testApp } from '../support/server.js';
import { createCorpus } from './corpus.js';

/**
 * Short form and long form, which takes hours: `RINGBACK_ABUSE_TEXTS=1000000` is a part of it, another `RINGBACK_ABUSE_SEED` another part.
 * Every text is read both ways, and compiled where it is a query.
 */
const TEXTS = Number(process.env.RINGBACK_ABUSE_TEXTS ?? turns(100_000, 10_000_000));
const TEXTS_OVER_HTTP = Math.min(turns(8_000, 100_000), TEXTS);
/** So often the long form says how far it is. */
const SAID_EVERY = 250_000;
const CONNECTIONS = 8;
/** Two cores are shared with other processes: a text that seems slow is read again, and its best time counts. */
const SLOW_MS = 50;
const TRIES_MAX = 5;
const SEED = Number(process.env.RINGBACK_ABUSE_SEED ?? 20_261_121);

const SCOPE = { workspaceId: 1, now: new Date('2025-06-01T00:00:00Z') };

describe('mutated query texts', () => {
  const outcomes = faultOutcomes(
    'abuse-query-texts',
    'Query texts, mutated from good ones and from those that were told apart',
  );
  afterAll(() => outcomes.report());

  test(
    `${TEXTS} of them: each is a query that Postgres takes, or a QueryError with a place; none stalls`,
    () => {
      const corpus = createCorpus(SEED);
      const compiler = createCompiler({ shapesMax: 0 });
      const reader = createQueryReader();
      const faults: string[] = [];
      let queries = 0;
      let slowestMs = 0;

      const read = (text: string): { readonly found: string; readonly isQuery: boolean } => {
        let found = '';
        let isQuery = false;
        for (const [way, readText] of [
          ['string', parse],
          ['http', parseHttp],
        ] as const) {
          try {
            const checked = check(readText(text), text);
            const { sql } = compiler.compile(checked, SCOPE);
            found += `${way} ${sql}`;
            queries += 1;
            isQuery = true;
          } catch (error) {
            if (!(error instanceof QueryError)) throw error;
            for (const { location } of error.problems) {
              if (location.start < 0 || location.end < location.start || location.end > text.length) {
                throw new Error('A problem has a place outside of the text.');
              }
            }
            found += `${way} ${error.problems.map(({ code }) => code).join(',')}`;
          }
        }
        return { found, isQuery };
      };
      /** What the short way of the List route says has to be what the grammar says. */
      const agrees = (text: string): boolean =>
        outcome(() => reader.readHttp(text)) === outcome(() => check(parseHttp(text), text));
      const outcome = (make: () => unknown): string => {
        try {
          return JSON.stringify(make(), (key, value) => (key === 'location' ? undefined : value));
        } catch (error) {
          return error instanceof QueryError ? error.problems.map(({ code }) => code).join() : `${error}`;
        }
      };

      const startMs = performance.now();
      for (let index = 0; index < TEXTS; index += 1) {
        if (index > 0 && index % SAID_EVERY === 0) process.stderr.write(`${index} texts, ${faults.length} faults\n`);
        const text = corpus.next();
        try {
          let bestMs = Number.POSITIVE_INFINITY;
          for (let turn = 0; turn < TRIES_MAX && bestMs > SLOW_MS; turn += 1) {
            const beforeMs = performance.now();
            const { found, isQuery } = read(text);
            bestMs = Math.min(bestMs, performance.now() - beforeMs);
            if (turn === 0) corpus.tell(text, found, isQuery);
          }
          slowestMs = Math.max(slowestMs, bestMs);
          if (bestMs > SLOW_MS) faults.push(`${Math.round(bestMs)} ms: ${text.slice(0, 200)}`);
          if (index % 20 === 0 && !agrees(text)) faults.push(`the reader disagrees: ${text}`);
        } catch (error) {
          faults.push(`${(error as Error).message}: ${JSON.stringify(text)}`);
        }
      }
      outcomes.add({
        injected: 'read, checked and compiled',
        tried: TEXTS,
        survived: TEXTS - faults.length,
        lost: 0,
        leaked: 0,
        note: `${corpus.size()} told apart; ${queries} readings were queries; slowest ${slowestMs.toFixed(1)} ms; ${Math.round((performance.now() - startMs) / 1000)} s; seed ${SEED}`,
      });
      expect(faults).toEqual([]);
      // Not all of them fail at their first character.
      expect(queries).toBeGreaterThan(TEXTS / 20);
    },
    12 * 60 * 60_000,
  );

  test(
    'what is a query means the same when it is printed and read again',
    () => {
      const corpus = createCorpus(SEED + 1);
      const faults: string[] = [];
      let tried = 0;
      for (let index = 0; index < TEXTS / 10; index += 1) {
        const text = corpus.next();
        const query = readable(text);
        if (query === undefined) continue;
        tried += 1;
        const printed = print(query);
        const again = readable(printed);
        if (again === undefined || print(again) !== printed) faults.push(`${JSON.stringify(text)} -> ${printed}`);
      }
      outcomes.add({
        injected: 'printed and read again',
        tried,
        survived: tried - faults.length,
        lost: 0,
        leaked: 0,
        note: '',
      });
      expect(faults).toEqual([]);
    },
    60 * 60_000,
  );
});

function readable(text: string): ReturnType<typeof parse> | undefined {
  try {
    const query = parse(text);
    check(query, text);
    return query;
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

describe('mutated query texts over HTTP', () => {
  const outcomes = faultOutcomes('abuse-query-texts-http', 'The same over HTTP, run by Postgres');
  let opened: TestDatabase;
  let server: TestApp;
  let socket: ListeningServer;
  beforeAll(async () => {
    opened = await openTestDatabase('server');
    server = await testApp(opened.database);
    socket = await listening(server.app);
    const values = [`{"campaign":"spring","n":5,"tags":["a","b"]}`, `{"tier":"gold","x":{"y":[1,{"z":null}]}}`, '{}'];
    for (const metadata of values) {
      await opened.database.run(
        `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
         VALUES ($1, gen_random_uuid(), 'Voice Test', $2, now(), now())`,
        [server.workspaceId, metadata],
      );
    }
  });
  afterAll(async () => {
    await socket?.stop(0);
    await opened?.remove();
    outcomes.report();
  });

  test(
    `${TEXTS_OVER_HTTP} of them: each is answered with rows or with what is wrong with it`,
    async () => {
      const corpus = createCorpus(SEED + 2);
      const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
      const statuses: Record<number, number> = {};
      const faults: string[] = [];
      let slowestMs = 0;
      let begun = 0;
      const send = async (): Promise<void> => {
        while (begun < TEXTS_OVER_HTTP) {
          begun += 1;
          const text = corpus.next();
          const startMs = performance.now();
          const { status, body } = await get(agent, text);
          slowestMs = Math.max(slowestMs, performance.now() - startMs);
          statuses[status] = (statuses[status] ?? 0) + 1;
          corpus.tell(text, `${status} ${body.slice(0, 60)}`, status === 200);
          if (status !== 200 && status !== 422) faults.push(`${status}: ${text.slice(0, 300)}: ${body.slice(0, 200)}`);
        }
      };
      const startMs = performance.now();
      await Promise.all(Array.from({ length: CONNECTIONS }, send));
      agent.destroy();
      outcomes.add({
        injected: 'sent to List',
        tried: TEXTS_OVER_HTTP,
        survived: TEXTS_OVER_HTTP - faults.length,
        lost: 0,
        leaked: 0,
        note: `${Object.entries(statuses)
          .map(([status, count]) => `${status}: ${count}`)
          .join(', ')}; slowest ${Math.round(slowestMs)} ms; ${Math.round((performance.now() - startMs) / 1000)} s`,
      });
      expect(faults).toEqual([]);
      expect(statuses[200]).toBeGreaterThan(TEXTS_OVER_HTTP / 20);
      expect(server.logLines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    },
    60 * 60_000,
  );

  function get(agent: Agent, text: string): Promise<{ status: number; body: string }> {
    // What no URL may hold goes out as its escape; everything else as it is.
    const query = Array.from(text, (character) =>
      /^[!-~]$/.test(character) && character !== '#' ? character : escaped(character),
    ).join('');
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: socket.port,
          path: `/v2/ai/conversations?${query}`,
          agent,
          headers: { authorization: `Bearer ${server.keys.read}` },
        },
        (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            body += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end();
    });
  }
});

function escaped(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
