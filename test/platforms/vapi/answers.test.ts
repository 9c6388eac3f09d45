import type { Vapi } from '@vapi-ai/server-sdk';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type AssistantRequestAnswer,
  assistantRequestAnswer,
  type KnowledgeBaseAnswer,
  knowledgeBaseAnswer,
  type ToolCallsAnswer,
  toolCallsAnswer,
  unknownToolResult,
} from '../../../src/platforms/vapi/answers.js';

describe("the answers, for the official SDK's types", () => {
  it('are what Vapi reads', () => {
    expectTypeOf<ToolCallsAnswer>().toExtend<Vapi.ServerMessageResponseToolCalls>();
    expectTypeOf<AssistantRequestAnswer>().toExtend<Vapi.ServerMessageResponseAssistantRequest>();
    expectTypeOf<KnowledgeBaseAnswer>().toExtend<Vapi.ServerMessageResponseKnowledgeBaseRequest>();
    const results = toolCallsAnswer([]) satisfies Vapi.ServerMessageResponse['messageResponse'];
    expect(results).toEqual({ results: [] });
  });
});

describe('the results of tool calls', () => {
  it('are one for each call, in their order, with id and name', () => {
    const results = [
      { toolCallId: 'call_2', name: 'recall_caller', result: 'Known about caller (Sarah): Sarah: likes mornings' },
      { toolCallId: 'call_1', name: 'nothing', result: unknownToolResult('nothing') },
    ];
    expect(toolCallsAnswer(results)).toEqual({
      results: [
        results[0],
        {
          ...{ toolCallId: 'call_1', name: 'nothing' },
          result:
            'There is no tool "nothing" here; there are recall_caller, search_memory, remember. Go on without it.',
        },
      ],
    });
  });

  it('are on one line, whatever was said, and never longer than Vapi likes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6_000 }), (said) => {
        const [{ result } = { result: '' }] = toolCallsAnswer([{ toolCallId: '1', name: 'x', result: said }]).results;
        expect(result).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(result.length).toBeLessThanOrEqual(4_000);
        expect(result).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('are cut between words', () => {
    const result = toolCallsAnswer([{ toolCallId: '1', name: 'x', result: 'morning '.repeat(1_000) }]).results[0]
      ?.result;
    expect(result).toMatch(/^(morning )+morning…$/);
  });
});

it('names an assistant whatever else is known, and says so where there is none to name', () => {
  expect(assistantRequestAnswer('assistant-1', { caller_name: '' })).toEqual({
    assistantId: 'assistant-1',
    assistantOverrides: { variableValues: { caller_name: '' } },
  });
  expect(assistantRequestAnswer(undefined, {})).toEqual({
    error: 'Sorry, nobody can take this call at the moment. Please try again later.',
  });
});

it('gives documents with a similarity between 0 and 1', () => {
  const found = [
    { id: 'fact-1', text: 'Novocaine makes\nher anxious.', score: 7.2 },
    { text: 'x', score: Number.NaN },
  ];
  expect(knowledgeBaseAnswer(found)).toEqual({
    documents: [
      { content: 'Novocaine makes her anxious.', similarity: 1, uuid: 'fact-1' },
      { content: 'x', similarity: 0 },
    ],
  });
});
