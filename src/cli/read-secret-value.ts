import { readFile } from 'node:fs/promises';
import { CommandFailed } from './command-failed.js';
import { unreadableFile } from './file-failure.js';

/** What a terminal is to this: `process.stdin` is one. */
export type SecretInput = NodeJS.ReadableStream & {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
};

export interface SecretSource {
  /** A file that holds it. Absent: the input. */
  readonly path?: string | undefined;
  readonly input: SecretInput;
  /** Where the question is asked when the input is a terminal: not where results go. */
  readonly question: { write(text: string): unknown };
}

const BYTES_MAX = 64 * 1024;

/**
 * Reads a secret from a file, from what is piped in, or from the terminal without showing it. Never from an argument: shells keep those in
 * their history, and everybody on the machine can list them.
 *
 * @throws CommandFailed when there is none
 */
export async function readSecretValue(prompt: string, { path, input, question }: SecretSource): Promise<string> {
  const text = path === undefined ? await readInput(prompt, input, question) : await readPath(path);
  const value = text.trim();
  if (value === '') throw new CommandFailed('No secret was given.');
  return value;
}

async function readPath(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadableFile(path, error);
  }
}

function readInput(prompt: string, input: SecretInput, question: SecretSource['question']): Promise<string> {
  if (input.isTTY !== true || input.setRawMode === undefined) return readAll(input);
  // The terminal first: what is typed as soon as the question is seen is not shown either.
  const reading = readHidden(input);
  question.write(prompt);
  return reading.finally(() => question.write('\n'));
}

async function readAll(input: SecretInput): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of input) {
    const buffer = Buffer.from(piece as string | Buffer);
    bytes += buffer.length;
    if (bytes > BYTES_MAX) throw new CommandFailed(`More than ${BYTES_MAX} bytes were piped in: that is no secret.`);
    pieces.push(buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}

const INTERRUPT = '\u0003';
const END = ['\r', '\n', '\u0004'];
const ERASE = ['\u007f', '\b'];
const ERASE_LINE = '\u0015';

/** One line of a terminal that shows nothing of it. */
function readHidden(input: SecretInput): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const decoder = new TextDecoder();
    const settle = (finish: () => void): void => {
      input.off('data', take);
      input.off('end', end);
      input.setRawMode?.(false);
      input.pause();
      finish();
    };
    const end = (): void => settle(() => resolve(typed.join('')));
    function take(piece: Buffer | string): void {
      for (const character of typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })) {
        if (character === INTERRUPT) {
          settle(() => reject(new CommandFailed('Interrupted.')));
          return;
        }
        if (END.includes(character)) {
          end();
          return;
        }
        if (ERASE.includes(character)) typed.pop();
        else if (character === ERASE_LINE) typed = [];
        else typed.push(character);
      }
    }
    input.setRawMode?.(true);
    input.on('data', take);
    input.on('end', end);
    input.resume();
  });
}
