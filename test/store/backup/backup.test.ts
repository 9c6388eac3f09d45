import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPgBoss } from '../../../src/jobs/pg-boss-client.js';
import type { BackupPart } from '../../../src/store/backup/backup-format.js';
import { backupOfLines, linesOfBackup } from '../../../src/store/backup/backup-lines.js';
import { NothingToBackUp, readBackup } from '../../../src/store/backup/read-backup.js';
import { type Restored, writeBackup } from '../../../src/store/backup/write-backup.js';
import { type Database, openDatabase } from '../../../src/store/database.js';
import { eraseCaller } from '../../../src/store/erase-caller.js';
import { createWorkspace } from '../../../src/store/workspaces.js';
import { createServerDatabase, KINDS, openTestDatabase, type TestDatabase } from '../../support/databases.js';
import { contentOf, fillDatabase } from '../../support/filled-database.js';
import { silentLog } from '../../support/silent-log.js';

const NOW = new Date('2025-06-01T00:00:00.000Z');
const undo: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function fresh(kind: Database['kind']): Promise<TestDatabase> {
  const opened = await openTestDatabase(kind);
  undo.push(opened.remove);
  return opened;
}

async function textOf(database: Database): Promise<string> {
  let text = '';
  for await (const part of linesOfBackup(readBackup(database, NOW))) text += part;
  return text;
}

async function* linesIn(text: string): AsyncGenerator<string, void> {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  yield* lines;
}

const restore = (database: Database, text: string, replace = false, largeRows?: number): Promise<Restored> =>
  writeBackup(database, backupOfLines(linesIn(text)), {
    replace,
    now: NOW,
    ...(largeRows === undefined ? {} : { largeRows }),
  });

describe.each(KINDS)('a backup of a database of the kind "%s"', (from) => {
  let source: Database;
  let text: string;

  beforeAll(async () => {
    source = (await fresh(from)).database;
    await fillDatabase(source);
    text = await textOf(source);
  });

  it.each(KINDS)('has the same content when it was restored into one of the kind "%s"', async (to) => {
    const { database } = await fresh(to);
    const { manifest } = await restore(database, text);
    expect(manifest).toMatchObject({ created_at: NOW.toISOString(), has_secrets: true });
    const content = await contentOf(database);
    expect(content).toEqual(await contentOf(source));
    expect(content.messages).toHaveLength(32);
    expect(content.jobs).toHaveLength(2);
  });

  it('has the same indexes, however large its tables are', async () => {
    const { database } = await fresh('server');
    const indexes = () =>
      database.run(
        'SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname',
        [],
      );
    const before = await indexes();
    await restore(database, text, false, 1);
    expect(await indexes()).toEqual(before);
    expect(before.length).toBeGreaterThan(50);
  });

  it.each(KINDS)('leaves one of the kind "%s" in which everything goes on', async (to) => {
    const { database } = await fresh(to);
    await restore(database, text);
    const { knex } = database;
    // The number of a workspace that was deleted, and of every message, is not given out again.
    const ids = (await knex.raw<{ rows: { id: number }[] }>('SELECT id FROM workspaces ORDER BY id')).rows;
    const next = await createWorkspace(knex, { name: 'next' });
    expect(next?.id).toBe((ids.at(-1)?.id ?? 0) + 1);
    const { rows } = await knex.raw<{ rows: { ok: boolean }[] }>(
      `WITH added AS (
         INSERT INTO messages (workspace_id, conversation_id, id, role, sent_at, created_at)
         SELECT workspace_id, id, gen_random_uuid(), 'user', now(), now() FROM conversations LIMIT 1 RETURNING ordinal
       ) SELECT added.ordinal > (SELECT max(ordinal) FROM messages) AS ok FROM added`,
    );
    expect(rows).toEqual([{ ok: true }]);
    // Foreign keys hold as before.
    await expect(
      knex.raw(
        `INSERT INTO messages (workspace_id, conversation_id, id, role, sent_at, created_at)
         VALUES (?, gen_random_uuid(), gen_random_uuid(), 'user', now(), now())`,
        [next?.id ?? 0],
      ),
    ).rejects.toMatchObject({ code: '23503' });
    // The jobs that waited are handed out, once.
    const boss = await openPgBoss(database);
    expect((await boss.take(10)).map(({ data }) => data.payload)).toEqual([
      { conversationId: 'waits' },
      { conversationId: 'waits' },
    ]);
    expect(await boss.take(10)).toEqual([]);
  });
});

