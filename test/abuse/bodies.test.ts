import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiDocument, apiDocumentOf, type DocumentedOperation, type Schema } from '../support/api-document.js';
import { openTestDatabase, type TestDatabase } from '../support/databases.js';
import { faultOutcomes, turns } from '../support/fault-outcomes.js';
import { jsonSchemaArbitrary } from '../support/json-schema-arbitrary.js';
import { secretBoxFor } from '../support/secret-box.js';
import { type TestApp, testApp } from '../support/server.js';
import { HOSTILE_TEXTS, withEachText } from './hostile-texts.js';

const outcomes = faultOutcomes('abuse-bodies', 'Bodies, parameters and paths that are made to harm');
const ID = '11111111-2222-4333-8444-555555555555';
const SEED = 20_261_121;

let opened: TestDatabase;
let server: TestApp;
let api: ApiDocument;
beforeAll(async () => {
  opened = await openTestDatabase('server');
  server = await testApp(opened.database, { secretBox: await secretBoxFor(), settings: { telnyxPublicKeys: [] } });
  api = await apiDocumentOf(server);
});
afterAll(async () => {
  await opened?.remove();
  outcomes.report();
});

const admin = () => ({ authorization: `Bearer ${server.keys.all}` });

/** Operations that would make something that outlives the test: an index on the whole table, for each of the texts. */
const LEFT_OUT = new Set(['addIndex']);

