import { SingleBar } from 'cli-progress';

/** How far a walk from one time to another is: a bar on a terminal, a plain line now and then elsewhere. */
export interface TimeProgress {
  /** @param from where it began @param at where it is (both ISO 8601; absent: nowhere yet) @param what was done so far, short */
  update(from: string | undefined, at: string | undefined, what: string): void;
  /** Leaves the last state on its own line. */
  stop(): void;
}

const PLAIN_MS = 5_000;

/** @param until where it ends: now, for what happened so far */
export function createTimeProgress(until: Date, stream: NodeJS.WriteStream = process.stderr): TimeProgress {
  return stream.isTTY ? bar(until, stream) : plainLines(stream);
}

function bar(until: Date, stream: NodeJS.WriteStream): TimeProgress {
  const single = new SingleBar({
    stream,
    format: '{bar} {percentage} % | {day} | {what}',
    hideCursor: true,
    fps: 5,
    barsize: 30,
    linewrap: false,
  });
  single.start(1, 0, { day: '', what: 'reading' });
  return {
    update(from, at, what) {
      if (from === undefined || at === undefined) return single.update({ what });
      const startMs = Date.parse(from);
      single.setTotal(Math.max(1, until.getTime() - startMs));
      single.update(Math.max(0, Date.parse(at) - startMs), { day: at.slice(0, 10), what });
    },
    stop: () => single.stop(),
  };
}

function plainLines(stream: NodeJS.WriteStream): TimeProgress {
  let saidAtMs = performance.now();
  return {
    update(_from, at, what) {
      if (performance.now() - saidAtMs < PLAIN_MS) return;
      saidAtMs = performance.now();
      stream.write(`${at === undefined ? '' : `${at.slice(0, 10)}, `}${what}\n`);
    },
    stop() {},
  };
}
