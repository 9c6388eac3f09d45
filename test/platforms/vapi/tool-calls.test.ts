import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFunctionCall, readToolCalls } from '../../../src/platforms/vapi/tool-calls.js';

const ARGUMENTS = { query: 'appointments' };

describe('the tool calls of a message', () => {
  const nested = (argument: string, value: unknown) => ({
    id: 'call_1',
    function: { name: 'search_memory', [argument]: value },
  });
  const flat = (argument: string, value: unknown) => ({ id: 'call_1', name: 'search_memory', [argument]: value });

  it.each<[shape: string, call: object]>([
    ['function.arguments, an object', nested('arguments', ARGUMENTS)],
    ['function.arguments, JSON in a text', nested('arguments', JSON.stringify(ARGUMENTS))],
    ['function.parameters', nested('parameters', ARGUMENTS)],
    ['arguments', flat('arguments', ARGUMENTS)],
    ['parameters', flat('parameters', ARGUMENTS)],
    ['parameters, JSON in a text', flat('parameters', JSON.stringify(ARGUMENTS))],
  ])('are read from %s, in each of the lists', (_shape, call) => {
    const read = [{ toolCallId: 'call_1', name: 'search_memory', arguments: ARGUMENTS }];
    for (const message of [
      { toolCallList: [call] },
      { toolCalls: [call] },
      { toolWithToolCallList: [{ toolCall: call }] },
    ]) {
      expect(readToolCalls(message)).toMatchObject(read);
    }
  });

  it('have the name that stands beside the call where it has none itself', () => {
    const toolCall = { id: 'call_1', parameters: ARGUMENTS };
    expect(readToolCalls({ toolWithToolCallList: [{ name: 'remember', toolCall }] })[0]?.name).toBe('remember');
    expect(readToolCalls({ toolWithToolCallList: [{ function: { name: 'remember' }, toolCall }] })[0]?.name).toBe(
      'remember',
    );
  });

  it('are there once each, in the order of the lists, whichever lists they are in', () => {
    const one = { id: 'call_1', name: 'recall_caller', arguments: {} };
    const two = { id: 'call_2', name: 'search_memory', arguments: ARGUMENTS };
    const calls = readToolCalls({
      toolCallList: [one],
      toolCalls: [one, two],
      toolWithToolCallList: [{ toolCall: two }, { toolCall: one }, { toolCall: { id: 'call_3', name: 'remember' } }],
    });
    expect(calls.map(({ toolCallId }) => toolCallId)).toEqual(['call_1', 'call_2', 'call_3']);
  });

  it.each<[what: string, value: unknown]>([
    ['broken JSON', '{"query":'],
    ['JSON that is no object', '[1]'],
    ['a number', 5],
    ['null', null],
  ])('have no arguments where those are %s', (_what, value) => {
    expect(readToolCalls({ toolCalls: [nested('arguments', value)] })[0]?.arguments).toEqual({});
  });

  it('without an id are left out: nobody could be answered', () => {
    expect(readToolCalls({ toolCalls: [{ function: { name: 'recall_caller' } }, null, 'x', { id: '' }] })).toEqual([]);
  });

  it('say which arguments the operator wrote, and which the model is asked for', () => {
    const toolCall = nested('arguments', { phone: '+14155550199', memory_user_id: 'cust_1' });
    const parameters = { type: 'object', properties: { phone: { type: 'string' } } };
    const tool = {
      function: { name: 'search_memory', parameters },
      parameters: [{ key: 'memory_user_id', value: '{{ x }}' }],
    };
    const [call] = readToolCalls({ toolCalls: [toolCall], toolWithToolCallList: [{ ...tool, toolCall }] });
    expect(call).toMatchObject({ staticNames: new Set(['memory_user_id']), modelNames: new Set(['phone']) });
    expect(readToolCalls({ toolCalls: [toolCall] })[0]?.staticNames).toBeUndefined();
  });

  it('are read from any JSON value without an error', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('toolCalls', 'toolCallList', 'toolWithToolCallList'), fc.jsonValue()),
        (message) => {
          for (const call of readToolCalls(message)) expect(call.toolCallId).not.toBe('');
        },
      ),
    );
  });
});

it('reads the call of the legacy message, which has no id', () => {
  expect(readFunctionCall({ functionCall: { name: 'search_memory', parameters: ARGUMENTS } })).toMatchObject({
    toolCallId: '',
    name: 'search_memory',
    arguments: ARGUMENTS,
  });
  expect(readFunctionCall({ functionCall: 'x' })).toBeUndefined();
});
