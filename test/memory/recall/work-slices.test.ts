import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createWorkSlices } from '../../../src/memory/recall/work-slices.js';

function spin(ms: number): void {
  for (const endMs = performance.now() + ms; performance.now() < endMs; );
}

describe('what is prepared for later', () => {
  it('has one slice of each turn of the event loop, however many are prepared', async () => {
    const pause = createWorkSlices();
    let turns = 0;
    let pieces = 0;
    let most = 0;
    let inTurn = 0;
    const order: number[] = [];
    const preparing = Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        for (let piece = 0; piece < 5; piece += 1) {
          await pause();
          spin(1);
          pieces += 1;
          order.push(index);
          inTurn += 1;
          most = Math.max(most, inTurn);
        }
      }),
    );
    let isDone = false;
    void preparing.then(() => {
      isDone = true;
    });
    while (!isDone) {
      await nextTurn();
      turns += 1;
      inTurn = 0;
    }
    expect(pieces).toBe(200);
    // A slice is ten milliseconds at most, and a piece that has begun goes on: 200 pieces of one millisecond are 19 turns at least.
    expect(most).toBeLessThanOrEqual(11);
    expect(turns).toBeGreaterThanOrEqual(18);
    // None was done before all others had begun.
    expect(order.slice(0, 40)).toEqual([...Array(40).keys()]);
  });

  it('goes on at once while there is time left', async () => {
    const pause = createWorkSlices();
    await pause();
    let hasTurned = false;
    setImmediate(() => {
      hasTurned = true;
    });
    await pause();
    expect(hasTurned).toBe(false);
  });
});
