import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type WorkPlace, WorkPlaces } from '../../src/jobs/work-places.js';

function places(working: number, outside = 16): { places: WorkPlaces; freed: () => number; begin(): WorkPlace } {
  let count = 0;
  const all = new WorkPlaces({ working, outside, onFree: () => (count += 1) });
  const begin = (): WorkPlace => {
    expect(all.reserve()).toBeGreaterThan(0);
    const place = all.begin();
    all.release();
    return place;
  };
  return { places: all, freed: () => count, begin };
}

/** Something that is over when it is told. */
function wait(): { readonly work: () => Promise<string>; end(): void; fail(): void } {
  let end = (): void => {};
  let fail = (): void => {};
  const promise = new Promise<string>((resolve, reject) => {
    end = () => resolve('done');
    fail = () => reject(new Error('failed'));
  });
  return { work: () => promise, end: () => end(), fail: () => fail() };
}

test('as many jobs as there are places may begin, and one more for each that is over', () => {
  const { places: all, freed, begin } = places(2);
  const first = begin();
  begin();
  expect(all.reserve()).toBe(0);
  first.end();
  expect(freed()).toBe(1);
  expect(all.reserve()).toBe(1);
});

test('who waits outside gives up its place, and has it back afterwards', async () => {
  const { places: all, freed, begin } = places(1);
  const place = begin();
  const answer = wait();
  const outside = place.outside(answer.work);
  expect(freed()).toBe(1);
  expect(all.reserve()).toBe(1);
  all.release();
  answer.end();
  expect(await outside).toBe('done');
  expect(all.reserve()).toBe(0);
});

test('who comes back waits for a place, and goes before whoever begins', async () => {
  const { places: all, begin, freed } = places(1);
  const first = begin();
  const answer = wait();
  let isBack = false;
  const outside = first.outside(answer.work).then(() => {
    isBack = true;
  });
  const second = begin();
  answer.end();
  await sleep(1);
  expect(isBack).toBe(false);
  const before = freed();
  second.end();
  await outside;
  expect([all.reserve(), freed()]).toEqual([0, before]);
});

test('who comes back while a job is looked for waits until none was found', async () => {
  const { places: all, begin } = places(1);
  const answer = wait();
  let isBack = false;
  const outside = begin()
    .outside(answer.work)
    .then(() => {
      isBack = true;
    });
  expect(all.reserve()).toBe(1);
  answer.end();
  await sleep(1);
  expect(isBack).toBe(false);
  all.release();
  await outside;
});

test('a failure outside is told when there is a place again', async () => {
  const { places: all, begin } = places(1);
  const answer = wait();
  const outside = begin().outside(answer.work);
  answer.fail();
  await expect(outside).rejects.toThrow('failed');
  expect(all.reserve()).toBe(0);
});

test('several waits of one job are one: it is back when the last is over', async () => {
  const { places: all, begin } = places(1);
  const place = begin();
  const [one, other] = [wait(), wait()];
  const both = [place.outside(one.work), place.outside(other.work)];
  one.end();
  expect(await both[0]).toBe('done');
  expect(all.reserve()).toBe(1);
  all.release();
  other.end();
  await both[1];
  expect(all.reserve()).toBe(0);
});

test('where too many wait outside, one more keeps its place', async () => {
  const { places: all, begin } = places(1, 2);
  const answers = [wait(), wait(), wait()];
  const outside = answers.map(({ work }) => begin().outside(work));
  expect(all.reserve()).toBe(0);
  answers[2]?.end();
  await outside[2];
  expect(all.reserve()).toBe(0);
});

test('what is over stays over, wherever it was', async () => {
  const { places: all, begin } = places(1);
  const answer = wait();
  const gone = begin();
  const outside = gone.outside(answer.work);
  gone.end();
  gone.end();
  expect(all.reserve()).toBe(1);
  all.release();
  const second = begin();
  answer.end();
  await outside;
  expect(await gone.outside(async () => 'still')).toBe('still');
  second.end();
  expect(all.reserve()).toBe(1);
});

test('one whose time is up while it waits to come back holds nobody up', async () => {
  const { places: all, begin } = places(1);
  const late = begin();
  const answer = wait();
  const outside = late.outside(answer.work);
  const second = begin();
  answer.end();
  await sleep(1);
  late.end();
  expect(await outside).toBe('done');
  expect(all.reserve()).toBe(0);
  second.end();
  expect(all.reserve()).toBe(1);
});

test('whatever jobs do, no more of them work at once than there are places, and all come to their end', async () => {
  const step = fc.record({ outsideMs: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }), workMs: fc.nat(2) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 4 }),
      async (jobs, working, outside) => {
        let atWork = 0;
        let most = 0;
        let over = 0;
        const work = async (ms: number): Promise<void> => {
          atWork += 1;
          most = Math.max(most, atWork);
          await sleep(ms);
          atWork -= 1;
        };
        const left = [...jobs];
        let allAreOver = (): void => {};
        const promise = new Promise<void>((resolve) => {
          allAreOver = resolve;
        });
        const all = new WorkPlaces({ working, outside, onFree: () => look() });
        const run = async ({ outsideMs, workMs }: (typeof jobs)[number], place: WorkPlace): Promise<void> => {
          await work(workMs);
          for (const ms of outsideMs) {
            await place.outside(() => sleep(ms));
            await work(workMs);
          }
          place.end();
          over += 1;
          if (over === jobs.length) allAreOver();
        };
        const look = (): void => {
          for (let free = all.reserve(); free > 0; free -= 1) {
            const job = left.shift();
            if (job !== undefined) void run(job, all.begin());
          }
          all.release();
        };
        look();
        await promise;
        expect(most).toBeLessThanOrEqual(working);
        expect(all.reserve()).toBe(working);
      },
    ),
    { numRuns: 100 },
  );
});
