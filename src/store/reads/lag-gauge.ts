import type { LogPosition } from './replay-marks.js';

interface Sample {
  readonly atMs: number;
  readonly position: LogPosition;
}

/**
 * Tells whether a standby is too far behind, by where the primary's log was some time ago: no clock of another machine is asked,
 * and a primary to which nobody writes makes nobody late. Pure but for what it remembers.
 */
export class LagGauge {
  readonly #maxMs: number;
  #samples: readonly Sample[] = [];

  /** @param maxMs so old may be what is read */
  constructor(maxMs: number) {
    this.#maxMs = maxMs;
  }

  /** @param atMs before the primary was asked, by a clock that only moves forward */
  note(atMs: number, position: LogPosition): void {
    const kept = this.#samples.filter((_, index) => {
      const next = this.#samples[index + 1];
      // Of those that are old enough the last one says all.
      return next === undefined || atMs - next.atMs < this.#maxMs;
    });
    this.#samples = [...kept, { atMs, position }];
  }

  /** Whether a standby at that place has everything that was written up to `maxMs` ago. False while nothing is known of the primary. */
  isInTime(position: LogPosition, nowMs: number): boolean {
    const [oldest] = this.#samples;
    if (oldest === undefined) return false;
    const due = this.#samples.filter(({ atMs }) => nowMs - atMs >= this.#maxMs).at(-1) ?? oldest;
    return position >= due.position;
  }
}
