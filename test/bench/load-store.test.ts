import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inOrderOfEffort } from '../../bench/store/bulk-indexes.js';
import { loadStore } from '../../bench/store/load-store.js';
import { forgetAdded } from '../../bench/store/prepared-store.js';
import { planStore } from '../../bench/store/store-plan.js';
import { STORE_TABLES } from '../../bench/store/store-tables.js';
import { createConversation } from '../../src/store/conversations.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { openTestDatabase, type TestDatabase } from '../support/databases.js';

const CONVERSATIONS = 1_500;
const TABLES = STORE_TABLES.map(({ name }) => name);

/** Every index with its definition, of constraints, too; and whether each can be used. */
const INDEXES = `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition, indisvalid AS valid
  FROM pg_index WHERE indrelid = ANY ($1::regclass[]) ORDER BY 1`;

/** For each foreign key, a statement that counts the rows that name what is not there. */
const ORPHANS = `SELECT conname AS name, format('SELECT count(*)::int AS orphans FROM %s c WHERE (%s) IS NOT NULL AND NOT EXISTS (SELECT FROM %s p WHERE %s)',
    conrelid::regclass,
    (SELECT 'c.' || quote_ident(attname) FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[cardinality(conkey)]),
    confrelid::regclass,
    (SELECT string_agg(format('c.%I = p.%I', child.attname, parent.attname), ' AND ')
     FROM unnest(conkey, confkey) AS pair (child_number, parent_number)
     JOIN pg_attribute child ON child.attrelid = conrelid AND child.attnum = child_number
     JOIN pg_attribute parent ON parent.attrelid = confrelid AND parent.attnum = parent_number)) AS sql
  FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[])`;

describe('a store that is loaded by COPY into a migrated database', () => {
  let opened: TestDatabase;
  let indexesBefore: unknown;
  let workspaceId: number;
  const said: string[] = [];
  const plan = planStore(CONVERSATIONS, 7);
  const run = (sql: string, bindings: readonly unknown[] = []) => opened.database.run(sql, bindings);
  const count = async (table: string) => (await run(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count;

  beforeAll(async () => {
    opened = await openTestDatabase('server');
    workspaceId = (await ensureDefaultWorkspace(opened.database.knex)).id;
    indexesBefore = await run(INDEXES, [TABLES]);
    await loadStore(opened.options.url as string, plan, workspaceId, (what) => said.push(what));
  });
  afterAll(() => opened?.remove());

  test('has the rows that the generator makes', async () => {
    for (const { name, rows } of STORE_TABLES) {
      const lines = [...rows(plan, workspaceId)].join('').split('\n').length - 1;
      expect([name, await count(name)]).toEqual([name, lines]);
    }
    expect(await count('conversations')).toBe(CONVERSATIONS);
  });

  test('has the indexes that the migrations made, and each can be used', async () => {
    const after = await run(INDEXES, [TABLES]);
    expect(after).toEqual(indexesBefore);
    expect(after.every(({ valid }) => valid === true)).toBe(true);
  });

  test('names nothing that is not there', async () => {
    const statements = await run(ORPHANS, [TABLES]);
    expect(statements.length).toBeGreaterThan(10);
    for (const { name, sql } of statements) {
      expect([name, (await run(sql as string))[0]?.orphans]).toEqual([name, 0]);
    }
  });

  test('counts its messages as the conversations say, where there are any', async () => {
    const [wrong] = await run(
      `SELECT count(*)::int AS wrong FROM conversations c
       JOIN (SELECT workspace_id, conversation_id, count(*) AS count, max(sent_at) AS last FROM messages GROUP BY 1, 2) m
         ON m.workspace_id = c.workspace_id AND m.conversation_id = c.id
       WHERE m.count <> c.message_count OR m.last <> c.last_message_at`,
    );
    expect(wrong?.wrong).toBe(0);
  });

  test('says how far it is', () => {
    expect(said).toContain('index 1 of 24: conversations_metadata');
    expect(said.at(-1)).toBe('analyze');
  });

  test('is as it was when what was added is forgotten', async () => {
    const { knex } = opened.database;
    await createConversation(knex, workspaceId, { metadata: {}, createdAt: new Date('2026-03-01T00:00:00Z') });
    expect(await count('conversations')).toBe(CONVERSATIONS + 1);
    await forgetAdded(opened.options.url as string);
    expect(await count('conversations')).toBe(CONVERSATIONS);
  });
});

describe('indexes', () => {
  test('are made in the order of what they take', () => {
    const index = (table: string, name: string, definition: string) => ({ table, name, definition });
    const given = [
      index('messages', 'a', 'CREATE INDEX a'),
      index('conversations', 'b', 'CREATE INDEX b'),
      index('conversations', 'c', 'CREATE INDEX c ON x USING gin (y)'),
    ];
    expect(inOrderOfEffort(given).map(({ name }) => name)).toEqual(['c', 'b', 'a']);
  });
});
