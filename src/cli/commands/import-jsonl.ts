import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Config } from '../../config.js';
import type { ImportAnswerLine, ImportCounts } from '../../http/wire/transfer.js';
import { CommandFailed } from '../command-failed.js';
import { unreadableFile } from '../file-failure.js';
import { linesOfResponse } from '../lines-of-response.js';
import { openApi } from '../open-api.js';
import { reasonOf } from '../refusal-text.js';
import { createTransferProgress } from '../transfer-progress.js';
import { untilInterrupted } from '../until-interrupted.js';

export interface ImportOptions {
  readonly workspace?: string;
  readonly onError: 'stop' | 'skip';
  readonly update: boolean;
  readonly extract: boolean;
  readonly dryRun: boolean;
}

/** Sends a file to the API, shows how far it is, and says what became of it. */
export async function importJsonlCommand(file: string, options: ImportOptions, config: Config): Promise<void> {
  const source = await openSource(file);
  try {
    const api = await openApi(config);
    try {
      await untilInterrupted(async (signal) => {
        const response = api.fetch(`/v1/import?${parametersOf(options)}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-ndjson',
            ...(source.isPacked ? { 'content-encoding': 'gzip' } : {}),
          },
          body: source.chunks(signal) as unknown as NonNullable<RequestInit['body']>,
          duplex: 'half',
          // Of a request that might be sent twice, fetch keeps all that was sent: these two say that this one will not be.
          redirect: 'error',
          window: null,
          signal,
        });
        await follow(response, source, signal);
      });
    } finally {
      await api.close();
    }
  } finally {
    source.stream.destroy();
  }
}

interface Source {
  readonly stream: Readable;
  readonly isPacked: boolean;
  readonly totalBytes?: number;
  /** That were sent. */
  bytes: number;
  chunks(signal: AbortSignal): AsyncGenerator<Uint8Array>;
}

async function openSource(file: string): Promise<Source> {
  const opened = file === '-' ? { stream: process.stdin } : await openFile(file);
  const source: Source = {
    ...opened,
    isPacked: file.endsWith('.gz'),
    bytes: 0,
    async *chunks(signal) {
      for await (const chunk of source.stream as AsyncIterable<Uint8Array>) {
        signal.throwIfAborted();
        yield chunk;
        source.bytes += chunk.length;
      }
    },
  };
  return source;
}

async function openFile(file: string): Promise<{ stream: Readable; totalBytes: number }> {
  try {
    const handle = await open(file);
    const found = await handle.stat();
    if (!found.isDirectory()) return { stream: createReadStream(file, { fd: handle }), totalBytes: found.size };
    await handle.close();
  } catch (error) {
    throw unreadableFile(file, error);
  }
  throw unreadableFile(file, { code: 'EISDIR' });
}

function parametersOf({ workspace, onError, update, extract, dryRun }: ImportOptions): URLSearchParams {
  return new URLSearchParams({
    on_error: onError,
    update: String(update),
    extract: String(extract),
    dry_run: String(dryRun),
    ...(workspace === undefined ? {} : { workspace }),
  });
}

async function follow(answer: Promise<Response>, source: Source, signal: AbortSignal): Promise<void> {
  const progress = createTransferProgress(source.totalBytes);
  let counts: ImportCounts | undefined;
  let isComplete = false;
  const show = (): void => progress.update(source.bytes, counts === undefined ? 'reading' : shortCounts(counts));
  const timer = setInterval(show, 200);
  const lines: (() => void)[] = [];
  try {
    for await (const line of linesOfResponse<ImportAnswerLine>(await answer, signal)) {
      if ('errors' in line) throw new CommandFailed(reasonOf(line) ?? 'The import failed.');
      if (line.type === 'skipped') lines.push(() => console.error(`Line ${line.line} skipped: ${line.detail}`));
      else counts = line.counts;
      if (line.type === 'summary') {
        isComplete = true;
        show();
        lines.push(() => console.log(summaryText(line)));
      }
    }
    if (!isComplete) throw new CommandFailed('The server ended its answer too early.');
  } catch (error) {
    lines.push(() => {
      if (counts !== undefined && !isNothing(counts)) console.error(`Stored so far, at least: ${shortCounts(counts)}.`);
    });
    if (!signal.aborted) throw withWayOut(error, counts);
    lines.push(() => console.error('Interrupted. Run the same command again to import the rest.'));
  } finally {
    clearInterval(timer);
    progress.stop();
    for (const say of lines) say();
  }
}

function withWayOut(error: unknown, counts: ImportCounts | undefined): unknown {
  if (!(error instanceof CommandFailed) || counts === undefined) return error;
  return new CommandFailed(`${error.message} What was stored stays: run the same command again to import the rest.`, {
    cause: error,
  });
}

function isNothing(counts: ImportCounts): boolean {
  return counts.conversations_added + counts.messages_added + counts.insights_added === 0;
}

function shortCounts({ conversations_added, messages_added, insights_added }: ImportCounts): string {
  const insights = insights_added === 0 ? '' : `, ${number(insights_added)} insights`;
  return `${number(conversations_added)} conversations, ${number(messages_added)} messages${insights}`;
}

function summaryText({ counts, dry_run: isDryRun, ended }: Extract<ImportAnswerLine, { type: 'summary' }>): string {
  const notes = [
    [counts.conversations_updated, 'conversations updated'],
    [counts.conversations_kept, 'conversations were there'],
    [counts.messages_kept, 'messages were there'],
    [counts.insights_kept, 'insights were there'],
    [counts.withheld, 'not stored, since their assistants retain no data'],
    [counts.erased, 'not stored, since they were erased'],
    [counts.skipped, isDryRun ? 'lines cannot be stored' : 'lines skipped'],
    [ended ?? 0, 'conversations have their insights run'],
  ] as const;
  const rest = notes.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`);
  const done = isDryRun ? 'Good lines, nothing stored' : 'Imported';
  return `${[`${done}: ${shortCounts(counts)}`, ...rest].join('; ')}.`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
