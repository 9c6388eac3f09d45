import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DatabaseTimeout, DatabaseUnavailable } from '../../src/store/database-error.js';
import { createGatheredReads, type GatheredReadOptions, type GatheredReads } from '../../src/store/gathered-reads.js';

const SOON: GatheredReadOptions = { waitMs: 5_000, timeoutMs: 1_000 };

interface Statement {
  readonly workspaceId: number;
  readonly keys: readonly string[];
  readonly timeoutMs: number;
  answer(): void;
  fail(error: unknown): void;
}

/** Statements that answer when they are told to; the value of a key is the key in capitals. */
function held(limits: { statementsMax?: number; keysMax?: number; waitingMax?: number } = {}) {
  const statements: Statement[] = [];
  const reads = createGatheredReads<string, string>({
    ...{ statementsMax: 1, keysMax: 10, waitingMax: 100, ...limits },
    load: (workspaceId, keys, timeoutMs) =>
      new Promise((resolve, reject) => {
        const answer = (): void => resolve(keys.map((key) => key.toUpperCase()));
        statements.push({ workspaceId, keys, timeoutMs, answer, fail: reject });
      }),
  });
  return { reads, statements };
}

const readAll = (reads: GatheredReads<string, string>, workspaceId: number, keys: string) =>
  [...keys].map((key) => reads.read(workspaceId, key, SOON));

const turn = () => sleep(5);

describe('questions to the database that come at once', () => {
  it('are one statement, and each has its own answer', async () => {
    const { reads, statements } = held();
    const all = readAll(reads, 1, 'abc');
    await turn();
    expect(statements.map(({ keys }) => keys.join(''))).toEqual(['abc']);
    statements[0]?.answer();
    expect(await Promise.all(all)).toEqual(['A', 'B', 'C']);
  });

  it('and those that come while statements are under way go into the next ones, so many in each', async () => {
    const { reads, statements } = held({ statementsMax: 2, keysMax: 3 });
    const all = readAll(reads, 1, 'abcdefgh');
    await turn();
    expect(statements.map(({ keys }) => keys.join(''))).toEqual(['abc', 'def']);
    all.push(...readAll(reads, 1, 'ij'));
    await turn();
    expect(statements).toHaveLength(2);
    statements[1]?.answer();
    await turn();
    expect(statements.map(({ keys }) => keys.join(''))).toEqual(['abc', 'def', 'ghi']);
    for (let index = 0; index < 4; index += 1) {
      statements[index]?.answer();
      await turn();
    }
    expect((await Promise.all(all)).join('')).toBe('ABCDEFGHIJ');
    expect(statements).toHaveLength(4);
  });

  it('are of one workspace each time, and workspaces take turns', async () => {
    const { reads, statements } = held({ keysMax: 2 });
    const all = [...readAll(reads, 1, 'abcde'), ...readAll(reads, 2, 'xyz')];
    for (let index = 0; index < 5; index += 1) {
      await turn();
      statements[index]?.answer();
    }
    await Promise.all(all);
    const asked = statements.map(({ workspaceId, keys }) => `${workspaceId} ${keys.join('')}`);
    expect(asked).toEqual(['1 ab', '2 xy', '1 cd', '2 z', '1 e']);
  });

  it('may take as long as the one that may take longest', async () => {
    const { reads, statements } = held();
    const all = [100, 300, 200].map((timeoutMs) => reads.read(1, 'a', { waitMs: 1_000, timeoutMs }));
    await turn();
    expect(statements.map(({ timeoutMs }) => timeoutMs)).toEqual([300]);
    statements[0]?.answer();
    await Promise.all(all);
  });
});

