import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Condition, type Filter, NOWHERE, type OrderTerm, type Query } from '../../../src/query/ast.js';
import { check } from '../../../src/query/check/check.js';
import type { CheckedFilter, CheckedQuery } from '../../../src/query/checked-query.js';
import { createCompiler } from '../../../src/query/compile/compile.js';
import { print } from '../../../src/query/print.js';
import { listConversations } from '../../../src/store/conversations.js';
import { createMetadataIndex, metadataIndexName } from '../../../src/store/metadata-indexes.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { arbitraryQuery } from './arbitrary-query.js';
import { arbitraryConversations } from './conversations.js';
import { evaluate } from './evaluate.js';
import { frozen } from './frozen.js';
import { seedOfRun } from './seed.js';
import { storeConversations } from './store-conversations.js';
import { NAMES, NOW, SCALARS } from './vocabulary.js';

const SETS = 4;
const QUERIES_PER_SET = 150;
const CONVERSATIONS_PER_SET = 120;
const KEYS = ['x', 'y', '0'];

/** Each field with values that an index of it could be asked for. */
const LISTED: readonly (readonly [column: string, key: string | undefined, values: readonly string[]])[] = [
  ...KEYS.map((key) => ['metadata', key, textsIn(SCALARS)] as const),
  ['metadata', 'telnyx_end_user_target', ['+13128675309', '+15551234567', 'sip:+1312@example.com', 'abc', 'nobody']],
  ['metadata', 'assistant_id', ['assistant-123', 'assistant-456', 'assistant-789']],
  ['name', undefined, NAMES.flatMap((name) => (name === null ? [] : [name]))],
];

function textsIn(scalars: readonly string[]): readonly string[] {
  return scalars.filter((scalar) => /^"[^-+\d]/.test(scalar)).map((scalar) => JSON.parse(scalar) as string);
}

const text = (raw: string) => ({ kind: 'text', text: raw, location: NOWHERE }) as const;

const listed: fc.Arbitrary<Filter> = fc.constantFrom(...LISTED).chain(([column, key, values]) => {
  const field = {
    ...({ kind: 'field', column, location: NOWHERE } as const),
    path: key === undefined ? [] : [{ kind: 'key', key } as const],
  };
  const value = fc.constantFrom(...values);
  const of = (shape: Pick<Condition, 'operator' | 'operand' | 'quantifier'>, negated = false): Condition => ({
    ...{ kind: 'condition', negated, field, operatorLocation: NOWHERE, location: NOWHERE },
    ...shape,
  });
  const list = (raw: readonly string[]) => ({ kind: 'list', elements: raw.map(text), location: NOWHERE }) as const;
  const several = fc.array(value, { minLength: 2, maxLength: 6 });
  const group = (conjunction: 'and' | 'or', members: readonly Filter[], negated: boolean): Filter => ({
    ...{ kind: 'group', conjunction, members, negated, location: NOWHERE },
  });
  return fc.oneof(
    several.map((raw) => of({ operator: 'in', operand: list(raw) })),
    several.map((raw) => of({ operator: 'eq', quantifier: 'any', operand: list(raw) })),
    several.map((raw) =>
      group(
        'or',
        raw.map((one) => of({ operator: 'eq', operand: text(one) })),
        false,
      ),
    ),
    several.map((raw) =>
      group(
        'and',
        raw.map((one) => of({ operator: 'neq', operand: text(one) })),
        true,
      ),
    ),
  );
});

const direction = fc.constantFrom('asc' as const, 'desc' as const);
const term = (column: string, way: 'asc' | 'desc'): OrderTerm => ({
  ...{
    kind: 'order',
    field: { kind: 'field', column, path: [], location: NOWHERE },
    direction: way,
    location: NOWHERE,
  },
});
const order = fc.oneof(
  fc.constant(undefined),
  direction.map((way) => [term('last_message_at', way)]),
  direction.map((way) => [term('last_message_at', way), term('id', way)]),
);

/** A list, what else may be asked, and an order that an index has. */
const question: fc.Arbitrary<Query> = fc
  .tuple(arbitraryQuery, listed, order, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 0, 1, 2))
  .map(([{ order: _, where, ...query }, filter, by, limit, others]) => ({
    ...query,
    limit: { kind: 'number', value: limit, location: NOWHERE },
    where: [...where.slice(0, others), filter],
    ...(by === undefined ? {} : { order: by }),
  }));

/** The same, written so that nothing is merged: an "and" of one. */
function inOneGo(checked: CheckedQuery): CheckedQuery {
  const alone = (filter: CheckedFilter): CheckedFilter => ({
    ...{ kind: 'group', conjunction: 'and', negated: false, members: [filter] },
  });
  return { ...checked, where: checked.where.map(alone) };
}

describeOnBothDatabases('lists of values that are merged', (database) => {
  it(`find the same conversations in the same order as in one go, and as the evaluator (${SETS * QUERIES_PER_SET} queries)`, {
    timeout: 120_000,
  }, async () => {
    const indexedKeys = new Map(KEYS.map((key) => [key, metadataIndexName(key)]));
    const compiler = createCompiler({ indexedKeys: () => indexedKeys });
    const first = seedOfRun();
    let merged = 0;
    let found = 0;
    for (let set = 0; set < SETS; set++) {
      // Without an index the statement means the same.
      if (set === SETS / 2) for (const key of KEYS) await createMetadataIndex(database(), key);
      const seed = first + set;
      const [conversations = []] = fc.sample(arbitraryConversations(CONVERSATIONS_PER_SET), { seed, numRuns: 1 });
      const workspaceId = (await makeWorkspace(database())).id;
      await storeConversations(database(), workspaceId, conversations);
      for (const [index, query] of fc.sample(question, { seed, numRuns: QUERIES_PER_SET }).entries()) {
        const excluded = index % 2 === 0 ? undefined : conversations[index % conversations.length];
        const scope = { workspaceId, now: NOW, ...(excluded && { excludeConversationId: excluded.id }) };
        const checked = frozen(check(frozen(query)));
        const statement = compiler.compile(checked, scope);
        const plain = compiler.compile(inOneGo(checked), scope);
        expect(plain.sql).not.toContain('unnest');
        const rows = await listConversations(database(), statement);
        const asked = `MODEL_SEED=${first} set ${set}: ${print(query)}\n${statement.sql}`;
        expect(rows, asked).toEqual(await listConversations(database(), plain));
        const present = conversations.filter((each) => each !== excluded);
        expect(rows, asked).toEqual(evaluate(query, present, NOW));
        if (statement.sql.includes('unnest')) merged++;
        if (statement.sql.includes('unnest') && rows.length > 0) found++;
      }
    }
    // Lists of one value, and those beside a condition that an index serves, are not.
    expect(merged).toBeGreaterThan((SETS * QUERIES_PER_SET) / 3);
    expect(found).toBeGreaterThan(merged / 4);
  });
});
