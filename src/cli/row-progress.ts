import { SingleBar } from 'cli-progress';

/** How many rows of how many went through: a bar on a terminal, a plain line now and then elsewhere. */
export interface RowProgress {
  /** The total is known later than the bar begins. */
  begin(total: number): void;
  /** @param rows that came since the last time @param what they are, short */
  add(rows: number, what: string): void;
  /** Leaves the last state on its own line. */
  stop(): void;
}

const PLAIN_MS = 5_000;

export function createRowProgress(stream: NodeJS.WriteStream = process.stderr): RowProgress {
  return stream.isTTY ? bar(stream) : plainLines(stream);
}

function bar(stream: NodeJS.WriteStream): RowProgress {
  const single = new SingleBar({
    stream,
    format: '{bar} {percentage} % | {value} of {total} rows | {what}',
    hideCursor: true,
    fps: 5,
    barsize: 30,
    linewrap: false,
  });
  return {
    begin: (total) => single.start(Math.max(1, total), 0, { what: '' }),
    add: (rows, what) => single.increment(rows, { what }),
    stop: () => single.stop(),
  };
}

function plainLines(stream: NodeJS.WriteStream): RowProgress {
  let saidAtMs = performance.now();
  let [rows, total] = [0, 0];
  return {
    begin(count) {
      total = count;
    },
    add(count, what) {
      rows += count;
      if (performance.now() - saidAtMs < PLAIN_MS) return;
      saidAtMs = performance.now();
      stream.write(`${rows.toLocaleString('en')} of ${total.toLocaleString('en')} rows, ${what}\n`);
    },
    stop() {},
  };
}
