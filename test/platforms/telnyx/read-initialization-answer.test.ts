import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInitializationAnswer } from '../../../src/platforms/telnyx/read-initialization-answer.js';

const read = (value: unknown) => readInitializationAnswer(Buffer.from(JSON.stringify(value)));
const NOTHING = { dynamicVariables: {}, metadata: {} };

test("reads Telnyx's documented answer", () => {
  const answer = {
    dynamic_variables: { full_name: 'Rachel Thomas', visits: 3, vip: true },
    memory: { conversation_query: 'metadata->a=eq.+1&limit=5', insight_query: 'insight_ids=123,456' },
    conversation: { metadata: { customer_tier: 'premium', languages: ['en'] } },
    encrypted_dynamic_variables: { portal_token: 'x' },
    message: 'ok',
  };
  expect(read(answer)).toEqual({
    answer: {
      dynamicVariables: answer.dynamic_variables,
      conversationQuery: 'metadata->a=eq.+1&limit=5',
      insightQuery: 'insight_ids=123,456',
      metadata: answer.conversation.metadata,
    },
    problems: [],
  });
});

test.each([
  ['nothing at all', {}],
  ['empty sections', { dynamic_variables: {}, memory: {}, conversation: {} }],
  ['variables, and an error beside them', { dynamic_variables: {}, error: 'no customer' }],
])('an answer can be empty: %s', (_name, value) => {
  expect(read(value)).toEqual({ answer: NOTHING, problems: [] });
});

test.each([
  ['flat', { full_name: 'Rachel' }, 'The answer is flat: variables have to be members of "dynamic_variables".'],
  ['an array', [{ dynamic_variables: {} }], 'The answer is no JSON object.'],
  ['a string', 'hello', 'The answer is no JSON object.'],
  ['null', null, 'The answer is no JSON object.'],
  [
    'variables in an array',
    { dynamic_variables: ['a'] },
    '"dynamic_variables" is an array, not an object: it is ignored.',
  ],
  ['only a null', { dynamic_variables: null }, '"dynamic_variables" is null, not an object: it is ignored.'],
])('an answer of which nothing can be used is none: %s', (_name, value, problem) => {
  expect(read(value)).toEqual({ answer: undefined, problems: [problem] });
});

test.each([
  ['no JSON', 'dynamic_variables=1'],
  ['nothing', ''],
  ['half of it', '{"dynamic_variables":{"a":"b"}'],
  ['the sample of the documentation, with its stray quote', '{"memory":{"insight_query":"insight_ids=123,456""}}'],
])('a body that is no JSON is none: %s', (_name, text) => {
  expect(readInitializationAnswer(Buffer.from(text))).toEqual({
    answer: undefined,
    problems: ['The answer is no JSON.'],
  });
});

test('a body that is not UTF-8 is none', () => {
  const body = Buffer.concat([Buffer.from('{"dynamic_variables":{"a":"'), Buffer.from([0xff]), Buffer.from('"}}')]);
  expect(readInitializationAnswer(body)).toEqual({ answer: undefined, problems: ['The answer is no JSON.'] });
});

test('parts of another type than documented are dropped one by one', () => {
  const { answer, problems } = read({
    dynamic_variables: { good: 'yes', nothing: null, list: [1], nested: { a: 1 } },
    memory: { conversation_query: { phone_number: '+1' }, insight_query: 'insight_ids=1' },
    conversation: { metadata: 'premium' },
  });
  expect(answer).toEqual({ dynamicVariables: { good: 'yes' }, insightQuery: 'insight_ids=1', metadata: {} });
  expect(problems).toEqual([
    '"dynamic_variables.nothing" is null, not a string, a number or a boolean: it is ignored.',
    '"dynamic_variables.list" is an array, not a string, a number or a boolean: it is ignored.',
    '"dynamic_variables.nested" is an object, not a string, a number or a boolean: it is ignored.',
    '"memory.conversation_query" is an object, not a string: it is ignored.',
    '"conversation.metadata" is a string, not an object: it is ignored.',
  ]);
});

test('numbers that JSON cannot hold are dropped, and of many problems the first are told', () => {
  const variables = `${Array.from({ length: 9 }, (_, index) => `"v${index}":1e999`).join(',')},"ok":1`;
  const { answer, problems } = readInitializationAnswer(Buffer.from(`{"dynamic_variables":{${variables}}}`));
  expect(answer?.dynamicVariables).toEqual({ ok: 1 });
  expect(problems).toHaveLength(6);
  expect(problems[5]).toBe('And 4 more of the kind.');
});

test('a key __proto__ is a variable like another', () => {
  const { answer } = readInitializationAnswer(Buffer.from('{"dynamic_variables":{"__proto__":"x","a":"b"}}'));
  expect(Object.entries(answer?.dynamicVariables ?? {})).toEqual([
    ['__proto__', 'x'],
    ['a', 'b'],
  ]);
});

test('whatever comes, only scalars and strings come out', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ dynamic_variables: fc.jsonValue(), memory: fc.jsonValue(), conversation: fc.jsonValue() }),
      ),
      (value) => {
        const { answer, problems } = read(value);
        if (answer === undefined) expect(problems).not.toEqual([]);
        for (const variable of Object.values(answer?.dynamicVariables ?? {})) {
          expect(['string', 'number', 'boolean']).toContain(typeof variable);
        }
        expect(['string', 'undefined']).toContain(typeof answer?.conversationQuery);
      },
    ),
  );
});
