import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { stopInSteps } from '../src/stop-in-steps.js';
import { memoryLog } from './support/memory-log.js';

const hangs = () => new Promise<void>(() => {});

describe('a stop in steps', () => {
  it('begins a step when the one before has ended, and its parts together', async () => {
    const { log, lines } = memoryLog();
    const order: string[] = [];
    const part = (name: string, ms: number) => async () => {
      order.push(`${name} begins`);
      await sleep(ms);
      order.push(`${name} ends`);
    };
    const failure = await stopInSteps(
      [
        { untilMs: 1_000, parts: { slow: part('slow', 60), fast: part('fast', 10) } },
        { untilMs: 2_000, parts: { last: part('last', 1) } },
      ],
      log,
    );
    expect(failure).toBeUndefined();
    expect(order).toEqual(['slow begins', 'fast begins', 'fast ends', 'slow ends', 'last begins', 'last ends']);
    expect(lines).toEqual([]);
  });

  it('tells each part how long it may take, by one clock', async () => {
    const graces: number[] = [];
    const part = async (graceMs: number) => void graces.push(graceMs);
    const { log } = memoryLog();
    await stopInSteps(
      [
        { untilMs: 100, parts: { hangs } },
        { untilMs: 300, parts: { part } },
        { untilMs: 1_000, atMostMs: 50, parts: { part } },
      ],
      log,
    );
    expect(graces[0]).toBeGreaterThan(120);
    // Timers count whole milliseconds: the first step may have ended a fraction of one early.
    expect(graces[0]).toBeLessThan(202);
    expect(graces[1]).toBe(50);
  });

  it('does not wait for a part that hangs, and says which one it is', async () => {
    const { log, lines } = memoryLog();
    const startMs = performance.now();
    await stopInSteps(
      [
        { untilMs: 50, parts: { hangs, ends: async () => {} } },
        { untilMs: 100, parts: { hangs } },
      ],
      log,
    );
    expect(performance.now() - startMs).toBeLessThan(1_000);
    expect(lines.map(({ msg, part }) => [msg, part])).toEqual([
      ['a part of the server did not stop in time', 'hangs'],
      ['a part of the server did not stop in time', 'hangs'],
    ]);
  });

  it('stops the rest when one fails, and gives the first failure', async () => {
    const { log, lines } = memoryLog();
    const stopped: string[] = [];
    const fails = (message: string) => () => Promise.reject(new Error(message));
    const failure = await stopInSteps(
      [
        { untilMs: 1_000, parts: { a: fails('first'), b: async () => stopped.push('b') } },
        { untilMs: 1_000, parts: { c: fails('second'), d: async () => stopped.push('d') } },
      ],
      log,
    );
    expect(failure).toMatchObject({ message: 'first' });
    expect(stopped).toEqual(['b', 'd']);
    expect(lines.map(({ part }) => part)).toEqual(['a', 'c']);
  });
});
