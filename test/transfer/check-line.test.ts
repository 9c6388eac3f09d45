import { describe, expect, it } from 'vitest';
import { checkLine } from '../../src/transfer/check-line.js';
import { LINE_BYTES_MAX, TransferLines } from '../../src/transfer/transfer-lines.js';
import { TransferProblem } from '../../src/transfer/transfer-problem.js';

const ID = '11111111-1111-4111-8111-111111111111';
const conversation = (fields: object) => ({ type: 'conversation', ...fields });
const message = (fields: object) => ({ type: 'message', role: 'user', ...fields });
const insight = (fields: object) => ({ type: 'conversation_insight', status: 'completed', ...fields });

const UUID =
  'has to be a UUID; leave it out to have one made of the content, which stays the same when the import is repeated.';
const TIME = 'has to be a date and time such as 2025-04-15T13:07:28.764Z.';
const TYPES = '"conversation", "message", "conversation_insight"';

describe('a line that cannot be stored', () => {
  it.each<[string, unknown, string | undefined, string]>([
    ['no object', 5, undefined, 'The line is no JSON object.'],
    ['a list', [], undefined, 'The line is no JSON object.'],
    ['null', null, undefined, 'The line is no JSON object.'],
    ['no type', {}, 'type', `"type" is missing: it is one of ${TYPES}.`],
    ['another type', { type: 'call' }, 'type', `"type" has to be one of ${TYPES}.`],
    ['a type of every object', { type: 'constructor' }, 'type', `"type" has to be one of ${TYPES}.`],
    [
      'a later version',
      { type: 'ringback_export', version: 2 },
      'version',
      '"version" is of a later version of ringback: import it with that one; this one reads version 1.',
    ],
    [
      'an unknown field',
      message({ sentAt: 1 }),
      'sentAt',
      '"sentAt" is no field of such a line: leave it out, or put it into "metadata".',
    ],
    ['an id that is none', conversation({ id: 'call-1' }), 'id', `"id" ${UUID}`],
    [
      'an owner that is none',
      message({ conversation_id: 'call-1' }),
      'conversation_id',
      `"conversation_id" has to be its conversation's id, a UUID.`,
    ],
    ['a name of another type', conversation({ name: 5 }), 'name', '"name" has to be a string.'],
    ['metadata that is a list', conversation({ metadata: [] }), 'metadata', '"metadata" has to be a JSON object.'],
    [
      'a day that is none',
      conversation({ created_at: '2025-02-31T00:00:00.000Z' }),
      'created_at',
      `"created_at" ${TIME}`,
    ],
    [
      'an hour that is none',
      conversation({ created_at: '2025-02-01T25:00:00.000Z' }),
      'created_at',
      `"created_at" ${TIME}`,
    ],
    ['the year 0', message({ sent_at: '0000-01-01T00:00:00.000Z' }), 'sent_at', `"sent_at" ${TIME}`],
    ['a time that is a number', message({ sent_at: 1744722448 }), 'sent_at', '"sent_at" has to be a string.'],
    ['no role', { type: 'message' }, 'role', '"role" is missing.'],
    [
      'another role',
      message({ role: 'bot' }),
      'role',
      '"role" has to be one of "user", "assistant", "tool", "system".',
    ],
    ['NUL in a text', message({ text: 'a\0b' }), 'text', '"text" holds the character U+0000, which cannot be stored.'],
    [
      'half a character',
      message({ text: '\ud834' }),
      'text',
      '"text" holds U+D834, which is half of a character and cannot be stored.',
    ],
    [
      'NUL in metadata',
      message({ metadata: { a: ['\0'] } }),
      'metadata.a.0',
      '"metadata.a.0" holds the character U+0000, which cannot be stored.',
    ],
    [
      'a number that loses digits',
      conversation({ metadata: { n: 2 ** 60 } }),
      'metadata.n',
      '"metadata.n" is 1152921504606847000, beyond ±9007199254740991, where whole numbers lose digits; write it as a string.',
    ],
    ['a long name', conversation({ name: 'x'.repeat(513) }), 'name', '"name" has 513 characters; 512 are allowed.'],
    [
      'a long standard key',
      conversation({ metadata: { assistant_id: 'x'.repeat(513) } }),
      'metadata.assistant_id',
      '"metadata.assistant_id" has 513 characters; 512 are allowed.',
    ],
    [
      'tool calls that are none',
      message({ tool_calls: ['x'] }),
      'tool_calls.0',
      '"tool_calls.0" has to be a JSON object.',
    ],
    [
      'a tool choice that is none',
      message({ tool_choice: 5 }),
      'tool_choice',
      '"tool_choice" has to be a string or a JSON object.',
    ],
    [
      'an insight that waits',
      insight({ status: 'pending' }),
      'status',
      '"status" has to be one of "completed", "failed".',
    ],
    [
      'NUL in a result',
      insight({ results: [{ insight_id: 'i', result: '\0' }] }),
      'results.0.result',
      '"results.0.result" holds the character U+0000, which cannot be stored.',
    ],
    [
      'an unknown field of a result',
      insight({ results: [{ insight_id: 'i', result: '', x: 1 }] }),
      'results.0.x',
      '"results.0.x" is no field of such a line: leave it out, or put it into "metadata".',
    ],
  ])('%s', (_, value, field, detail) => {
    let problem: unknown;
    try {
      checkLine(value, 7);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(TransferProblem);
    expect(problem).toMatchObject({ lineNumber: 7, field, detail, message: `Line 7: ${detail}` });
  });

  it('may have nulls for what is absent, ids in capitals, and times of any zone', () => {
    const line = message({
      id: ID.toUpperCase(),
      name: null,
      tool_calls: null,
      metadata: null,
      sent_at: '2025-04-15 15:07:28.7649+02:00',
    });
    expect(checkLine(line, 1)).toMatchObject({ id: ID, name: null, sent_at: '2025-04-15T13:07:28.764Z' });
  });
});

describe('the lines of a file', () => {
  async function* pieces(bytes: Buffer, size: number) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  async function read(content: string | Buffer, size = 3): Promise<[number, unknown][]> {
    const lines = new TransferLines(pieces(Buffer.from(content), size));
    const found: [number, unknown][] = [];
    for await (const value of lines) {
      found.push([lines.lineNumber, value instanceof TransferProblem ? value.message : value]);
    }
    return found;
  }

  it.each([1, 2, 3, 1000])('are found however it is cut, here every %i bytes', async (size) => {
    const content = '\ufeff{"a":"ä"}\r\n\n  \n{"b":\n[1]\nnull';
    expect(await read(content, size)).toEqual([
      [1, { a: 'ä' }],
      [4, 'Line 4: The line is no JSON: each line is one whole object, with no comma behind it.'],
      [5, [1]],
      [6, null],
    ]);
  });

  it('may be none', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('\n')).toEqual([]);
  });

  it('that are not UTF-8, or too long, are told of, and the next ones read', async () => {
    const long = `"${'x'.repeat(LINE_BYTES_MAX)}"`;
    const content = Buffer.concat([Buffer.from([0x22, 0xff, 0x22, 0x0a]), Buffer.from(`${long}\n1\n${long}`)]);
    expect(await read(content, 100_000)).toEqual([
      [1, 'Line 1: The line is not UTF-8.'],
      [2, `Line 2: The line is longer than ${LINE_BYTES_MAX} bytes.`],
      [3, 1],
      [4, `Line 4: The line is longer than ${LINE_BYTES_MAX} bytes.`],
    ]);
  });
});
