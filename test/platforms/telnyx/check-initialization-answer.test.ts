import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInitializationAnswer } from '../../../src/platforms/telnyx/check-initialization-answer.js';

const GOOD = {
  dynamic_variables: { full_name: 'Rachel Thomas', empty: '' },
  memory: {
    conversation_query: 'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
    insight_query: 'insight_ids=123,456',
  },
  conversation: { metadata: { customer_tier: 'premium', visits: 3 } },
  encrypted_dynamic_variables: { portal_token: 'c2VjcmV0' },
};

describe('nothing is wrong with', () => {
  test.each([
    ['all sections, as documented', GOOD],
    ['no section at all', {}],
    ['one section', { dynamic_variables: {} }],
    ['what stands beside them in samples of Telnyx', { dynamic_variables: {}, error: 'not found', message: 'x' }],
  ])('%s', (_, answer) => {
    expect(checkInitializationAnswer(answer)).toEqual([]);
  });
});

describe('is told', () => {
  test.each([
    [null, '', 'The answer is null; it has to be an object.'],
    [[], '', 'The answer is an array; it has to be an object.'],
    ['x', '', 'The answer is a string; it has to be an object.'],
    [{ full_name: 'Rachel' }, '', 'The answer is flat: Telnyx ignores variables outside "dynamic_variables".'],
    [
      { dynamic_variables: {}, full_name: 'Rachel' },
      'full_name',
      'Telnyx knows no such section: a variable belongs into "dynamic_variables".',
    ],
    [{ dynamic_variables: null }, 'dynamic_variables', 'It is null; it has to be an object.'],
    [{ dynamic_variables: ['a'] }, 'dynamic_variables', 'It is an array; it has to be an object.'],
    [{ dynamic_variables: { n: 7 } }, 'dynamic_variables.n', 'It is a number; variables have to be strings.'],
    [{ dynamic_variables: { n: null } }, 'dynamic_variables.n', 'It is null; variables have to be strings.'],
    [{ dynamic_variables: { n: true } }, 'dynamic_variables.n', 'It is a boolean; variables have to be strings.'],
    [{ dynamic_variables: { n: {} } }, 'dynamic_variables.n', 'It is an object; variables have to be strings.'],
    [
      { dynamic_variables: { telnyx_x: 'a' } },
      'dynamic_variables.telnyx_x',
      'Names that begin with "telnyx_" are reserved.',
    ],
    [{ memory: 'limit=5' }, 'memory', 'It is a string; it has to be an object.'],
    [{ memory: {} }, 'memory', 'Without a "conversation_query" nothing is remembered.'],
    [{ memory: { conversation_query: '' } }, 'memory.conversation_query', 'It is empty.'],
    [{ memory: { conversation_query: 7 } }, 'memory.conversation_query', 'It is a number; it has to be a string.'],
    [
      { memory: { conversation_query: '?limit=5' } },
      'memory.conversation_query',
      'It begins with "?", which belongs to an address and not to the query.',
    ],
    [
      { memory: { conversation_query: 'limit=5', insight_query: '123' } },
      'memory.insight_query',
      'It has to be "insight_ids=" and ids with commas between them.',
    ],
    [
      { memory: { conversation_query: 'limit=5', other: '1' } },
      'memory.other',
      'It has to be "conversation_query" or "insight_query".',
    ],
    [{ conversation: { metadata: [] } }, 'conversation.metadata', 'It is an array; it has to be an object.'],
    [{ conversation: { id: 'x' } }, 'conversation.id', 'Telnyx documents "metadata" only.'],
    [
      { encrypted_dynamic_variables: { a: 1 } },
      'encrypted_dynamic_variables.a',
      'It is a number; it has to be a string.',
    ],
  ])('%j: %s', (answer, part, detail) => {
    expect(checkInitializationAnswer(answer)).toEqual([{ part, detail }]);
  });

  test.each([
    ['name=eqq.x', /^RQ\d{3} /],
    ['limit=-1', /^RQ\d{3} /],
    ['nothing=eq.x', /^RQ\d{3} /],
    ['metadata->telnyx_end_user_target=eq.{{caller}}', /^RQ\d{3} /],
  ])('a memory query that cannot be run, as the query language says it: %s', (query, detail) => {
    expect(checkInitializationAnswer({ memory: { conversation_query: query } })).toEqual([
      { part: 'memory.conversation_query', detail: expect.stringMatching(detail) },
    ]);
  });

  test('each fault of several', () => {
    const answer = { dynamic_variables: { a: 1, b: 'x', c: null }, conversation: 7, extra: 1 };
    expect(checkInitializationAnswer(answer).map(({ part }) => part)).toEqual([
      'extra',
      'dynamic_variables.a',
      'dynamic_variables.c',
      'conversation',
    ]);
  });

  test('whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const answer of [value, { dynamic_variables: value, memory: value, conversation: value }]) {
          for (const { detail } of checkInitializationAnswer(answer)) expect(detail).not.toBe('');
        }
        const strings = { dynamic_variables: { a: JSON.stringify(value) } };
        expect(checkInitializationAnswer(strings)).toEqual([]);
      }),
    );
  });
});
