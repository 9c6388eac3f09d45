import { SingleBar } from 'cli-progress';

/** How many calls have ended: a bar on a terminal, a plain line now and then elsewhere. */
export interface CallProgress {
  update(ended: number, notOk: number): void;
  stop(): void;
}

const PLAIN_MS = 5_000;
/** A short run is over before one has read what it shows. */
const SHOWN_FROM = 20;

export function createCallProgress(total: number, stream: NodeJS.WriteStream = process.stderr): CallProgress {
  if (total < SHOWN_FROM) return { update() {}, stop() {} };
  return stream.isTTY ? bar(total, stream) : plainLines(total, stream);
}

function bar(total: number, stream: NodeJS.WriteStream): CallProgress {
  const single = new SingleBar({
    stream,
    format: '{bar} {value} of {total} | {not_ok} not ok',
    hideCursor: true,
    clearOnComplete: true,
    fps: 5,
    barsize: 30,
    linewrap: false,
  });
  single.start(total, 0, { not_ok: 0 });
  return { update: (ended, notOk) => single.update(ended, { not_ok: notOk }), stop: () => single.stop() };
}

function plainLines(total: number, stream: NodeJS.WriteStream): CallProgress {
  let saidAtMs = performance.now();
  return {
    update(ended, notOk) {
      if (performance.now() - saidAtMs < PLAIN_MS) return;
      saidAtMs = performance.now();
      stream.write(`${ended} of ${total}, ${notOk} not ok\n`);
    },
    stop() {},
  };
}