describe('a question to the database', () => {
  it('that has no turn in time is not asked, and says so', async () => {
    const { reads, statements } = held();
    const [first] = readAll(reads, 1, 'a');
    await turn();
    let begun = false;
    const late = reads.read(1, 'b', {
      ...{ waitMs: 20, timeoutMs: 1_000 },
      begun: () => {
        begun = true;
      },
    });
    await expect(late).rejects.toThrow(new DatabaseTimeout('The database had no time for it within 20 ms.'));
    expect(begun).toBe(false);
    statements[0]?.answer();
    expect(await first).toBe('A');
    await turn();
    expect(statements).toHaveLength(1);
  });

  it('is told when it has its turn', async () => {
    const { reads, statements } = held();
    const told: string[] = [];
    const all = ['a', 'b'].map((key) => reads.read(1, key, { ...SOON, begun: () => told.push(key) }));
    expect(told).toEqual([]);
    await turn();
    expect(told).toEqual(['a', 'b']);
    statements[0]?.answer();
    await Promise.all(all);
  });

  it('is refused at once where too many wait', async () => {
    const { reads, statements } = held({ waitingMax: 2 });
    const all = readAll(reads, 1, 'ab');
    await expect(reads.read(1, 'c', SOON)).rejects.toThrow(new DatabaseTimeout('Too many wait for the database.'));
    await turn();
    all.push(...readAll(reads, 1, 'd'));
    statements[0]?.answer();
    await turn();
    statements[1]?.answer();
    expect(await Promise.all(all)).toEqual(['A', 'B', 'D']);
  });

  it('of a workspace with fewer waiting has the place of the last one of the workspace with most, once there is no room', async () => {
    const { reads, statements } = held({ keysMax: 1, waitingMax: 4 });
    const outcomes = Promise.allSettled([
      ...readAll(reads, 1, 'a'),
      ...readAll(reads, 2, 'bcd'),
      ...readAll(reads, 3, 'e'),
      ...readAll(reads, 1, 'f'),
      ...readAll(reads, 2, 'g'),
    ]);
    for (let index = 0; index < 4; index += 1) {
      await turn();
      statements[index]?.answer();
    }
    const refused = { status: 'rejected', reason: new DatabaseTimeout('Too many wait for the database.') };
    const told = (value: string) => ({ status: 'fulfilled', value });
    // One has two less to wait for than another one, or it is refused itself.
    expect(await outcomes).toEqual([told('A'), told('B'), told('C'), refused, told('E'), refused, refused]);
    expect(statements.map(({ workspaceId, keys }) => `${workspaceId} ${keys.join('')}`)).toEqual([
      '1 a',
      '2 b',
      '3 e',
      '2 c',
    ]);
  });

  it('does not fail for what is wrong with another one', async () => {
    const asked: string[] = [];
    const reads = createGatheredReads<string, string>({
      ...{ statementsMax: 1, keysMax: 10, waitingMax: 100 },
      async load(_workspaceId, keys) {
        asked.push(keys.join(''));
        if (keys.includes('!')) throw new TypeError('what is this?');
        return keys.map((key) => key.toUpperCase());
      },
    });
    const outcomes = await Promise.allSettled(readAll(reads, 1, 'a!b'));
    expect(outcomes).toMatchObject([{ value: 'A' }, { reason: new TypeError('what is this?') }, { value: 'B' }]);
    expect(asked).toEqual(['a!b', 'a', '!', 'b']);
    expect(await reads.read(1, 'c', SOON)).toBe('C');
  });

  it('is not asked by itself where the database does not answer any more', async () => {
    const gone = new DatabaseUnavailable('The database does not answer: gone.');
    const asked: string[] = [];
    const reads = createGatheredReads<string, string>({
      ...{ statementsMax: 1, keysMax: 10, waitingMax: 100 },
      async load(_workspaceId, keys) {
        asked.push(keys.join(''));
        if (keys.length > 1) throw new TypeError('what is this?');
        if (keys.includes('b')) throw gone;
        return keys.map((key) => key.toUpperCase());
      },
    });
    const outcomes = await Promise.allSettled(readAll(reads, 1, 'abcd'));
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 'A' },
      ...Array(3).fill({ status: 'rejected', reason: gone }),
    ]);
    expect(asked).toEqual(['abcd', 'a', 'b']);
  });

  it('that is asked by itself has what is left of the time, and keeps no others waiting after that', async () => {
    const asked: [string, number][] = [];
    const reads = createGatheredReads<string, string>({
      ...{ statementsMax: 1, keysMax: 3, waitingMax: 100 },
      async load(_workspaceId, keys, timeoutMs) {
        asked.push([keys.join(''), timeoutMs]);
        if (keys.length > 1) throw new TypeError('what is this?');
        if (keys.includes('e')) return ['E'];
        await sleep(timeoutMs);
        throw new DatabaseTimeout('late');
      },
    });
    const all = [...'abe'].map((key) => reads.read(1, key, { waitMs: 5_000, timeoutMs: 80 }));
    expect(await Promise.allSettled(all)).toEqual(
      Array(3).fill({ status: 'rejected', reason: new DatabaseTimeout('late') }),
    );
    expect(asked.map(([keys]) => keys)).toEqual(['abe', 'a']);
    expect(asked[1]?.[1]).toBeLessThanOrEqual(80);
    expect(await reads.read(1, 'e', SOON)).toBe('E');
  });

  it('is not asked where the one before it found no database', async () => {
    const { reads, statements } = held({ keysMax: 1 });
    const outcomes = Promise.allSettled([...readAll(reads, 1, 'abc'), ...readAll(reads, 2, 'd')]);
    await turn();
    const gone = new DatabaseUnavailable('The database does not answer: gone.');
    statements[0]?.fail(gone);
    expect(await outcomes).toEqual(Array(4).fill({ status: 'rejected', reason: gone }));
    expect(statements).toHaveLength(1);
    const after = reads.read(1, 'e', SOON);
    await turn();
    statements[1]?.answer();
    expect(await after).toBe('E');
  });

  it('is asked where the one before it was late', async () => {
    const { reads, statements } = held({ keysMax: 2 });
    const outcomes = Promise.allSettled(readAll(reads, 1, 'abc'));
    await turn();
    statements[0]?.fail(new DatabaseTimeout('late'));
    await turn();
    statements[1]?.answer();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(statements).toHaveLength(2);
  });
});
