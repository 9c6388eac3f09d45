import { expect, test } from 'vitest';
import { TimeIsUp } from '../../src/http/within.js';
import { createWorkspaceSlots } from '../../src/http/workspace-slots.js';

/** Work that goes on until it is told to end. */
function held(): { work: () => Promise<string>; end: () => void; started: () => boolean } {
  let end = (): void => {};
  let started = false;
  const promise = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return {
    end: () => end(),
    started: () => started,
    work() {
      started = true;
      return promise;
    },
  };
}
const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a workspace has its slots, and waits for no other one', async () => {
  const slots = createWorkspaceSlots();
  const [one, two, other] = [held(), held(), held()];
  const running = [
    slots.run(1, 1, 1_000, one.work),
    slots.run(1, 1, 1_000, two.work),
    slots.run(2, 1, 1_000, other.work),
  ];
  await tick();
  expect([one, two, other].map(({ started }) => started())).toEqual([true, false, true]);
  one.end();
  await tick();
  expect(two.started()).toBe(true);
  two.end();
  other.end();
  expect(await Promise.all(running)).toEqual(['done', 'done', 'done']);
});

test('who waits too long does not run at all, and leaves the slot to the next', async () => {
  const slots = createWorkspaceSlots();
  const [one, late, next] = [held(), held(), held()];
  const running = slots.run(1, 1, 1_000, one.work);
  await expect(slots.run(1, 1, 10, late.work)).rejects.toThrow(TimeIsUp);
  await expect(slots.run(1, 1, 0, late.work)).rejects.toThrow('The workspace is busy.');
  const waiting = slots.run(1, 1, 1_000, next.work);
  one.end();
  next.end();
  expect(await Promise.all([running, waiting])).toEqual(['done', 'done']);
  expect(late.started()).toBe(false);
});

test('work that fails frees its slot', async () => {
  const slots = createWorkspaceSlots();
  for (let round = 0; round < 3; round += 1) {
    await expect(slots.run(1, 1, 0, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  }
  expect(await slots.run(1, 1, 0, async () => 'done')).toBe('done');
});

test('those that wait go in the order in which they came, never more at once than there are slots', async () => {
  const slots = createWorkspaceSlots();
  const order: number[] = [];
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      slots.run(1, 3, 5_000, async () => {
        running += 1;
        most = Math.max(most, running);
        order.push(index);
        await tick();
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
});
