import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Config } from '../../config.js';
import { CommandFailed } from '../command-failed.js';
import { isFileFailure, unwritableFile } from '../file-failure.js';
import { openApi, reasonOf } from '../open-api.js';
import { createTransferProgress } from '../transfer-progress.js';
import { untilInterrupted } from '../until-interrupted.js';

export interface ExportOptions {
  readonly query?: string;
  readonly workspace?: string;
}

const LINE_FEED = 0x0a;

/** Writes an export into a file, which is there under its name when it is complete, or to standard output. */
export async function exportJsonlCommand(file: string, options: ExportOptions, config: Config): Promise<void> {
  const api = await openApi(config);
  try {
    await untilInterrupted(async (signal) => {
      const response = await api.fetch(`/v1/export?${parametersOf(options)}`, { signal });
      if (!response.ok) throw new CommandFailed(await reasonIn(response));
      const body = Readable.fromWeb(response.body as import('node:stream/web').ReadableStream);
      const counting = new LineCounter();
      const progress = createTransferProgress(undefined);
      const timer = setInterval(
        () => progress.update(counting.bytes, `${counting.lines.toLocaleString('en')} lines`),
        200,
      );
      try {
        if (file === '-') await pipeline(body, counting, process.stdout, { signal, end: false });
        else await writeFile(file, [body, counting], signal);
      } catch (error) {
        if (signal.aborted) return;
        throw error instanceof CommandFailed || isFileFailure(error)
          ? error
          : new CommandFailed('The export was cut off: the server does not answer any more.', { cause: error });
      } finally {
        clearInterval(timer);
        progress.stop();
      }
      // The header is a line of its own.
      if (file !== '-') console.log(`Exported ${(counting.lines - 1).toLocaleString('en')} lines to ${file}.`);
    });
  } finally {
    await api.close();
  }
}

/** Personal data: for the eyes of this user. */
const MODE = 0o600;

async function writeFile(file: string, [body, counting]: [Readable, Transform], signal: AbortSignal): Promise<void> {
  const draft = `${file}.${process.pid}.part`;
  try {
    const written = createWriteStream(draft, { mode: MODE, flags: 'wx', flush: true });
    const packing: Transform[] = file.endsWith('.gz') ? [createGzip()] : [];
    await pipeline([body, counting, ...packing, written], { signal });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw isFileFailure(error) ? unwritableFile(file, error) : error;
  }
}

class LineCounter extends Transform {
  lines = 0;
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) this.lines += 1;
    this.bytes += chunk.length;
    done(null, chunk);
  }
}

/** Percent-encoded and no more: a `+` in a query is a plus. */
function parametersOf({ query, workspace }: ExportOptions): string {
  return Object.entries({ conversation_query: query, workspace })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`)
    .join('&');
}

async function reasonIn(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return reasonOf(JSON.parse(text)) ?? `The server answered ${response.status}.`;
  } catch {
    return `The server answered ${response.status}.`;
  }
}
