import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * Asks for what must not be seen: on a terminal it is not shown while it is typed; otherwise it is the first line of standard input.
 *
 * @param prompt without a colon @returns without spaces around it; empty where nothing was given
 */
export async function askSecret(prompt: string, signal?: AbortSignal): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write(`${prompt}: `);
  // Where a terminal's line editor would echo what is typed.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTerminal });
  try {
    const answer = isTerminal ? lines.question('', signal === undefined ? {} : { signal }) : firstLine(lines);
    return (await answer).trim();
  } finally {
    lines.close();
    if (isTerminal) process.stderr.write('\n');
  }
}

async function firstLine(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) return line;
  return '';
}
