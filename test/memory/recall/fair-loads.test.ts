import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { CallerIdentity } from '../../../src/memory/callers/caller-identity.js';
import { createCallerMemories } from '../../../src/memory/recall/create-caller-memories.js';
import type { Database } from '../../../src/store/database.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { rememberCall, rememberCaller, somePhone } from '../../support/remembered-callers.js';

const BUSY_CALLERS = 300;

describeOnBothDatabases('a search of what was said', (database) => {
  /** The workspaces whose turns were asked for, in this order; none is answered before the gate opens. */
  function gatedDatabase() {
    const asked: unknown[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const run: Database['run'] = async (sql, bindings, options) => {
      if (sql.includes('JOIN messages')) {
        asked.push(bindings?.[0]);
        await gate;
      }
      return database().run(sql, bindings, options);
    };
    return { run, asked, open };
  }

  test('waits for a few loads of a workspace that asks for hundreds, and not for all of them', async () => {
    const { id: busy } = await makeWorkspace(database());
    const { id: quiet } = await makeWorkspace(database());
    const phones = Array.from({ length: BUSY_CALLERS }, () => somePhone());
    for (const phone of phones) await rememberCaller(database(), busy, [phone]);
    const sarah = somePhone();
    const callerId = await rememberCaller(database(), quiet, [sarah]);
    const turns = ['user: I live in Linz, near the bridge.'];
    await rememberCall(database(), quiet, { callerId, at: '2026-03-01T10:00:00.000Z', turns });

    const { run, asked, open } = gatedDatabase();
    const now = () => new Date('2026-03-09T14:00:00Z');
    const memories = createCallerMemories({ database: { run }, callersMin: 500, idleMs: 300_000, now, report() {} });
    const common = { timeZone: 'UTC', timeoutMs: 20_000, withholdSensitive: false };
    const recall = (workspaceId: number, phone: CallerIdentity) =>
      memories.recall({ ...common, workspaceId, identities: [phone], charactersMax: 900 });
    const search = (workspaceId: number, phone: CallerIdentity) =>
      memories.search({ ...common, workspaceId, identities: [phone], query: 'Linz', limit: 10 });
    // Their facts are there: what follows asks for turns alone.
    await Promise.all([...phones.map((phone) => recall(busy, phone)), recall(quiet, sarah)]);

    const all = phones.map((phone) => search(busy, phone));
    await expect.poll(() => asked.length).toBe(2);
    // All others wait by now.
    await sleep(100);
    const found = search(quiet, sarah);
    await sleep(100);
    open();
    expect(await found).toMatchObject({ complete: true, hits: [{ text: 'I live in Linz, near the bridge.' }] });
    expect(asked.indexOf(quiet)).toBeLessThanOrEqual(4);
    await Promise.all(all);
    // On a busy machine some of them had no turn in time.
    expect(asked.length).toBeGreaterThan(10);
    await memories.stop();
  });
});