describe('a restore', () => {
  let text: string;
  let source: Database;

  beforeAll(async () => {
    source = (await fresh('server')).database;
    await fillDatabase(source);
    text = await textOf(source);
  });

  it.each(KINDS)(
    'into a database of the kind "%s" that is not empty is refused, and replaces it when it is told to',
    async (to) => {
      const { database } = await fresh(to);
      await fillDatabase(database);
      const before = await contentOf(database);
      await expect(restore(database, text)).rejects.toThrow(
        /^The database is not empty: there are [a-z ]+ in it\. Restore into another one, or replace everything in this one with --replace\.$/,
      );
      expect(await contentOf(database)).toEqual(before);
      await restore(database, text, true);
      expect(await contentOf(database)).toEqual(await contentOf(source));
    },
  );

  const damages: readonly [string, (lines: string[]) => string[], string][] = [
    ['is cut off', (lines) => lines.slice(0, -1), 'The backup is cut off: its end is missing.'],
    [
      'lacks a row',
      (lines) => lines.toSpliced(3, 1),
      'The backup is damaged: its checksum is not that of its content.',
    ],
    [
      'has another word',
      (lines) => lines.map((line) => line.replace('umbrella', 'umbrellA')),
      'The backup is damaged: its checksum is not that of its content.',
    ],
    [
      'has a line of no kind',
      (lines) => lines.toSpliced(2, 0, 'x'),
      'The backup is damaged: it has a line of no kind.',
    ],
    [
      'has a short row',
      (lines) => lines.toSpliced(lines.findIndex((line) => line.startsWith('{"table":"messages"')) + 1, 0, '["1"]'),
      'The backup is damaged: it has a row with other columns than its table.',
    ],
    ['goes on after its end', (lines) => [...lines, '[]'], 'The backup is damaged: something follows its end.'],
    ['is something else', () => ['hello'], 'The file is no backup of ringback.'],
    [
      'is another form',
      (lines) => [lines[0]?.replace('"version":1', '"version":2') ?? ''],
      'The backup is of form 2, and this version of ringback reads form 1.',
    ],
    ['is nothing', () => [], 'The file is empty.'],
    [
      'is of a newer version',
      (lines) => [lines[0]?.replace('"migrations":[', '"migrations":[{"number":999,"name":"future"},') ?? ''],
      expect.stringMatching(
        /^The backup is of a newer version of ringback: it has migration 999 \(future\), and this version knows \d+\. Restore it with the newer version\.$/,
      ) as unknown as string,
    ],
  ];
  describe.each(KINDS)('into a database of the kind "%s"', (to) => {
    let target: Database;
    beforeAll(async () => {
      target = (await fresh(to)).database;
    });
    it.each(damages)('of a file that %s changes nothing', async (_, damage, message) => {
      const lines = damage(text.trimEnd().split('\n'));
      const failed = await restore(target, lines.join('\n')).catch((error: Error) => error);
      expect(failed).toMatchObject({ name: 'BackupUnusable', message });
      expect(Object.values(await contentOf(target)).flat()).toEqual([]);
    });
    it('that is interrupted changes nothing', async () => {
      const controller = new AbortController();
      const parts = (async function* (): AsyncGenerator<BackupPart, void> {
        for await (const part of backupOfLines(linesIn(text))) {
          yield part;
          if (!('manifest' in part) && part.table === 'messages') controller.abort(new Error('interrupted'));
        }
      })();
      await expect(writeBackup(target, parts, { replace: false, now: NOW, signal: controller.signal })).rejects.toThrow(
        'interrupted',
      );
      expect(Object.values(await contentOf(target)).flat()).toEqual([]);
    });
  });

  it('is refused while a server of ringback is connected to the database', async () => {
    const { database, options } = await fresh('server');
    const other = await openDatabase(options, silentLog);
    await expect(restore(database, text, true)).rejects.toThrow(
      'A ringback server is connected to this database. Stop it first; start it again afterwards.',
    );
    await other.close();
  });

  it('goes into a database in which there is nothing yet, not even tables', async () => {
    const { url, drop } = await createServerDatabase('empty');
    undo.push(drop);
    const database = await openDatabase({ url, dataDir: '' }, silentLog);
    await expect(textOf(database)).rejects.toThrow(NothingToBackUp);
    await restore(database, text);
    expect(await contentOf(database)).toEqual(await contentOf(source));
    await database.close();
  });

  it.each(KINDS)(
    'into a database of the kind "%s" erases again who was erased since the backup was taken',
    async (to) => {
      const { database } = await fresh(to);
      const [workspaceId = 0] = await fillDatabase(database);
      const { knex } = database;
      const { rows } = await knex.raw<{ rows: { id: string }[] }>(
        'SELECT id FROM conversations WHERE workspace_id = ? ORDER BY id LIMIT 3',
        [workspaceId],
      );
      const [first = '', second = '', third = ''] = rows.map(({ id }) => id);
      // One caller with two conversations, and one with another.
      const [erased, stays] = [randomUUID(), randomUUID()];
      for (const id of [erased, stays]) {
        await knex.raw('INSERT INTO callers (workspace_id, id, created_at, updated_at) VALUES (?, ?, now(), now())', [
          workspaceId,
          id,
        ]);
      }
      for (const [conversationId, callerId] of [
        [first, erased],
        [second, erased],
        [third, stays],
      ] as const) {
        await knex.raw(
          `INSERT INTO calls (workspace_id, conversation_id, caller_id, platform, call_id, started_at) VALUES (?, ?, ?, 'vapi', ?, now())`,
          [workspaceId, conversationId, callerId, `call of ${conversationId}`],
        );
      }
      await knex.raw(
        `INSERT INTO caller_identities (workspace_id, kind, value, caller_id, created_at) VALUES (?, 'phone', '+15550001', ?, now())`,
        [workspaceId, erased],
      );
      // The second one was merged by way of another.
      const [between, merged] = [randomUUID(), randomUUID()];
      for (const [id, into] of [
        [between, erased],
        [merged, between],
      ] as const) {
        await knex.raw(
          'INSERT INTO callers (workspace_id, id, merged_into, created_at, updated_at) VALUES (?, ?, ?, now(), now())',
          [workspaceId, id, into],
        );
      }
      await knex.raw('UPDATE calls SET caller_id = ? WHERE workspace_id = ? AND conversation_id = ?', [
        merged,
        workspaceId,
        second,
      ]);
      const before = await textOf(database);
      await knex.transaction((trx) => eraseCaller(trx, workspaceId, erased, NOW));

      const { erasedAgain } = await restore(database, before, true);
      expect(erasedAgain).toEqual({ callers: 1, conversations: 2 });
      const content = JSON.stringify(await contentOf(database));
      for (const gone of [first, second, erased, merged, '+15550001']) expect(content).not.toContain(gone);
      for (const kept of [third, stays]) expect(content).toContain(kept);
      // And a second time there is nothing to do.
      expect((await restore(database, await textOf(database), true)).erasedAgain).toEqual({
        callers: 0,
        conversations: 0,
      });
    },
  );

  it('is of one moment: what is written meanwhile is whole in it or not at all', async () => {
    const { database } = await fresh('server');
    await fillDatabase(database);
    let turn = 0;
    let lines = '';
    for await (const part of linesOfBackup(readBackup(database, NOW))) {
      lines += part;
      await createWorkspace(database.knex, { name: `late-${turn++}` });
    }
    expect(turn).toBeGreaterThan(3);
    const { database: target } = await fresh('server');
    await restore(target, lines);
    const content = await contentOf(target);
    expect(content.workspaces).toHaveLength(2);
    expect(JSON.stringify(content)).not.toContain('late-');
  });
});
