import { beforeAll, describe, expect, it } from 'vitest';
import { askedFields } from '../../src/query/compile/asked-fields.js';
import { check, parse } from '../../src/query/index.js';
import { createQueryShapes, findAskedKeys } from '../../src/store/query-shapes.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { memoryLog } from '../support/memory-log.js';

const INDEXED = new Map([['indexed', 'conversations_key_indexed']]);

describe('what a query asks for', () => {
  it.each([
    ['metadata->campaign=eq.spring', ['indexable campaign']],
    ['metadata->campaign=in.(a,b)&limit=3', ['indexable campaign']],
    ['metadata->campaign=eq.a&metadata->campaign=eq.b&name=eq.x', ['indexable campaign', 'other name']],
    ['or=(metadata->campaign.eq.a,not.and(metadata->tier.eq.b))', ['indexable campaign', 'other metadata->tier']],
    ['metadata->campaign=not.eq.a', ['other metadata->campaign']],
    ['metadata->campaign=eq.5', ['other metadata->campaign']],
    ['metadata->campaign=like.a*', ['other metadata->campaign']],
    ['metadata->a->b=eq.x', ['other metadata->a']],
    ['metadata->indexed=eq.x', ['own index indexed']],
    ['metadata->indexed=neq.x', ['other metadata->indexed']],
    ['metadata->assistant_id=eq.x', ['other metadata->assistant_id']],
    ['metadata=cs.{"a":1}&created_at=gte.2025-01-01', ['other metadata', 'other created_at']],
    ['limit=5', []],
  ])('%s: %j', (text, asked) => {
    const fields = askedFields(check(parse(text), text), INDEXED);
    expect(fields.map(({ use, field }) => `${use} ${field}`)).toEqual(asked);
  });
});

describeOnBothDatabases('what queries ask for', (database) => {
  let one: number;
  let other: number;
  beforeAll(async () => {
    one = (await makeWorkspace(database())).id;
    other = (await makeWorkspace(database())).id;
  });

  const shapesOf = (run = database().run) => {
    const { log, lines } = memoryLog();
    const now = () => new Date('2026-01-02T03:04:05.000Z');
    return { shapes: createQueryShapes({ database: { run }, log, now }), lines };
  };
  const indexable = (field: string) => [{ field, use: 'indexable' }] as const;

  it('is counted in memory and written together', async () => {
    const { shapes } = shapesOf();
    shapes.note(one, indexable('campaign'), 10);
    shapes.note(one, indexable('campaign'), 20);
    shapes.note(other, [...indexable('campaign'), { field: 'name', use: 'other' }], 30);
    shapes.note(one, indexable('tier'), 100);
    expect(await findAskedKeys(database())).toEqual([]);
    await shapes.flush();
    shapes.note(one, indexable('tier'), 50);
    await shapes.stop();
    const lastAt = '2026-01-02T03:04:05.000Z';
    expect(await findAskedKeys(database())).toEqual([
      { key: 'tier', count: 2, workspaces: 1, meanMs: 75, lastAt },
      { key: 'campaign', count: 3, workspaces: 2, meanMs: 20, lastAt },
    ]);
  });

  it('is kept for the next time when the database does not answer', async () => {
    let isGone = true;
    const { shapes, lines } = shapesOf((...all) => {
      if (isGone) return Promise.reject(new Error('gone'));
      return database().run(...all);
    });
    shapes.note(one, indexable('kept'), 1);
    await shapes.flush();
    shapes.note(one, indexable('kept'), 3);
    isGone = false;
    await shapes.stop();
    expect(lines.map(({ msg }) => msg)).toEqual(['what queries ask for cannot be counted yet']);
    const kept = (await findAskedKeys(database())).find(({ key }) => key === 'kept');
    expect(kept).toMatchObject({ count: 2, meanMs: 2 });
  });

  it('has a bound: in memory, and for each workspace in the table', async () => {
    const { id } = await makeWorkspace(database());
    const { shapes } = shapesOf();
    for (let index = 0; index < 5_000; index += 1) shapes.note(id, indexable(`key ${index}`), 1);
    shapes.note(id, indexable('x'.repeat(257)), 1);
    await shapes.stop();
    const [row] = await database().run('SELECT count(*) AS count FROM query_shapes WHERE workspace_id = $1', [id]);
    expect(row).toEqual({ count: 200 });
  });

  it('of a workspace that is gone is forgotten', async () => {
    const { shapes, lines } = shapesOf();
    shapes.note(2_000_000_000, indexable('nobodys'), 1);
    await shapes.stop();
    expect(lines).toEqual([]);
    expect((await findAskedKeys(database())).map(({ key }) => key)).not.toContain('nobodys');
  });
});
