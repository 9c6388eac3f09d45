import { SingleBar } from 'cli-progress';

/** How far a transfer is, for the person who waits: a bar or a line on a terminal, a plain line now and then elsewhere. */
export interface TransferProgress {
  /** @param bytes that went through so far @param what is known of them, short */
  update(bytes: number, what: string): void;
  /** Leaves the last state on its own line. */
  stop(): void;
}

const PLAIN_MS = 5_000;
const MEGABYTE = 1e6;

/** @param totalBytes absent where nobody knows */
export function createTransferProgress(
  totalBytes: number | undefined,
  stream: NodeJS.WriteStream = process.stderr,
): TransferProgress {
  if (!stream.isTTY) return plainLines(totalBytes, stream);
  if (totalBytes === undefined) return oneLine(stream);
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage} % | {megabytes} of {total_megabytes} MB | {what}',
    hideCursor: true,
    fps: 5,
    barsize: 30,
    linewrap: false,
  });
  bar.start(Math.max(1, totalBytes), 0, { megabytes: '0', total_megabytes: megabytes(totalBytes), what: '' });
  return {
    update: (bytes, what) => bar.update(bytes, { megabytes: megabytes(bytes), what }),
    stop: () => bar.stop(),
  };
}

function oneLine(stream: NodeJS.WriteStream): TransferProgress {
  let last = '';
  return {
    update(bytes, what) {
      const line = `${megabytes(bytes)} MB | ${what}`.slice(0, stream.columns - 1);
      if (line !== last) stream.write(`\r\u001b[K${line}`);
      last = line;
    },
    stop: () => void (last !== '' && stream.write('\n')),
  };
}

function plainLines(totalBytes: number | undefined, stream: NodeJS.WriteStream): TransferProgress {
  let saidAtMs = performance.now();
  const of = totalBytes === undefined ? '' : ` of ${megabytes(totalBytes)}`;
  return {
    update(bytes, what) {
      if (performance.now() - saidAtMs < PLAIN_MS) return;
      saidAtMs = performance.now();
      stream.write(`${megabytes(bytes)}${of} MB, ${what}\n`);
    },
    stop() {},
  };
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0);
}
