import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  createInitializationRecorder,
  type InitializationRecorder,
  type InitializationRecorderOptions,
} from '../../src/assistants/initialization-recorder.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../../src/store/database-error.js';
import type { NewInitializationRecord } from '../../src/store/initializations.js';
import { memoryLog } from '../support/memory-log.js';
import { notedInitialization } from './records/example.js';

type Write = InitializationRecorderOptions['write'];

let recorder: InitializationRecorder | undefined;

afterEach(() => recorder?.stop(0));

function recorderWith(write: Write, options: Partial<InitializationRecorderOptions> = {}) {
  const { log, lines } = memoryLog();
  recorder = createInitializationRecorder({ write, log, everyMs: 10, restMs: 50, ...options });
  const note = (assistant: number | string, noted: Parameters<typeof notedInitialization>[0] = {}) =>
    recorder?.note(notedInitialization({ payload: { assistant_id: String(assistant), ...noted.payload }, ...noted }));
  return { recorder, lines, note };
}

/** A database that writes what it gets, in `batches`. */
function written(): { readonly batches: string[][]; readonly write: Write } {
  const batches: string[][] = [];
  return { batches, write: async (records) => void batches.push(assistantsOf(records)) };
}

const assistantsOf = (records: readonly NewInitializationRecord[]) =>
  records.map(({ assistantId }) => assistantId ?? '');
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => String(from + index));
const never = new Promise<void>(() => {});