async function send(
  operation: DocumentedOperation,
  path: string,
  query: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<{ status: number; text: string }> {
  const call = request(server.app)
    [operation.method](`${path}${query === '' ? '' : `?${query}`}`)
    .set({ ...admin(), ...headers });
  const text = body === undefined ? undefined : JSON.stringify(body);
  const { status, text: answered } = await (text === undefined
    ? call.buffer(true)
    : call
        .buffer(true)
        .set('content-type', operation.body?.contentType ?? 'application/json')
        .send(text));
  return { status, text: answered };
}

function examplesOf(operation: DocumentedOperation): readonly unknown[] {
  if (operation.body === undefined) return [undefined];
  const options = { resolve: api.resolve, member: () => undefined };
  return fc.sample(jsonSchemaArbitrary(operation.body.schema as Schema, options), {
    numRuns: turns(2, 20),
    seed: SEED,
  });
}

describe('SQL in every text of every route', () => {
  test('is never read as SQL: nothing is refused by Postgres, answered with 500, or gone', async () => {
    const faults: string[] = [];
    const before = await tablesOf();
    let tried = 0;
    const attempt = async (
      operation: DocumentedOperation,
      what: string,
      ...rest: [string, string, Record<string, string>, unknown]
    ) => {
      tried += 1;
      const startMs = performance.now();
      const { status, text } = await send(operation, ...rest).catch((error: Error) => ({
        status: 0,
        text: error.message,
      }));
      const tookMs = performance.now() - startMs;
      if (status === 0 || status === 500 || tookMs > 4_000) {
        faults.push(`${operation.id} ${what}: ${status} after ${Math.round(tookMs)} ms ${text.slice(0, 200)}`);
      }
    };
    for (const operation of api.operations) {
      if (LEFT_OUT.has(operation.id)) continue;
      const address = operation.addresses.at(-1) ?? '/';
      const good = address.replaceAll(/\{\w+\}/g, ID);
      for (const payload of HOSTILE_TEXTS) {
        const isStorable = payload !== '\ud800';
        const encoded = isStorable ? encodeURIComponent(payload) : '%ED%A0%80';
        for (const { name, in: place } of operation.parameters) {
          if (place === 'path') {
            await attempt(
              operation,
              name,
              address.replace(`{${name}}`, encoded).replaceAll(/\{\w+\}/g, ID),
              '',
              {},
              examplesOf(operation)[0],
            );
          } else if (place === 'query') {
            await attempt(
              operation,
              name,
              good,
              `${encodeURIComponent(name)}=${encoded}`,
              {},
              examplesOf(operation)[0],
            );
          } else {
            const value = payload.replace(/[^\x20-\x7e]/g, '');
            await attempt(operation, name, good, '', { [name]: value }, examplesOf(operation)[0]);
          }
        }
        for (const example of examplesOf(operation)) {
          for (const body of withEachText(example, payload)) await attempt(operation, 'body', good, '', {}, body);
        }
      }
    }
    const after = await tablesOf();
    const errors = server.logLines.filter(({ level, msg }) => Number(level) >= 50 && msg === 'request failed');
    outcomes.add({
      injected: 'SQL, templates and paths in each parameter and text of each operation of /openapi.json',
      tried,
      survived: tried - faults.length,
      lost: before.length - after.length,
      leaked: 0,
      note: `${api.operations.length - LEFT_OUT.size} operations, ${HOSTILE_TEXTS.length} texts`,
    });
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    expect(after).toEqual(before);
    expect(tried).toBeGreaterThan(5_000);
  }, 300_000);

  async function tablesOf(): Promise<readonly string[]> {
    const rows = await opened.database.run(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1`,
      [],
    );
    return rows.map(({ name }) => String(name));
  }
});

describe('JSON', () => {
  const post = (body: string) =>
    request(server.app).post('/v2/ai/conversations').set(admin()).set('content-type', 'application/json').send(body);
  const deep = (levels: number, open: string, close: string) =>
    `{"metadata":{"a":${open.repeat(levels)}1${close.repeat(levels)}}}`;

  test('that is nested deep, too large or no JSON is refused, and the server goes on', async () => {
    const bodies: Readonly<Record<string, readonly [string, number]>> = {
      'arrays, 33 levels': [deep(33, '[', ']'), 422],
      'arrays, 10,000 levels': [deep(10_000, '[', ']'), 422],
      'arrays, 400,000 levels': [deep(400_000, '[', ']'), 422],
      'objects, 100,000 levels': [deep(100_000, '{"a":', '}'), 422],
      'arrays that never close': [`{"metadata":${'['.repeat(900_000)}`, 400],
      'a megabyte and more': [`{"name":"${'a'.repeat(1_100_000)}"}`, 413],
      'a number of a million digits': [`{"metadata":{"a":${'9'.repeat(900_000)}}}`, 422],
      'a hundred thousand keys': [
        JSON.stringify({
          metadata: Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`k${index}`, 1])),
        }),
        422,
      ],
      'the same key, a hundred thousand times': [
        `{"metadata":{${Array.from({ length: 90_000 }, () => '"a":1').join(',')}}}`,
        200,
      ],
    };
    const found: [string, number][] = [];
    for (const [name, [body]] of Object.entries(bodies)) found.push([name, (await post(body)).status]);
    outcomes.add({
      injected: 'JSON nested up to 400,000 levels, and oversized',
      tried: found.length,
      survived: found.filter(([name, status]) => status === bodies[name]?.[1]).length,
      lost: 0,
      leaked: 0,
      note: '',
    });
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(bodies).map(([name, [, status]]) => [name, status])),
    );
  });

  test('with the names of prototypes changes no object but itself', async () => {
    const names = [
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
      '__defineGetter__',
      'valueOf',
      'then',
      'toJSON',
    ];
    let tried = 0;
    for (const name of names) {
      for (const value of ['{"polluted":true}', '{"prototype":{"polluted":true}}', '"text"', 'null', '[1]']) {
        tried += 1;
        const text = `{"${name}":${value},"kept":"yes"}`;
        const made = await post(`{"metadata":${text}}`).expect(200);
        // Byte for byte as JSON: the prototype of what is answered here is not to be trusted either.
        expect(JSON.parse(made.text).metadata.kept).toBe('yes');
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
        expect((Object.prototype as unknown as Record<string, unknown>).polluted).toBeUndefined();
        const read = await request(server.app).get(`/v2/ai/conversations/${made.body.id}`).set(admin()).expect(200);
        const { metadata } = JSON.parse(read.text).data;
        expect(Object.getOwnPropertyDescriptor(metadata, name)?.value).toEqual(JSON.parse(value));
        const found = await request(server.app)
          .get(`/v2/ai/conversations?metadata->${name}=is.not_null&id=eq.${made.body.id}`)
          .set(admin())
          .expect(200);
        expect(found.body.data).toHaveLength(value === 'null' ? 0 : 1);
        // In front of everything else that takes objects.
        if (value !== '{"polluted":true}') continue;
        for (const operation of api.operations.filter(
          ({ body, id }) => body?.contentType === 'application/json' && !LEFT_OUT.has(id),
        )) {
          const address = (operation.addresses.at(-1) ?? '').replaceAll(/\{\w+\}/g, ID);
          const answer = await request(server.app)
            [operation.method](address)
            .set(admin())
            .set('content-type', 'application/json')
            .send(`{"${name}":${value}}`);
          tried += 1;
          expect([operation.id, answer.status < 500]).toEqual([operation.id, true]);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }
    }
    outcomes.add({
      injected: 'names of prototypes as keys of metadata, and of every body',
      tried,
      survived: tried,
      lost: 0,
      leaked: Object.keys(Object.prototype).length,
      note: 'kept, found and answered as any other key',
    });
  }, 120_000);
});

describe('paths in the names of workspaces', () => {
  const NAMES = [
    ...[
      '..',
      '.',
      '../default',
      '..%2fdefault',
      '%2e%2e',
      '%2e%2e%2fdefault',
      '....//',
      '/etc/passwd',
      'default/../default',
    ],
    ...[
      '\\..\\default',
      'default%00',
      'default%0d%0ax: y',
      'default;ls',
      'default ',
      ' default',
      'DEFAULT',
      'default%2f',
      '%c0%ae%c0%ae',
    ],
    ...['~', '-', 'con', 'nul', 'a'.repeat(300), `$\{jndi:ldap://x}`, '*', 'de%66ault%20'],
  ];

  test('lead nowhere: neither to a workspace, nor to a file', async () => {
    const faults: string[] = [];
    let tried = 0;
    for (const name of NAMES) {
      const isEncoded = /%[0-9a-f]{2}/i.test(name);
      for (const path of [isEncoded ? name : encodeURIComponent(name), encodeURIComponent(name)]) {
        for (const [method, address] of [
          ['get', `/v1/workspaces/${path}`],
          ['patch', `/v1/workspaces/${path}`],
          ['get', `/v1/workspaces/${path}/secrets`],
          ['get', `/v1/jobs?workspace=${path}`],
          ['get', `/v1/export?workspace=${path}`],
          ['post', `/w/${path}/telnyx/dynamic-variables`],
        ] as const) {
          tried += 1;
          const answer = await request(server.app)
            [method](address)
            .set(admin())
            .send(method === 'get' ? undefined : {});
          // "." and ".." are taken out of an address before it is sent, and some of these name the list, or the default one.
          const isElsewhere = ['.', '..'].includes(decodedOf(path)) || decodedOf(path).trim().toLowerCase() === '';
          if (answer.status >= 500 || (answer.status < 300 && !isElsewhere)) {
            faults.push(`${method} ${address}: ${answer.status} ${answer.text.slice(0, 100)}`);
          }
          if (/root:|default"|BEGIN/.test(answer.text) && answer.status < 300 && !isElsewhere)
            faults.push(`${address} leaks`);
        }
      }
    }
    for (const name of NAMES.filter((each) => each !== 'DEFAULT')) {
      tried += 1;
      const made = await request(server.app)
        .post('/v1/workspaces')
        .set(admin())
        .send({ name: decodedOf(name) });
      if (made.status >= 500) faults.push(`make ${name}: ${made.status}`);
      if (made.status < 300 && /[/\\.\s\0%*$]/.test(decodedOf(name)))
        faults.push(`made ${JSON.stringify(decodedOf(name))}`);
    }
    outcomes.add({
      injected: 'path traversal in names of workspaces',
      tried,
      survived: tried - faults.length,
      lost: 0,
      leaked: faults.filter((each) => each.endsWith('leaks')).length,
      note: '',
    });
    expect(faults).toEqual([]);
  });

  function decodedOf(path: string): string {
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }
});
