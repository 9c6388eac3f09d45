import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSchemaTables, TABLES_OF_NO_WORKSPACE } from '../../src/store/backup/schema-tables.js';
import { describeOnBothDatabases } from '../support/databases.js';

/**
 * What lets the tables be distributed by `workspace_id` (docs/growing.md): whatever is asked of a workspace is where that workspace is.
 * That primary keys, unique constraints, foreign keys and indexes start with it is in migrate.test.ts.
 */
describeOnBothDatabases('the tables', (database) => {
  it('are all of one workspace, but for those that are named', async () => {
    const rows = await database().run(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace`,
      [],
    );
    const ours = (await readSchemaTables(database().knex)).map(({ name }) => name);
    // A backup takes these: a table that is none of them would not be in it.
    expect(rows.map(({ name }) => name).filter((name) => !ours.includes(name as string))).toEqual([
      'ringback_migrations',
    ]);
    expect(ours).toEqual(expect.arrayContaining([...TABLES_OF_NO_WORKSPACE, 'conversations', 'messages', 'jobs']));
  });

  it('refer to rows of the same workspace only: each foreign key carries it on both sides, or is to the workspaces', async () => {
    const rows = await database().run(
      `SELECT c.conrelid::regclass::text AS table, c.confrelid::regclass::text AS other, pg_get_constraintdef(c.oid) AS definition,
         (SELECT array_position(c.conkey, a.attnum) FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attname = 'workspace_id') AS here,
         (SELECT array_position(c.confkey, a.attnum) FROM pg_attribute a WHERE a.attrelid = c.confrelid AND a.attname = 'workspace_id') AS there
       FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace`,
      [],
    );
    expect(rows.length).toBeGreaterThan(15);
    const breaches = rows.filter(({ other, here, there }) =>
      other === 'workspaces' ? here !== 1 : here !== 1 || there !== 1,
    );
    expect(breaches).toEqual([]);
  });

  it('have a workspace in every row, of the type of its id', async () => {
    const rows = await database().run(
      `SELECT table_name AS "table", data_type AS type, is_nullable AS "isNullable" FROM information_schema.columns
       WHERE table_schema = current_schema() AND column_name = 'workspace_id'`,
      [],
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ type, isNullable }) => type !== 'integer' || isNullable !== 'NO')).toEqual([]);
  });

  it('are all named by the page that says how to distribute them', async () => {
    const page = await readFile(fileURLToPath(new URL('../../docs/growing.md', import.meta.url)), 'utf8');
    const distributed = [...page.matchAll(/\(\d, '(\w+)'\)|create_(?:reference|distributed)_table\('(\w+)'/g)];
    const named = [...distributed.map(([, one, other]) => one ?? other), 'periodic_tasks', 'jobs'];
    const ours = (await readSchemaTables(database().knex)).map(({ name }) => name);
    expect(named.sort()).toEqual([...ours].sort());
  });

  it('have no trigger and no rule, which would run where nobody sees them', async () => {
    expect(
      await database().run(
        `SELECT tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
         WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace
         UNION ALL SELECT rulename FROM pg_rules WHERE schemaname = current_schema()`,
        [],
      ),
    ).toEqual([]);
  });
});

/** What is asked of all workspaces on purpose, seldom, and of few rows. */
const OF_ALL_WORKSPACES = [
  // The policies of all, when a process starts.
  "FROM policy_sets WHERE source <> ''",
  // What queries ask for, when an operator wants to know which index would help.
  'SELECT field AS key, sum(count)::float8',
];

const STORE = fileURLToPath(new URL('../../src/store', import.meta.url));

describe('the statements', () => {
  it('name the workspace for every table of which they read or write', async () => {
    const migrations = await texts('migrations');
    const tables = [...migrations.join('\n').matchAll(/CREATE TABLE (\w+) \(\s*workspace_id/g)].map(([, name]) => name);
    expect(tables.length).toBeGreaterThan(20);
    const mentions = new RegExp(`\\b(?:FROM|JOIN|INTO|UPDATE)\\s+(?:ONLY\\s+)?(${tables.join('|')})\\b`, 'g');
    const breaches: string[] = [];
    let statements = 0;
    for (const text of await texts('.')) {
      for (const sql of stringsOf(text.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, ''))) {
        const named = [...sql.matchAll(mentions)];
        if (named.length === 0) continue;
        statements += 1;
        const scopes = [...sql.matchAll(/workspace_id/g)].length;
        if (scopes < named.length && !OF_ALL_WORKSPACES.some((known) => sql.includes(known)))
          breaches.push(sql.replaceAll(/\s+/g, ' ').trim().slice(0, 110));
      }
    }
    expect(statements).toBeGreaterThan(60);
    expect(breaches.sort()).toEqual([]);
  });
});

/** String and template literals, each with all that stands in it. */
function stringsOf(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const quote = text[at];
    if (quote !== '`' && quote !== "'") continue;
    const end = endOf(text, at);
    found.push(text.slice(at + 1, end));
    at = end;
  }
  return found;
}

/** Where the literal ends that begins there: a template may hold others. */
function endOf(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
    else if (quote === '`' && text.startsWith('${', at)) at = endOfBraces(text, at + 1);
  }
  return text.length;
}

function endOfBraces(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '`' || text[at] === "'") at = endOf(text, at);
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

async function texts(folder: string): Promise<readonly string[]> {
  const names = (await readdir(join(STORE, folder))).filter((name) => name.endsWith('.ts'));
  return Promise.all(names.map((name) => readFile(join(STORE, folder, name), 'utf8')));
}