describe('the recorder of initializations', () => {
  test('writes what was noted together, some time later', async () => {
    const { batches, write } = written();
    const { recorder, note } = recorderWith(write);
    note('a');
    note('b');
    expect(batches).toEqual([]);
    await vi.waitFor(() => expect(batches).toEqual([['a', 'b']]));
    note('c');
    await vi.waitFor(() => expect(batches).toEqual([['a', 'b'], ['c']]));
    expect(recorder.counts()).toEqual({ written: 3, waiting: 0, overflowed: 0, failed: 0 });
  });

  test('notes what is promised when it is there, which a flush waits for, and says what cannot be had', async () => {
    const { batches, write } = written();
    const { recorder, note, lines } = recorderWith(write, { everyMs: 60_000 });
    let keep = (_: ReturnType<typeof notedInitialization>): void => {};
    recorder.note(new Promise((resolve) => (keep = resolve)));
    recorder.note(Promise.reject(new Error('Its settings are not there.')));
    note('at once');
    expect(recorder.counts()).toEqual({ written: 0, waiting: 3, overflowed: 0, failed: 0 });
    const flushed = recorder.flush();
    keep(notedInitialization({ payload: { assistant_id: 'promised' } }));
    await flushed;
    expect(batches.flat()).toEqual(['at once', 'promised']);
    expect(recorder.counts()).toEqual({ written: 2, waiting: 0, overflowed: 0, failed: 1 });
    expect(lines).toMatchObject([{ msg: 'the record of an initialization cannot be made' }]);
  });

  test('drops what is promised and does not come before it stops', async () => {
    const { batches, write } = written();
    const { recorder, note } = recorderWith(write, { everyMs: 60_000 });
    recorder.note(new Promise(() => {}));
    note('a');
    await recorder.stop(50);
    expect(batches).toEqual([['a']]);
    expect(recorder.counts()).toMatchObject({ written: 1, waiting: 0, overflowed: 1 });
  });

  test('writes a full batch at once, and never more in one statement', async () => {
    const { batches, write } = written();
    const { recorder, note } = recorderWith(write, { everyMs: 60_000, batchMax: 3 });
    for (const index of numbers(0, 7)) note(index);
    await vi.waitFor(() => expect(batches.flat()).toEqual(numbers(0, 7)));
    expect(Math.max(...batches.map(({ length }) => length))).toBe(3);
    expect(recorder.counts().waiting).toBe(0);
  });

  test('sends one statement at a time', async () => {
    let underWay = 0;
    let most = 0;
    const { recorder, note } = recorderWith(
      async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 20));
        underWay -= 1;
      },
      { batchMax: 1 },
    );
    for (const index of numbers(0, 5)) note(index);
    await recorder.flush();
    expect(most).toBe(1);
    expect(recorder.counts().written).toBe(5);
  });

  test('beside a database that hangs keeps what it may, the newest, and counts the rest', async () => {
    const { recorder, note } = recorderWith(() => never, { waitingMax: 100, batchMax: 20 });
    const start = performance.now();
    for (const index of numbers(0, 5_000)) note(index);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(recorder.counts()).toEqual({ written: 0, waiting: 100, overflowed: 4_900, failed: 0 });
  });

  test('keeps no more than so many characters', () => {
    const { recorder, note } = recorderWith(() => never, { charactersMax: 20_000 });
    for (const index of numbers(0, 100)) note(index, { record: 'full', payload: { text: 'x'.repeat(1_000) } });
    const { waiting, overflowed } = recorder.counts();
    expect(waiting).toBeLessThan(20);
    expect(waiting).toBeGreaterThan(5);
    expect(waiting + overflowed).toBe(100);
  });

  test.each([
    ['cannot be reached', () => new DatabaseUnavailable('It is down.')],
    ['does not answer in time', () => new DatabaseTimeout('It is slow.')],
  ])('tries again, in order, when the database %s', async (_, failure) => {
    const { batches, write } = written();
    let isDown = true;
    let tries = 0;
    const { recorder, note, lines } = recorderWith(
      async (records) => {
        tries += 1;
        if (isDown) throw failure();
        await write(records);
      },
      { waitingMax: 5, batchMax: 2 },
    );
    for (const index of numbers(0, 8)) note(index);
    await vi.waitFor(() => expect(tries).toBeGreaterThan(1));
    // Left alone for a while after each try.
    expect(tries).toBeLessThan(10);
    note(8);
    isDown = false;
    // The first two were being written when the others had to make room; they came back, and the older one went.
    await vi.waitFor(() => expect(batches.flat()).toEqual(['1', ...numbers(5, 9)]));
    expect(recorder.counts()).toEqual({ written: 5, waiting: 0, overflowed: 4, failed: 0 });
    expect(lines).toEqual([]);
  });

  test('drops a batch that the database refuses, says so, and goes on', async () => {
    const { batches, write } = written();
    const { recorder, note, lines } = recorderWith(
      async (records) => {
        if (assistantsOf(records).includes('bad')) throw Object.assign(new Error('Rachel'), { code: '22P02' });
        await write(records);
      },
      { batchMax: 2 },
    );
    for (const assistant of ['bad', 'b', 'c']) note(assistant);
    await recorder.flush();
    expect(batches).toEqual([['c']]);
    expect(recorder.counts()).toEqual({ written: 1, waiting: 0, overflowed: 0, failed: 2 });
    expect(lines).toMatchObject([
      { msg: 'records of initializations cannot be written', records: 2, error: { name: 'Error', code: '22P02' } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Rachel');
  });

  test('never throws at who notes, whatever is noted', async () => {
    const { recorder, note, lines } = recorderWith(written().write);
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    note('a', { answer: circular, record: 'full' });
    note('b', { at: new Date(Number.NaN) });
    note('c', { answer: 7n });
    await recorder.flush();
    const { written: count, failed } = recorder.counts();
    expect(count + failed).toBe(3);
    expect(failed).toBeGreaterThan(0);
    expect(lines[0]).toMatchObject({ msg: 'the record of an initialization cannot be made' });
  });

  describe('when it is stopped', () => {
    test('writes what is left, and takes no more', async () => {
      const { batches, write } = written();
      const { recorder, note } = recorderWith(write, { everyMs: 60_000, batchMax: 2 });
      note('a');
      note('b');
      note('c');
      await recorder.stop(1_000);
      expect(batches.flat()).toEqual(['a', 'b', 'c']);
      note('d');
      await recorder.flush();
      expect(batches.flat()).toEqual(['a', 'b', 'c']);
    });

    test('waits no longer than it is told, and says what is lost', async () => {
      const { recorder, note, lines } = recorderWith(() => never, { everyMs: 60_000 });
      note('a');
      note('b');
      const start = performance.now();
      await recorder.stop(100);
      expect(performance.now() - start).toBeGreaterThan(80);
      expect(performance.now() - start).toBeLessThan(1_000);
      expect(recorder.counts()).toMatchObject({ written: 0, overflowed: 2 });
      expect(lines).toMatchObject([
        { records: 2, msg: 'records of initializations were dropped: the database did not answer in time' },
      ]);
    });

    test('tries once where the database is down, also while it rests', async () => {
      let tries = 0;
      const { recorder, note } = recorderWith(
        async () => {
          tries += 1;
          throw new DatabaseUnavailable('It is down.');
        },
        { restMs: 60_000 },
      );
      note('a');
      await vi.waitFor(() => expect(tries).toBe(1));
      const start = performance.now();
      await recorder.stop(5_000);
      expect(tries).toBe(2);
      expect(performance.now() - start).toBeLessThan(1_000);
    });
  });
});
