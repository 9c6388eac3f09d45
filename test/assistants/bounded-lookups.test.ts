import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createBoundedLookups } from '../../src/assistants/bounded-lookups.js';

class Outage extends Error {}

const boundedLookups = (concurrentMax: number) =>
  createBoundedLookups({ concurrentMax, isOutage: (error) => error instanceof Outage, restMs: 60 });

const never = () => new Promise<never>(() => {});

async function timed<Result>(work: Promise<Result>): Promise<{ result: Result; ms: number }> {
  const start = performance.now();
  const result = await work;
  return { result, ms: performance.now() - start };
}

describe('a look-up', () => {
  test('that is ready in time gives its result', async () => {
    const lookUps = boundedLookups(1);
    expect(await lookUps.run(async () => 7, 100)).toEqual({ status: 'ready', result: 7 });
  });

  test('that is late is left out when its time is up', async () => {
    const lookUps = boundedLookups(1);
    const { result, ms } = await timed(lookUps.run(never, 40));
    expect(result).toEqual({ status: 'late', started: true });
    expect(ms).toBeGreaterThan(35);
    expect(ms).toBeLessThan(400);
  });

  test('without any time left is not begun', async () => {
    const lookUps = boundedLookups(1);
    let begun = false;
    const lookUp = async () => {
      begun = true;
    };
    expect(await lookUps.run(lookUp, 0)).toEqual({ status: 'late', started: false });
    expect(await lookUps.run(lookUp, -5)).toEqual({ status: 'late', started: false });
    expect(begun).toBe(false);
  });

  test('that waits for a turn of its own is late without having begun, until it has had that', async () => {
    expect(await boundedLookups(1).run(never, 10, () => false)).toEqual({ status: 'late', started: false });
    expect(await boundedLookups(1).run(never, 10, () => true)).toEqual({ status: 'late', started: true });
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('down'))],
    [
      'throws before it has begun',
      () => {
        throw new Error('down');
      },
    ],
  ])('that %s is a failure, not a rejection', async (_how, lookUp: () => Promise<never>) => {
    expect(await boundedLookups(1).run(lookUp, 100)).toEqual({ status: 'failed', error: new Error('down') });
  });

  test('that rejects after its time is no unhandled rejection', async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listener);
    const late = async () => {
      await sleep(30);
      throw new Error('too late');
    };
    expect(await boundedLookups(1).run(late, 5)).toEqual({ status: 'late', started: true });
    await sleep(60);
    process.off('unhandledRejection', listener);
    expect(unhandled).toEqual([]);
  });
});

describe('of many look-ups at once', () => {
  test('no more run than there are slots, and all get their turn in order', async () => {
    const lookUps = boundedLookups(3);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        lookUps.run(async () => {
          running += 1;
          most = Math.max(most, running);
          order.push(index);
          await sleep(2);
          running -= 1;
          return index;
        }, 2000),
      ),
    );
    expect(most).toBe(3);
    expect(order).toEqual([...Array(20).keys()]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(20).fill('ready'));
  });

  test('those that find every slot hanging are left out without having begun', async () => {
    const lookUps = boundedLookups(2);
    let begun = 0;
    const hang = () => {
      begun += 1;
      return never();
    };
    const { result, ms } = await timed(Promise.all(Array.from({ length: 50 }, () => lookUps.run(hang, 40))));
    expect(begun).toBe(2);
    expect(result.filter((outcome) => outcome.status === 'late' && outcome.started)).toHaveLength(2);
    expect(result.filter((outcome) => outcome.status === 'late' && !outcome.started)).toHaveLength(48);
    expect(ms).toBeLessThan(400);
  });

  test('a late one keeps its slot until it is over', async () => {
    const lookUps = boundedLookups(1);
    let finish: () => void = () => {};
    const slow = () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      });
    expect(await lookUps.run(slow, 10)).toEqual({ status: 'late', started: true });
    expect(await lookUps.run(async () => 1, 10)).toEqual({ status: 'late', started: false });
    const waiting = lookUps.run(async () => 2, 1000);
    finish();
    expect(await waiting).toEqual({ status: 'ready', result: 2 });
    expect(await lookUps.run(async () => 3, 10)).toEqual({ status: 'ready', result: 3 });
  });
});

describe('after an outage', () => {
  const outage = new Outage('gone');
  const down = () => Promise.reject(outage);
  const up = async () => 'up';

  test('nothing is looked up for a moment, and then again', async () => {
    const lookUps = boundedLookups(2);
    expect(await lookUps.run(down, 1000)).toEqual({ status: 'failed', error: outage });
    expect(await lookUps.run(up, 1000)).toEqual({ status: 'failed', error: outage });
    await sleep(80);
    expect(await lookUps.run(up, 1000)).toEqual({ status: 'ready', result: 'up' });
  });

  test('those that wait for a slot do not ask either', async () => {
    const lookUps = boundedLookups(1);
    let asked = 0;
    const ask = () => {
      asked += 1;
      return down();
    };
    const outcomes = await Promise.all(Array.from({ length: 500 }, () => lookUps.run(ask, 1000)));
    expect(outcomes).toEqual(Array(500).fill({ status: 'failed', error: outage }));
    expect(asked).toBe(1);
    await sleep(80);
    expect(await lookUps.run(up, 1000)).toEqual({ status: 'ready', result: 'up' });
  });

  test('of another kind, the next one is looked up at once', async () => {
    const lookUps = boundedLookups(1);
    const wrong = () => Promise.reject(new Error('a statement that is wrong'));
    expect((await lookUps.run(wrong, 1000)).status).toBe('failed');
    expect(await lookUps.run(up, 1000)).toEqual({ status: 'ready', result: 'up' });
  });
});
