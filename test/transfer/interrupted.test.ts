import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../src/query/index.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { exportConversations } from '../../src/transfer/export-conversations.js';
import { loadConversations } from '../../src/transfer/load-conversations.js';
import type { TransferLine } from '../../src/transfer/transfer-line.js';
import { startChild } from '../support/child-process.js';
import {
  describeOnBothDatabases,
  KINDS,
  makeWorkspace,
  openTestDatabase,
  temporaryFolder,
} from '../support/databases.js';
import { silentLog } from '../support/silent-log.js';

/** Half of them as an export has them, half without ids and spread over the file, so that their messages come in several batches. */
function linesOf(conversations: number): TransferLine[] {
  const at = (minute: number) => new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString();
  const early: TransferLine[] = [];
  const late: TransferLine[] = [];
  for (let number = 0; number < conversations; number += 1) {
    const id = `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;
    early.push({
      type: 'conversation',
      id,
      name: `${number}`,
      created_at: at(number),
      ...(number % 4 === 0 ? { ended_at: null } : {}),
    });
    for (let index = 0; index < 5; index += 1) {
      const message: TransferLine = {
        type: 'message',
        conversation_id: id,
        role: 'user',
        text: 'yes',
        sent_at: at(number + (index >> 1)),
      };
      (number % 2 === 0 ? early : late).push(message);
    }
    early.push({
      type: 'conversation_insight',
      conversation_id: id,
      status: 'completed',
      created_at: at(number),
      results: [{ insight_id: 'i', result: 'r', created_at: at(number) }],
    });
  }
  return [...early, ...late];
}

async function exported(database: Database, workspaceId: number): Promise<string[]> {
  const lines: string[] = [];
  const options = { compiler: createCompiler(), now: new Date() };
  for await (const line of exportConversations(database, workspaceId, options)) lines.push(JSON.stringify(line));
  return lines;
}

async function countsAgree(database: Database, workspaceId: number): Promise<boolean> {
  const [row] = await database.run(
    `SELECT count(*)::integer AS wrong FROM conversations c
     WHERE workspace_id = $1 AND message_count <>
       (SELECT count(*) FROM messages m WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id)`,
    [workspaceId],
  );
  return row?.wrong === 0;
}

describeOnBothDatabases('an import that is interrupted', (database) => {
  it('inside or between batches, and repeated, ends as one that is not', async () => {
    const lines = linesOf(12);
    const whole = await makeWorkspace(database());
    await loadConversations(database(), whole.id, lines);
    const wanted = await exported(database(), whole.id);
    for (const batchLines of [1, 4, 7]) {
      for (let after = 1; after < lines.length; after += 5) {
        const { id } = await makeWorkspace(database());
        const batch = { lines: batchLines, bytes: 1e6 };
        const cut = async function* () {
          for (const [index, line] of lines.entries()) {
            if (index === after) throw new Error('cut');
            yield line;
          }
        };
        const failing = async () => {
          if (after % 2 === 0) throw new Error('cut');
        };
        await expect(loadConversations(database(), id, cut(), { batch, afterBatch: failing })).rejects.toThrow('cut');
        expect(await countsAgree(database(), id)).toBe(true);
        await loadConversations(database(), id, lines, { batch });
        expect(await exported(database(), id)).toEqual(wanted);
      }
    }
  }, 120_000);
});

describe.each(KINDS)('a process that imports and is killed [%s]', (kind) => {
  it('loses nothing and stores nothing twice, when it is started again', async () => {
    const lines = linesOf(150);
    const file = join(await temporaryFolder(), 'lines.jsonl');
    await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const reference = await openTestDatabase(kind);
    const opened = await openTestDatabase(kind);
    try {
      const whole = await makeWorkspace(reference.database);
      await loadConversations(reference.database, whole.id, lines);
      const wanted = await exported(reference.database, whole.id);
      const { id } = await makeWorkspace(opened.database);
      // A data directory has one owner.
      if (kind === 'embedded') await opened.database.close();

      let kills = 0;
      let isDone = false;
      const attempt = async (batchLines: number, batches: number, laterMs: number): Promise<void> => {
        const options = JSON.stringify(opened.options);
        const child = startChild(import.meta.url, './import-in-process.ts', file, `${id}`, options, `${batchLines}`);
        for (let seen = -1; seen < batches && !isDone; ) {
          const said = await child.nextLine();
          if (said === 'stored' || said === 'open') seen += 1;
          isDone = said === 'done';
        }
        await sleep(laterMs);
        kills += isDone ? 0 : 1;
        await child.kill();
      };
      // Each a little further, and at some moment of a batch.
      for (let number = 0; number < 6; number += 1) await attempt(10 + number, number * 8, Math.random() * 20);
      expect(kills).toBeGreaterThanOrEqual(4);
      await attempt(50, Number.POSITIVE_INFINITY, 0);

      const database = kind === 'embedded' ? await openDatabase(opened.options, silentLog) : opened.database;
      try {
        expect(await countsAgree(database, id)).toBe(true);
        expect(await exported(database, id)).toEqual(wanted);
      } finally {
        if (kind === 'embedded') await database.close();
      }
    } finally {
      await opened.remove();
      await reference.remove();
    }
  }, 180_000);
});
