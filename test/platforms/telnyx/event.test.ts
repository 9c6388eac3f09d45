import { describe, expect, it } from 'vitest';
import { readTelnyxEvent } from '../../../src/platforms/telnyx/event.js';

const resultOf = (result: string): unknown => {
  const event = readTelnyxEvent(
    JSON.parse(
      `{"event_type":"conversation_insight_result","payload":{"results":[{"insight_id":"insight-1","result":${result}}]}}`,
    ),
  );
  return event.kind === 'insight-results' ? event.results : event.kind;
};

describe('the result of an insight in an event', () => {
  it.each<[what: string, result: string, read: string]>([
    ['a text', '"Booked.\\u0000"', 'Booked.\uFFFD'],
    ['an object', '{"score":1,"big":12345678901234567890}', '{"score":1,"big":"12345678901234567000"}'],
    ['a number', '5', '5'],
    ['false', 'false', 'false'],
  ])('is, of %s, its text', (_what, result, read) => {
    expect(resultOf(result)).toEqual([{ insightId: 'insight-1', result: read }]);
  });

  it('is read as deep as the store takes it, however deep it is', () => {
    const read = `${'['.repeat(32)}null${']'.repeat(32)}`;
    expect(resultOf('['.repeat(300_000) + ']'.repeat(300_000))).toEqual([{ insightId: 'insight-1', result: read }]);
  });

  it('is none without an insight, or without a value', () => {
    expect(resultOf('null')).toEqual([]);
    expect(
      readTelnyxEvent({ event_type: 'conversation_insight_result', payload: { results: [{ result: 'x' }] } }),
    ).toMatchObject({ kind: 'insight-results', results: [] });
  });
});
