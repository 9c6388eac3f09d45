import { isUtf8 } from 'node:buffer';
import type { TransferLine } from './transfer-line.js';
import { TransferProblem } from './transfer-problem.js';

/** The longest line there may be: a message of the API has half of it. */
export const LINE_BYTES_MAX = 2 * 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * The lines of a file, as their JSON values: nothing else of them is checked here. A line that is none comes as its problem.
 * Blank lines are passed over. Reads on only when asked for more, and holds one chunk and one line at most.
 */
export class TransferLines implements AsyncIterable<TransferLine | TransferProblem> {
  /** Of the line that was given last; from 1, blank lines counted. */
  lineNumber = 0;
  readonly #chunks: AsyncIterable<Uint8Array>;

  /** @param chunks the bytes of the file, UTF-8; they may be cut anywhere */
  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TransferLine | TransferProblem, void, undefined> {
    for await (const line of linesOf(this.#chunks)) {
      this.lineNumber += 1;
      const value = readLine(line, this.lineNumber);
      if (value !== undefined) yield value;
    }
  }
}

/** Undefined for a blank line. */
function readLine(line: Buffer | undefined, lineNumber: number): TransferLine | TransferProblem | undefined {
  if (line === undefined) {
    const detail = `The line is longer than ${LINE_BYTES_MAX} bytes.`;
    return new TransferProblem(lineNumber, undefined, detail);
  }
  const start = lineNumber === 1 && hasByteOrderMark(line) ? 3 : 0;
  if (!isUtf8(line)) return new TransferProblem(lineNumber, undefined, 'The line is not UTF-8.');
  const text = line.toString('utf8', start);
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as TransferLine;
  } catch {
    // The parser's own message quotes the line.
    const detail = 'The line is no JSON: each line is one whole object, with no comma behind it.';
    return new TransferProblem(lineNumber, undefined, detail);
  }
}

/** Without their line feeds; undefined for a line that is too long, which is passed over. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | undefined, void, undefined> {
  let begun: Buffer[] = [];
  let begunBytes = 0;
  /** Whether the line that is being read is too long, so that nothing is kept of it. */
  let isLong = false;
  for await (const bytes of chunks) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const last = chunk.subarray(start, end);
      start = end + 1;
      if (isLong || begunBytes + last.length > LINE_BYTES_MAX) yield undefined;
      else yield begunBytes === 0 ? last : Buffer.concat([...begun, last]);
      begun = [];
      begunBytes = 0;
      isLong = false;
    }
    const rest = chunk.subarray(start);
    begunBytes += rest.length;
    isLong ||= begunBytes > LINE_BYTES_MAX;
    if (isLong) begun = [];
    else if (rest.length > 0) begun.push(rest);
  }
  if (isLong) yield undefined;
  else if (begunBytes > 0) yield Buffer.concat(begun);
}

function hasByteOrderMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
