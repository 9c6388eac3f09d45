import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Request, RequestReader } from '../../src/store/embedded/request-reader.js';
import { message, startupMessage } from '../../src/store/embedded/wire.js';

function special(code: number, ...rest: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + rest.length * 4);
  for (const [index, value] of [bytes.length, code, ...rest].entries()) bytes.writeInt32BE(value, index * 4);
  return bytes;
}

const ENCRYPTION = special(80_877_103);
const QUERY = message('Q', Buffer.from('SELECT 1\0'));
const EXTENDED = Buffer.concat(['P', 'B', 'D', 'E', 'S'].map((type) => message(type, Buffer.from('body'))));
const FLUSHED = Buffer.concat([message('P', Buffer.from('body')), message('H')]);
const TERMINATE = message('X');

const CONVERSATION = Buffer.concat([ENCRYPTION, startupMessage(), QUERY, EXTENDED, FLUSHED, message('S'), TERMINATE]);

const REQUESTS: readonly Request[] = [
  { kind: 'encryption' },
  { kind: 'startup' },
  { kind: 'batch', bytes: QUERY, open: false },
  { kind: 'batch', bytes: EXTENDED, open: false },
  { kind: 'batch', bytes: FLUSHED, open: true },
  { kind: 'batch', bytes: message('S'), open: false },
  { kind: 'terminate' },
];

function read(...chunks: readonly Buffer[]): readonly Request[] {
  const reader = new RequestReader();
  return chunks.flatMap((chunk) => reader.push(chunk));
}

describe('RequestReader', () => {
  it('gives batches that end where Postgres answers that it is ready', () => {
    expect(read(CONVERSATION)).toEqual(REQUESTS);
  });

  it('does so however the bytes arrive', () => {
    expect(read(...Array.from(CONVERSATION, (byte) => Buffer.from([byte])))).toEqual(REQUESTS);
    const cuts = fc.array(fc.integer({ min: 0, max: CONVERSATION.length }), { maxLength: 8 });
    fc.assert(
      fc.property(cuts, (places) => {
        const sorted = [0, ...places.sort((a, b) => a - b), CONVERSATION.length];
        const chunks = sorted.slice(1).map((end, index) => CONVERSATION.subarray(sorted[index], end));
        expect(read(...chunks)).toEqual(REQUESTS);
      }),
    );
  });

  it('reads a cancellation, which comes in the place of a startup', () => {
    expect(read(special(80_877_102, 7, 99))).toEqual([{ kind: 'cancel', connection: 7, key: 99 }]);
  });

  it.each([
    ['another protocol', special(131_072)],
    ['a startup that is shorter than its head', Buffer.from([0, 0, 0, 4, 0, 3, 0, 0])],
    ['a message that is too long', Buffer.concat([startupMessage(), Buffer.from([0x51, 0x7f, 0xff, 0xff, 0xff])])],
    ['a message of less than nothing', Buffer.concat([startupMessage(), Buffer.from([0x51, 0xff, 0xff, 0xff, 0xff])])],
  ])('refuses %s', (_name, bytes) => {
    expect(() => read(bytes)).toThrow();
  });
});
