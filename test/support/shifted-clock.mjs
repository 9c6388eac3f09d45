/**
 * A wall clock that jumps, for a process that is started with `--import` of this: at SIGUSR2 it reads from the file of CLOCK_FILE by how
 * many milliseconds it is off. The clock that only goes on (`performance.now()`, timers) is as it was, as when somebody sets a machine's clock.
 */
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { CLOCK_FILE } = process.env;
if (isMainThread && CLOCK_FILE !== undefined) {
  const RealDate = Date;
  let offsetMs = 0;
  globalThis.Date = class extends RealDate {
    /** @param {unknown[]} given */
    constructor(...given) {
      // @ts-expect-error: whatever a date is made of
      super(...(given.length === 0 ? [RealDate.now() + offsetMs] : given));
    }
    static now() {
      return RealDate.now() + offsetMs;
    }
  };
  process.on('SIGUSR2', () => {
    offsetMs = Number(readFileSync(CLOCK_FILE, 'utf8'));
  });
}
