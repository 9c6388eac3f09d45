import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { createPeriodicTask, type PeriodicTask } from '../../src/jobs/periodic-task.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { memoryLog } from '../support/memory-log.js';

describeOnBothDatabases('a periodic task', (database) => {
  const tasks: PeriodicTask[] = [];

  afterEach(async () => {
    for (const task of tasks.splice(0)) await task.stop(1_000);
  });

  function start(name: string, everyMs: number, run: (signal: AbortSignal) => Promise<void>) {
    const { log, lines } = memoryLog();
    const task = createPeriodicTask(database(), log, { name, everyMs, run });
    tasks.push(task);
    task.start();
    return { task, lines };
  }

  it('is done at once, and then every so often, by one of several', async () => {
    const name = randomUUID();
    const timesMs: number[] = [];
    for (let process = 0; process < 4; process += 1) {
      start(name, 400, async () => void timesMs.push(performance.now()));
    }
    await vi.waitFor(() => expect(timesMs.length).toBeGreaterThanOrEqual(4), 10_000);
    const waits = timesMs.slice(1).map((ms, index) => ms - (timesMs[index] as number));
    for (const wait of waits) expect(wait).toBeGreaterThan(300);
  });

  it('is not begun again while it is under way, however long that is', async () => {
    const name = randomUUID();
    let running = 0;
    let most = 0;
    let times = 0;
    const run = async () => {
      running += 1;
      times += 1;
      most = Math.max(most, running);
      await sleep(350);
      running -= 1;
    };
    for (let process = 0; process < 3; process += 1) start(name, 50, run);
    await vi.waitFor(() => expect(times).toBeGreaterThanOrEqual(3), 10_000);
    expect(most).toBe(1);
  });

  it('is taken from a process that died with it when its lease has run out', async () => {
    const name = randomUUID();
    await database().knex.raw(
      `INSERT INTO periodic_tasks (name, next_at, claim, claimed_until)
       VALUES (?, now() - interval '1 hour', ?, now() + interval '700 milliseconds')`,
      [name, randomUUID()],
    );
    const startMs = performance.now();
    let begunMs = 0;
    start(name, 100, async () => {
      begunMs ||= performance.now();
    });
    await vi.waitFor(() => expect(begunMs).toBeGreaterThan(0), 5_000);
    expect(begunMs - startMs).toBeGreaterThan(500);
  });

  it('goes on after it failed, which is logged without a word of what it was about', async () => {
    let times = 0;
    const { lines } = start(randomUUID(), 60, async () => {
      times += 1;
      if (times < 3) throw new Error('the caller said: 4111');
    });
    await vi.waitFor(() => expect(times).toBeGreaterThanOrEqual(4), 5_000);
    expect(lines.map(({ msg }) => `${msg}`.replace(/[0-9a-f-]{36}/, 'NAME'))).toEqual([
      'the task NAME failed; trying again',
      'the task NAME works again',
    ]);
    expect(JSON.stringify(lines)).not.toContain('4111');
  });

  it('is aborted when it is to stop, and not begun again', async () => {
    let begun = 0;
    let aborted = 0;
    const { task } = start(randomUUID(), 50, async (signal) => {
      begun += 1;
      await new Promise<void>((resolve) =>
        signal.addEventListener('abort', () => {
          aborted += 1;
          resolve();
        }),
      );
    });
    await vi.waitFor(() => expect(begun).toBe(1));
    await task.stop(5_000);
    expect(aborted).toBe(1);
    await sleep(200);
    expect(begun).toBe(1);
  });
});
