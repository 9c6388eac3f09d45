import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactCredentials } from '../../../src/platforms/redact-credentials.js';
import { storableCopy } from '../../../src/platforms/storable-copy.js';
import { messageIds, readConversation, readMessages } from '../../../src/platforms/telnyx/records.js';
import { uuidOf } from '../../../src/platforms/uuid-of.js';
import { jsonProblems } from '../../../src/store/storable.js';

const ID = '11111111-2222-4333-8444-555555555555';
const NOW = new Date('2025-06-01T00:00:00Z');
const message = (text: string, sent_at: string) => ({ role: 'user', text, sent_at, created_at: sent_at });
const textsOf = (values: readonly unknown[]) => readMessages(ID, values, NOW).map(({ text }) => text);

describe('messages of Telnyx', () => {
  test.each([
    ['newest first', ['c@2', 'b@1', 'a@1'], ['a', 'b', 'c']],
    ['oldest first', ['a@1', 'b@1', 'c@2'], ['a', 'b', 'c']],
    ['of one moment, taken for newest first', ['b@1', 'a@1'], ['a', 'b']],
    ['none', [], []],
  ])('are given oldest first: %s', (_what, listed, expected) => {
    const values = listed.map((each) => message(each[0] as string, `2025-04-01T10:00:0${each[2]}Z`));
    expect(textsOf(values)).toEqual(expected);
  });

  test('have the same ids every time, whichever way they are listed, and all different ones', () => {
    const text = fc.constantFrom('Hello?', 'Yes', '');
    const second = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, second), { maxLength: 20 }), (turns) => {
        const values = turns
          .toSorted((one, other) => other[1] - one[1])
          .map(([said, at]) => message(said, `2025-04-01T10:00:0${at}Z`));
        const ids = readMessages(ID, values, NOW).map(({ id }) => id);
        expect(new Set(ids).size).toBe(values.length);
        expect(readMessages(ID, values, new Date()).map(({ id }) => id)).toEqual(ids);
        // What came first keeps its id when more is said.
        const more = [message('Bye', '2025-04-01T10:00:09Z'), ...values];
        expect(
          readMessages(ID, more, NOW)
            .map(({ id }) => id)
            .slice(0, -1),
        ).toEqual(ids);
      }),
    );
  });

  test('have other ids in another conversation, and whenever anything differs', () => {
    const base = { role: 'user', sentAt: NOW, text: 'Hi', toolCalls: null } as const;
    const ids = [
      ...messageIds(ID, [base, base]),
      ...messageIds('another', [base]),
      ...messageIds(ID, [{ ...base, role: 'assistant' }]),
      ...messageIds(ID, [{ ...base, text: null }]),
      ...messageIds(ID, [{ ...base, toolCalls: [{ id: '1' }] }]),
      ...messageIds(ID, [{ ...base, sentAt: new Date(0) }]),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf('a')).toBe(uuidOf('a'));
  });

  test('are read whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const read = readMessages(ID, values, NOW);
        expect(read).toHaveLength(values.length);
        for (const { text, toolCalls, metadata } of read)
          expect(jsonProblems([text, toolCalls, metadata], '')).toEqual([]);
      }),
    );
  });

  test('keep a null text only where they call tools', () => {
    const calls = { role: 'assistant', text: null, tool_calls: [{ id: '1', type: 'function', function: {} }] };
    expect(textsOf([calls, { role: 'assistant', text: null }])).toEqual(['', null]);
  });
});

describe('conversations of Telnyx', () => {
  test.each([
    ['2025-04-15T13:07:28.764Z', '2025-04-15T13:07:28.764Z'],
    ['2025-04-15T13:07:28.764512+00:00', '2025-04-15T13:07:28.764Z'],
    ['2025-04-15T13:07:28', '2025-04-15T13:07:28.000Z'],
  ])('are of the time %s', (created_at, expected) => {
    expect(readConversation({ id: ID, created_at })?.createdAt.toISOString()).toBe(expected);
  });

  test.each([null, 7, [[]], {}, { id: ID }, { id: 'x', created_at: '2025-04-15' }, { id: ID, created_at: 'soon' }])(
    'are not %j',
    (value) => {
      expect(readConversation(value)).toBeUndefined();
    },
  );

  test('have their id in lower case, and a name only where it is a text', () => {
    const read = readConversation({ id: ID.toUpperCase(), created_at: '2025-04-15', name: 7, metadata: [] });
    expect(read).toMatchObject({ id: ID, name: null, metadata: {} });
    expect(readConversation({ id: ID, created_at: '2025-04-15', name: '' })?.name).toBe('');
  });
});

test('a storable copy is stored as it is, and is the value itself where that can be stored', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const copy = storableCopy(value);
      expect(jsonProblems(copy, '')).toEqual([]);
      if (jsonProblems(value, '').length === 0) expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
    }),
  );
});

test.each<[unknown, unknown]>([
  [
    { api_key: 'x', apiKey: 'x', 'x-api-key': 'x' },
    { api_key: '[redacted]', apiKey: '[redacted]', 'x-api-key': '[redacted]' },
  ],
  [
    { Authorization: 'x', password: 'x', client_secret: { a: 1 } },
    { Authorization: '[redacted]', password: '[redacted]', client_secret: '[redacted]' },
  ],
  [
    { token: 'x', accessToken: 'x', total_tokens: 7 },
    { token: '[redacted]', accessToken: '[redacted]', total_tokens: 7 },
  ],
  [
    [
      { name: 'X-Api-Key', value: 'x' },
      { name: 'X-Tier', value: 'gold' },
    ],
    [
      { name: 'X-Api-Key', value: '[redacted]' },
      { name: 'X-Tier', value: 'gold' },
    ],
  ],
  [
    ['Bearer abcdefgh12', 'https://me:pass@host/x'],
    ['Bearer [redacted]', 'https://[redacted]@host/x'],
  ],
  [
    { secret: null, text: 'the bearer of news' },
    { secret: null, text: 'the bearer of news' },
  ],
])('credentials are taken out of %j', (value, expected) => {
  expect(redactCredentials(value)).toEqual(expected);
});
