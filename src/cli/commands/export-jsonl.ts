import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Config } from '../../config.js';
import { CommandFailed } from '../command-failed.js';
import { isFileFailure } from '../file-failure.js';
import { openApi } from '../open-api.js';
import { reasonIn } from '../refusal-text.js';
import { createTransferProgress } from '../transfer-progress.js';
import { untilInterrupted } from '../until-interrupted.js';
import { writeWholeFile } from '../write-whole-file.js';

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
        else await writeWholeFile(file, (into) => pipeline([body, counting, ...packingOf(file), into], { signal }));
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

function packingOf(file: string): readonly Transform[] {
  return file.endsWith('.gz') ? [createGzip()] : [];
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
