import type { Config } from '../../config.js';
import type { AddIndexLine } from '../../http/wire/metadata-index.js';
import { CommandFailed } from '../command-failed.js';
import { linesOfResponse } from '../lines-of-response.js';
import { printable } from '../printable.js';
import { reasonOf } from '../refusal-text.js';
import { untilInterrupted } from '../until-interrupted.js';
import { withApi } from '../with-api.js';

/** Makes the index of a metadata key, and says how far it is where somebody looks on. */
export async function addIndexCommand(key: string, config: Config): Promise<void> {
  await withApi(config, (api) =>
    untilInterrupted(async (signal) => {
      const begun = api.fetch('/v1/indexes', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key }),
        signal,
      });
      let isComplete = false;
      try {
        for await (const line of linesOfResponse<AddIndexLine>(await begun, signal)) {
          if ('errors' in line) throw new CommandFailed(reasonOf(line) ?? 'The index could not be made.');
          if (line.type === 'progress') {
            showProgress(line);
            continue;
          }
          isComplete = true;
          endProgress();
          const { name, bytes } = line.index;
          const done = line.outcome === 'kept' ? 'is there already' : 'is made';
          console.log(`The index of ${printable(key)} ${done}: ${name}, ${megabytes(bytes)} MB.`);
        }
        if (!isComplete) throw new CommandFailed('The server ended its answer too early.');
      } catch (error) {
        endProgress();
        if (!signal.aborted) throw error;
        console.error('Interrupted. Run the same command again to make the index, or drop what is left of it.');
      }
    }),
  );
}

function showProgress({ phase, part }: Extract<AddIndexLine, { type: 'progress' }>): void {
  if (!process.stderr.isTTY) return;
  const percent = part === undefined ? '' : ` ${Math.floor(part * 100)} %`;
  process.stderr.write(`\r\u001b[K${phase}${percent}`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
}
