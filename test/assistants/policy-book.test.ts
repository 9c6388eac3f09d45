import { beforeEach, describe, expect, it } from 'vitest';
import { createPolicyBook, type PolicyBook, type StoredPolicies } from '../../src/assistants/policy/policy-book.js';

const source = (name: string) => `version: 1\npolicies: [{ name: ${name} }]\n`;

describe('a policy book', () => {
  let stored: Map<number, StoredPolicies>;
  let nowMs: number;
  let asked: number;
  let isDown: boolean;
  let reported: number[];
  let book: PolicyBook;

  beforeEach(() => {
    stored = new Map();
    nowMs = 0;
    asked = 0;
    isDown = false;
    reported = [];
    book = createPolicyBook({
      find: async (workspaceId) => {
        asked += 1;
        if (isDown) throw new Error('The database does not answer.');
        return stored.get(workspaceId);
      },
      nowMs: () => nowMs,
      report: (workspaceId) => reported.push(workspaceId),
    });
  });

  const store = (revision: number, text: string) => stored.set(1, { workspaceId: 1, revision, source: text });
  const known = () => book.known(1)?.map(({ name }) => name);

  it('knows nothing until it was asked or loaded', async () => {
    expect(known()).toBeUndefined();
    store(1, source('a'));
    expect((await book.ask(1)).map(({ name }) => name)).toEqual(['a']);
    expect(known()).toEqual(['a']);
    await book.load([{ workspaceId: 1, revision: 2, source: source('b') }], [1, 2]);
    expect(known()).toEqual(['b']);
    expect(book.known(2)).toEqual([]);
    expect(book.known(3)).toBeUndefined();
  });

  it('looks again after five seconds or a change, and nobody waits for it', async () => {
    store(1, source('a'));
    await book.ask(1);
    store(2, source('b'));
    nowMs = 5_000;
    expect(known()).toEqual(['a']);
    expect(asked).toBe(1);
    nowMs = 5_001;
    expect(known()).toEqual(['a']);
    await expect.poll(known).toEqual(['b']);
    expect(asked).toBe(2);

    store(3, source('c'));
    book.forget({ workspaceId: 1, kind: 'callers' });
    book.forget({ workspaceId: 2, kind: 'policies' });
    expect(known()).toEqual(['b']);
    expect(asked).toBe(2);
    book.forget({ workspaceId: 1, kind: 'policies' });
    known();
    await expect.poll(known).toEqual(['c']);
    stored.clear();
    book.forget(undefined);
    known();
    await expect.poll(known).toEqual([]);
  });

  it('goes on with what it knows while the database is down, or holds what this version cannot read', async () => {
    store(1, source('a'));
    await book.ask(1);
    isDown = true;
    nowMs = 60_000;
    expect(known()).toEqual(['a']);
    await expect(book.ask(1)).rejects.toThrow('The database does not answer.');
    isDown = false;
    store(2, 'version: 2\npolicies: []\n');
    expect((await book.ask(1)).map(({ name }) => name)).toEqual(['a']);
    expect(reported).toEqual([1]);
  });

  it('lets nothing take the place of what it cannot read, until it can', async () => {
    store(1, 'version: 2\npolicies: []\n');
    await expect(book.ask(1)).rejects.toThrow('The stored policies cannot be read by this version.');
    expect(known()).toBeUndefined();
    await book.load([{ workspaceId: 2, revision: 1, source: 'version: 2\n' }], [2]);
    expect(book.known(2)).toBeUndefined();
    store(2, source('a'));
    expect((await book.ask(1)).map(({ name }) => name)).toEqual(['a']);
    expect(known()).toEqual(['a']);
  });

  it('does not take an answer to a question from before a change for what holds after it', async () => {
    store(1, source('a'));
    const releases: (() => void)[] = [];
    const slow = createPolicyBook({
      find: async (workspaceId) => {
        const found = stored.get(workspaceId);
        await new Promise<void>((resolve) => releases.push(resolve));
        return found;
      },
      nowMs: () => nowMs,
      report: () => {},
    });
    const before = slow.ask(1);
    store(2, source('b'));
    slow.forget({ workspaceId: 1, kind: 'policies' });
    const after = slow.ask(1);
    for (const release of releases.reverse()) release();
    expect((await after).map(({ name }) => name)).toEqual(['b']);
    expect((await before).map(({ name }) => name)).toEqual(['a']);
    expect(slow.known(1)?.map(({ name }) => name)).toEqual(['b']);
  });

  it('asks once for all who ask at the same time', async () => {
    store(1, source('a'));
    await Promise.all(Array.from({ length: 20 }, () => book.ask(1)));
    expect(asked).toBe(1);
  });
});
