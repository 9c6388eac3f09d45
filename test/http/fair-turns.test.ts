import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairTurns } from '../../src/http/fair-turns.js';

/** Work that goes on until it is told to end. */
function held() {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}

describe('fair turns', () => {
  it('begin at once while there are some, and otherwise in their order, past who has his share', async () => {
    const turns = createFairTurns({ max: 3, ownerMax: 2 });
    const begun: string[] = [];
    const start = (owner: number, name: string) => {
      const { work, end } = held();
      const done = turns.take(owner, 10_000, () => {
        begun.push(name);
        return work();
      });
      return { end, done };
    };
    const a1 = start(1, 'a1');
    start(1, 'a2');
    start(1, 'a3');
    start(1, 'a4');
    const b1 = start(2, 'b1');
    start(2, 'b2');
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    b1.end();
    await b1.done;
    expect(begun).toEqual(['a1', 'a2', 'b1', 'b2']);
    a1.end();
    await a1.done;
    expect(begun).toEqual(['a1', 'a2', 'b1', 'b2', 'a3']);
  });

  it('are given up when none comes in time, with 503, and then never begin', async () => {
    const turns = createFairTurns({ max: 1, ownerMax: 1 });
    const first = held();
    const done = turns.take(1, 1_000, first.work);
    let begun = false;
    await expect(
      turns.take(1, 20, async () => {
        begun = true;
      }),
    ).rejects.toMatchObject({ status: 503, message: 'Too many queries that take long are under way.' });
    first.end();
    await done;
    expect(begun).toBe(false);
    expect(await turns.take(1, 20, async () => 'next')).toBe('next');
  });

  it('are given back by work that fails', async () => {
    const turns = createFairTurns({ max: 1, ownerMax: 1 });
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(turns.take(1, 50, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    }
  });

  it('never are more than may be, and all come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 40 }), async (owners) => {
        const turns = createFairTurns({ max: 4, ownerMax: 2 });
        const running: number[] = [];
        let most = 0;
        await Promise.all(
          owners.map((owner) =>
            turns.take(owner, 10_000, async () => {
              running.push(owner);
              most = Math.max(most, running.length);
              expect(running.filter((each) => each === owner).length).toBeLessThanOrEqual(2);
              await Promise.resolve();
              running.splice(running.indexOf(owner), 1);
            }),
          ),
        );
        expect(most).toBeLessThanOrEqual(4);
        expect(running).toEqual([]);
      }),
    );
  });
});
