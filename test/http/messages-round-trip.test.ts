import fc from 'fast-check';
import request from 'supertest';
import { beforeAll, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const NOW = new Date('2025-04-15T13:07:28.764Z');

/** Characters that somewhere on the way have a meaning, a second form, or no glyph. */
const ODD = [
  ...[
    '\u0001',
    '\u0007',
    '\b',
    '\t',
    '\n',
    '\r\n',
    '\u001f',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u200d',
  ],
  ...[
    '\u2028',
    '\u2029',
    '\u202e',
    '\ufeff',
    '\ufffd',
    '\ufffe',
    '\uffff',
    'e\u0301',
    '\u00e9',
    '\u1e9e',
    'İ',
    'ﬁ',
    '가',
    '가',
  ],
  ...[
    '👩‍👩‍👧‍👦',
    '🇩🇪',
    '𝒳',
    '\u{10ffff}',
    '"',
    "'",
    '\\',
    '\\u0000',
    '\\x00',
    '$1',
    '?',
    '??',
    ':name',
    '%s',
    '{',
    '}',
    '<b>',
    '&amp;',
  ],
  ...['NULL', '+1 312 867 5309', '', ' ', '  ', "'; DROP TABLE messages; --"],
];

/** Any text that Postgres stores. */
const text = (maxLength = 40) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }).map((value) => value.replaceAll('\0', '')),
    fc.string({ unit: fc.constantFrom(...ODD), maxLength: 12 }),
    fc.string({ maxLength }),
  );

/** A number that is the same after JSON, and to Postgres a number as good as written. */
const number = fc
  .oneof(
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0.1, 1e-7, 1e-300, 5e-324, 1.5e15),
  )
  .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value))
  .map((value) => (Object.is(value, -0) ? 0 : value));

const key = fc.oneof(
  text(12),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    '0',
    '10',
    'a.b',
    'a/b',
    '~',
    'assistant_id',
  ),
);

const { value: json } = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(text(), number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
}));
const jsonObject = fc.array(fc.tuple(key, json), { maxLength: 5 }).map((members) => Object.fromEntries(members));

const toolCall = fc.oneof(
  fc.record({
    id: text(),
    type: fc.constant('function'),
    function: fc.record({
      name: text(),
      arguments: fc.oneof(
        text(),
        json.map((value) => JSON.stringify(value)),
      ),
    }),
  }),
  jsonObject,
);

const message = fc.record(
  {
    role: fc.constantFrom('user', 'assistant', 'tool', 'system'),
    content: text(200),
    name: text(),
    sent_at: fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    tool_calls: fc.array(toolCall, { maxLength: 3 }),
    tool_call_id: text(),
    tool_choice: fc.oneof(fc.constantFrom('auto', 'none', 'required', 'null', '{}'), text(), jsonObject),
    metadata: jsonObject,
  },
  { requiredKeys: ['role'] },
);

describeOnBothDatabases('messages written through the API', (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database(), { now: () => NOW });
  });

  const call = (method: 'get' | 'post', path: string) =>
    request(server.app)[method](`/v2/ai/conversations${path}`).set('authorization', `Bearer ${server.keys.all}`);

  test('come back as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 4 }), async (messages) => {
        const { body: conversation } = await call('post', '').send({}).expect(200);
        const answered: unknown[] = [];
        for (const written of messages) {
          // As text: supertest would leave out what is under `__proto__`.
          const { body } = await call('post', `/${conversation.id}/message`)
            .set('content-type', 'application/json')
            .send(JSON.stringify(written))
            .expect(200);
          answered.push(body.data);
          const { content, sent_at, ...same } = written;
          const callsTools = (written.tool_calls ?? []).length > 0;
          expectSame(body.data, {
            ...same,
            id: body.data.id,
            text: content ?? (callsTools ? null : ''),
            sent_at: sent_at ?? NOW.toISOString(),
            created_at: NOW.toISOString(),
          });
        }
        const { body: listed } = await call('get', `/${conversation.id}/messages`).expect(200);
        const byId = (list: unknown[]) => new Map(list.map((item) => [(item as { id: string }).id, item]));
        const found = byId(listed.data);
        expect(found.size).toBe(messages.length);
        for (const [id, item] of byId(answered)) expectSame(found.get(id), item);
      }),
      { numRuns: 150 },
    );
  });

  /** Equal as JSON: the order of members apart, which JSON gives no meaning. */
  function expectSame(actual: unknown, expected: unknown): void {
    expect(canonical(actual)).toBe(canonical(expected));
  }

  function canonical(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
    return `{${members.sort().join(',')}}`;
  }
});
