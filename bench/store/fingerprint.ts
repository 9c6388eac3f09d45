import { createHash } from 'node:crypto';
import { migrations } from '../../dist/store/migrations/index.js';
import type { StorePlan } from './store-plan.js';
import { STORE_TABLES } from './store-tables.js';

const SAMPLED_ROWS = 200;
/** The callers' tables look through all conversations first: a smaller store shows the same of them. */
const SAMPLED_CONVERSATIONS = 50_000;

/** Of the schema and of the first rows of each table: another seed, size or program has another one. */
export function fingerprintOf(plan: StorePlan): string {
  const hash = createHash('sha256').update(JSON.stringify({ plan, migrations: migrations.map(({ name }) => name) }));
  const sample = { ...plan, conversations: Math.min(plan.conversations, SAMPLED_CONVERSATIONS) };
  for (const { name, columns, rows } of STORE_TABLES) {
    hash.update(`${name} ${columns.join()}\n`);
    let taken = 0;
    for (const text of rows(sample, 1)) {
      hash.update(text);
      taken += 1;
      if (taken === SAMPLED_ROWS) break;
    }
  }
  return hash.digest('hex');
}
