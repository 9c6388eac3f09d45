import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Query } from '../../../src/query/ast.js';
import { check } from '../../../src/query/check/check.js';
import { createCompiler } from '../../../src/query/compile/compile.js';
import { equalQueries } from '../../../src/query/equal.js';
import { parse, parseHttp } from '../../../src/query/parse.js';
import { print } from '../../../src/query/print.js';
import { listConversations } from '../../../src/store/conversations.js';
import { KINDS, makeWorkspace, openTestDatabase, type TestDatabase } from '../../support/databases.js';
import { DATASET } from '../model/dataset.js';
import { evaluate } from '../model/evaluate.js';
import { frozen } from '../model/frozen.js';
import { storeConversations } from '../model/store-conversations.js';
import { NOW } from '../model/vocabulary.js';
import type { Case } from './case.js';
import { SUBJECTS } from './index.js';
import { keyOf, recorded } from './recorded.js';

/** Statements are recorded as of the first workspace. */
const RECORDED_SCOPE = { workspaceId: 1, now: NOW };

/** What the evaluator does not model: text search but for single words, and what only Postgres' expressions have. */
const NOT_MODELLED = /fts[(.]|\[\[:|%20\d\d:\d\d(&|$)/;

const LABELS = new Map(DATASET.map(({ id, label }) => [id, label]));

interface Opened extends TestDatabase {
  readonly workspaceId: number;
}

const compiler = createCompiler();
const opened: Opened[] = [];

beforeAll(async () => {
  for (const kind of KINDS) {
    const test = await openTestDatabase(kind);
    const { id } = await makeWorkspace(test.database);
    opened.push({ ...test, workspaceId: id });
    await storeConversations(test.database, id, DATASET);
    // The same conversations of somebody else, which nobody must find.
    const other = await makeWorkspace(test.database);
    await storeConversations(test.database, other.id, DATASET);
  }
});

afterAll(async () => {
  for (const test of opened) await test.remove();
});

describe.each(SUBJECTS)('$subject', ({ subject, cases }) => {
  const statements = recorded<{ sql: string; bindings: unknown }>(subject);

  it.each(cases)('$reading $text', async (row) => {
    const query = frozen(read(row));
    expect(print(query)).toBe(row.canonical);
    for (const again of [parse(row.canonical), parseHttp(row.canonical)]) {
      expect(equalQueries(again, query), `read again: ${row.canonical}`).toBe(true);
    }

    const checked = frozen(check(query, row.text));
    const { sql, bindings } = compiler.compile(checked, RECORDED_SCOPE);
    // As JSON has them, which is how they are kept.
    const made = JSON.parse(JSON.stringify({ sql, bindings }));
    expect(made).toEqual(statements.entry(keyOf(row), made));

    for (const { database, workspaceId } of opened) {
      const compiled = compiler.compile(checked, { workspaceId, now: NOW });
      expect(shown(query, await listConversations(database, compiled)), database.kind).toEqual(row.rows);
    }
    if (!NOT_MODELLED.test(row.canonical)) {
      expect(shown(query, evaluate(query, DATASET, NOW)), 'the evaluator').toEqual(row.rows);
    }
  });

  afterAll(() => statements.save());
});

function read({ text, reading }: Case): Query {
  return reading === 'http' ? parseHttp(text) : parse(text);
}

/** Labels stand for whole conversations; what was selected is shown as it is. */
function shown(query: Query, rows: readonly { readonly id?: unknown }[]): Case['rows'] {
  return query.select === undefined ? rows.map(({ id }) => LABELS.get(id as string) ?? `unknown: ${id}`) : rows;
}
