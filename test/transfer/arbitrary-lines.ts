import fc from 'fast-check';
import type { TransferLine } from '../../src/transfer/transfer-line.js';

/** Conversations as an export has them, with every field, and with what is odd in every one of them. */

const uuid = fc.uuid();

/** Whatever Postgres stores: no NUL, no halves of characters. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', '\\', '\\N', '\\.', '\t', '\r\n', '"', "'", '{}', '\u2028', '\u0001', '𝄞', '\\u0000', ' \n '),
  )
  .map((value) => value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, ''));

const json = fc
  .jsonValue({ depthSize: 'small', maxDepth: 4 })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .filter((value) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value)) && !hasOddNumbers(value));

/** Those that JSON in Postgres, which is exact, would give back in another way. */
function hasOddNumbers(value: unknown): boolean {
  if (typeof value === 'number')
    return Object.is(value, -0) || (Number.isInteger(value) && !Number.isSafeInteger(value));
  return typeof value === 'object' && value !== null && Object.values(value).some(hasOddNumbers);
}

const object = fc.dictionary(text, json, { maxKeys: 4 });

const time = fc
  .oneof(
    fc.date({
      min: new Date('0001-01-01T00:00:00.000Z'),
      max: new Date('2025-01-01T00:00:00.000Z'),
      noInvalidDate: true,
    }),
    // Of these many are equal.
    fc.integer({ min: 0, max: 3 }).map((second) => new Date(Date.UTC(2024, 0, 1, 0, 0, second))),
  )
  .map((date) => date.toISOString());

const messageOf = (conversationId: string) =>
  fc.record(
    {
      type: fc.constant('message' as const),
      conversation_id: fc.constant(conversationId),
      id: uuid,
      role: fc.constantFrom('user', 'assistant', 'tool', 'system'),
      text: fc.option(text),
      name: text,
      sent_at: fc.oneof(time, fc.constant('2999-12-31T23:59:59.999Z')),
      created_at: time,
      tool_calls: fc.array(object, { maxLength: 3 }),
      tool_call_id: text,
      tool_choice: fc.oneof(text, object),
      metadata: object,
    },
    { requiredKeys: ['type', 'conversation_id', 'id', 'role', 'text', 'sent_at', 'created_at'] },
  );

const insightOf = (conversationId: string) =>
  fc.record(
    {
      type: fc.constant('conversation_insight' as const),
      conversation_id: fc.constant(conversationId),
      id: uuid,
      insight_group_id: text,
      status: fc.constantFrom('completed', 'failed'),
      reason: text,
      created_at: time,
      updated_at: time,
      results: fc.uniqueArray(
        fc.record(
          {
            insight_id: text.map((value) => `i${value}`),
            result: text,
            result_json: json.filter((value) => value !== null),
            created_at: time,
          },
          { requiredKeys: ['insight_id', 'result', 'created_at'] },
        ),
        { maxLength: 3, selector: ({ insight_id }) => insight_id },
      ),
    },
    { requiredKeys: ['type', 'conversation_id', 'id', 'status', 'created_at', 'updated_at', 'results'] },
  );

const conversation = uuid.chain((id) =>
  fc
    .tuple(
      fc.record(
        {
          type: fc.constant('conversation' as const),
          id: fc.constant(id),
          name: text,
          metadata: object,
          created_at: time,
          last_message_at: time,
          ended_at: fc.option(time),
        },
        { requiredKeys: ['type', 'id', 'metadata', 'created_at', 'last_message_at', 'ended_at'] },
      ),
      fc.uniqueArray(messageOf(id), { maxLength: 6, selector: (message) => message.id }),
      fc.uniqueArray(insightOf(id), { maxLength: 2, selector: (insight) => insight.id }),
    )
    .map(([line, messages, insights]) => ({ line, messages, insights })),
);

export interface ArbitraryConversation {
  readonly line: TransferLine;
  readonly messages: readonly TransferLine[];
  readonly insights: readonly TransferLine[];
}

/** Conversations with different ids. */
export const arbitraryConversations: fc.Arbitrary<ArbitraryConversation[]> = fc.uniqueArray(conversation, {
  maxLength: 6,
  selector: ({ line }) => (line as { id: string }).id,
}) as fc.Arbitrary<ArbitraryConversation[]>;
