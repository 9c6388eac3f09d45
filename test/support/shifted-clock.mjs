/**
 * A wall clock that jumps, for a process that is started with `--import` of this: at SIGUSR2 it reads from the file of CLOCK_FILE by how
 * many milliseconds it is off. The clock that only goes on (`performance.now()`, timers) is as it was, as when somebody sets a machine's clock.
 */
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { CLOCK_FILE } = process.env;
if (isMainThread && CLOCK_FILE !== undefined) {
  let offsetMs = 0;
  const now = Date.now.bind(Date);
  const shiftedNow = () => now() + offsetMs;
  globalThis.Date = new Proxy(Date, {
    construct: (date, given, made) => Reflect.construct(date, given.length === 0 ? [shiftedNow()] : given, made),
    get: (date, name) => (name === 'now' ? shiftedNow : Reflect.get(date, name)),
  });
  process.on('SIGUSR2', () => {
    offsetMs = Number(readFileSync(CLOCK_FILE, 'utf8'));
  });
}
