import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createJobQueue } from '../../src/jobs/pg-boss-queue.js';
import { createImportedEnds } from '../../src/transfer/end-imported.js';
import { loadConversations } from '../../src/transfer/load-conversations.js';
import type { TransferLine } from '../../src/transfer/transfer-line.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { memoryLog } from '../support/memory-log.js';

describeOnBothDatabases('an import that ends what it brings', (database) => {
  test('lets others have the database in between', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const { log } = memoryLog();
    const jobs = createJobQueue(database(), log);
    const ends = createImportedEnds({ database: database(), jobs, log }, workspaceId);
    const lines = Array.from({ length: 300 }, (_, number): TransferLine[] => {
      const id = randomUUID();
      const message = { role: 'user', text: `Call ${number}`, sent_at: '2025-04-15T13:07:28.764Z' } as const;
      return [
        { type: 'conversation', id },
        { type: 'message', conversation_id: id, ...message },
      ];
    }).flat();

    let answers = 0;
    let isOver = false;
    const others = (async () => {
      while (!isOver) {
        await database().run('SELECT 1', []);
        answers += 1;
        await sleep(1);
      }
    })();
    await loadConversations(database(), workspaceId, lines, { ...ends.loadOptions, onProgress: () => ends.stored() });
    isOver = true;
    await others;
    // 600 lines would be two batches of the embedded database, which lets one in between them. A busy machine lets fewer in.
    expect(answers).toBeGreaterThanOrEqual(4);
    expect(await ends.finish()).toBe(300);
  });
});
