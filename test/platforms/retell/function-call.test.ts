import { describe, expect, it } from 'vitest';
import {
  type FunctionRequest,
  queryOf,
  readFunctionCall,
  recordedTurnKey,
  recordedTurns,
} from '../../../src/platforms/retell/function-call.js';

const CALLER = '+14155550142';
const call = {
  call_id: 'call_1',
  call_type: 'phone_call',
  direction: 'inbound',
  from_number: CALLER,
  to_number: '+14155550100',
};

function request(
  changes: Omit<Partial<FunctionRequest>, 'header'> & { headers?: Record<string, string> },
): FunctionRequest {
  const { headers = {}, ...given } = changes;
  return { body: undefined, query: {}, isOperators: false, ...given, header: (name) => headers[name] };
}

describe('a custom function', () => {
  it.each<[form: string, given: Parameters<typeof request>[0], name: string]>([
    ['name, call and args', { body: { name: 'search_memory', call, args: { query: 'address' } } }, 'search_memory'],
    ['args as a text', { body: { name: 'search_memory', call, args: '{"query":"address"}' } }, 'search_memory'],
    ['the arguments alone', { body: { query: 'address' } }, ''],
    ['the arguments alone, one of which is a name', { body: { query: 'address', name: 'Sarah' } }, ''],
    ['the query string', { query: { query: 'address' } }, ''],
  ])('is read from %s', (_form, given, name) => {
    const read = readFunctionCall(request(given));
    expect(queryOf(read)).toBe('address');
    expect(read.name).toBe(name);
  });

  it.each<[what: string, args: object, query: string]>([
    ['a number', { query: 12 }, '12'],
    ['missing', {}, ''],
    ['a list', { query: ['a'] }, ''],
    ['with space around', { query: ' address \n' }, 'address'],
  ])('has a query that is %s', (_what, args, query) => {
    expect(queryOf({ args: args as Record<string, unknown> })).toBe(query);
  });

  const operators = { 'x-memory-user': 'cust_1', 'x-memory-call-id': 'call_9' };

  it.each<[what: string, given: Parameters<typeof request>[0], who: object]>([
    [
      'the caller of its call',
      { body: { call, args: {} } },
      { endUserTarget: CALLER, externalId: undefined, callId: 'call_1' },
    ],
    [
      'who the headers say, with an API key',
      { body: { query: 'x' }, headers: operators, isOperators: true },
      { externalId: 'cust_1', callId: 'call_9' },
    ],
    [
      'nobody by headers alone',
      { body: { query: 'x' }, headers: operators },
      { externalId: undefined, callId: undefined },
    ],
    [
      'who the query string says, with an API key',
      { query: { memory_user_id: `voice:${CALLER}`, call_id: 'call_9' }, isOperators: true },
      { endUserTarget: CALLER, callId: 'call_9' },
    ],
    ['nobody by the query string alone', { query: { memory_user_id: 'cust_1' } }, { externalId: undefined }],
    [
      'nobody by a variable that nobody set',
      { headers: { 'x-memory-user': '{{memory_user_id}}' }, isOperators: true },
      { externalId: undefined },
    ],
    [
      'nobody by its arguments',
      { body: { call, args: { memory_user_id: 'cust_2', metadata: { memory_user_id: 'cust_2' } } } },
      { externalId: undefined },
    ],
    [
      'nobody by a call that the model wrote among the arguments',
      { body: { query: 'x', call: { ...call, metadata: { memory_user_id: 'cust_2' } } }, isOperators: true },
      { externalId: undefined, endUserTarget: undefined, callId: undefined },
    ],
    [
      "the operator's, whatever the body says",
      {
        body: { call: { ...call, metadata: { memory_user_id: 'cust_2' } }, args: {} },
        headers: operators,
        isOperators: true,
      },
      { externalId: 'cust_1', callId: 'call_1' },
    ],
  ])('is of %s', (_what, given, who) => {
    expect(readFunctionCall(request(given)).call).toMatchObject(who);
  });

  it('is of a call of which nothing is kept where the customer wants that', () => {
    const kept = (data_storage_setting: string) =>
      readFunctionCall(request({ body: { call: { ...call, data_storage_setting }, args: {} } })).isRetained;
    expect(['everything', 'everything_except_pii', 'basic_attributes_only'].map(kept)).toEqual([true, false, false]);
  });
});

describe('a turn that is recorded during the call', () => {
  const args = { user_text: ' I moved. ', assistant_text: 'Noted.' };

  it("has the caller's text first, and no empty ones", () => {
    expect(recordedTurns({ args })).toEqual([
      { role: 'user', text: 'I moved.' },
      { role: 'assistant', text: 'Noted.' },
    ]);
    expect(recordedTurns({ args: { user_text: ' ', assistant_text: 5 } })).toEqual([]);
  });

  it('has one key, however often it is sent', () => {
    const key = recordedTurnKey('call_1', recordedTurns({ args }));
    expect(key).toMatch(/^call_1:turn:[0-9a-f]{64}$/);
    expect(recordedTurnKey('call_1', recordedTurns({ args: { ...args } }))).toBe(key);
    expect(recordedTurnKey('call_1', recordedTurns({ args: { ...args, user_text: 'I moved!' } }))).not.toBe(key);
    expect(recordedTurnKey('call_2', recordedTurns({ args }))).not.toBe(key);
  });
});
