import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { indexedExpression } from '../query/compile/metadata-path.js';
import { STANDARD_KEYS } from '../query/fields.js';
import { cancelStatement } from './cancel-statement.js';
import type { Database } from './database.js';
import { textProblem } from './storable.js';

/**
 * Indexes of metadata keys that are asked for often, made by who runs the server: as those of the standard keys, of all workspaces, in
 * the order of `last_message_at`. On a server they are made while everybody goes on working (CONCURRENTLY); one that was not finished
 * is left behind invalid, uses time and serves nobody, until it is made again or dropped.
 */

export interface MetadataIndex {
  /** Of the metadata. */
  readonly key: string;
  readonly name: string;
  /** `invalid`: it was not finished, and serves no query. */
  readonly state: 'valid' | 'invalid' | 'being made';
  readonly bytes: number;
  /** How often queries have used it, since the server's statistics began. */
  readonly scans: number;
}

/** How far the making of an index is, in Postgres's words. */
export interface IndexProgress {
  readonly phase: string;
  /** From 0 to 1; absent in phases that cannot tell. */
  readonly part?: number;
}

/** An index cannot be made, for a reason that the one who asked can do something about. One sentence. */
export class IndexRefused extends Error {
  override readonly name = 'IndexRefused';
  readonly kind: 'key' | 'busy' | 'too many';

  constructor(kind: IndexRefused['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

export interface CreateIndexOptions {
  /** Ends the making; what is left of it is dropped by the next attempt. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IndexProgress) => void;
}

/** Each one costs every new conversation and message some microseconds. */
export const METADATA_INDEXES_MAX = 24;
const KEY_CHARACTERS_MAX = 256;
const PREFIX = 'conversations_key_';
/** An identifier of Postgres has 63 bytes. */
const READABLE_CHARACTERS = 30;
const PROGRESS_MS = 500;
const DUPLICATE_TABLE = '42P07';

/** What is wrong with a key that an index is asked for, as a sentence; undefined when nothing is. */
export function indexKeyProblem(key: string): string | undefined {
  if (key === '') return 'The key is empty.';
  const characters = [...key].length;
  if (characters > KEY_CHARACTERS_MAX)
    return `The key has ${characters} characters; ${KEY_CHARACTERS_MAX} are allowed.`;
  const problem = textProblem(key);
  if (problem !== undefined) return `The key ${problem}`;
  if ((STANDARD_KEYS as readonly string[]).includes(key)) return `"${key}" has an index already: it is a standard key.`;
  if (key.startsWith('metadata->')) return `Give the key alone: "${key.replace(/^metadata->>?/, '')}".`;
  return undefined;
}

/** Whatever the key is: it is told by the hash, and the rest is for people. */
export function metadataIndexName(key: string): string {
  const readable = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, READABLE_CHARACTERS)
    .replace(/^_|_$/g, '');
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 12);
  return `${PREFIX}${readable === '' ? '' : `${readable}_`}${hash}`;
}

const LIST = `
  SELECT c.relname AS name, pg_get_indexdef(i.indexrelid, 2, false) AS expression, i.indisvalid AS "isValid",
    pg_relation_size(i.indexrelid)::float8 AS bytes, coalesce(s.idx_scan, 0)::float8 AS scans,
    EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid) AS "isBeingMade"
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid
  LEFT JOIN pg_stat_all_indexes s ON s.indexrelid = i.indexrelid
  WHERE i.indrelid = 'conversations'::regclass AND starts_with(c.relname, '${PREFIX}')
  ORDER BY 1`;

interface ListedRow {
  readonly name: string;
  readonly expression: string;
  readonly isValid: boolean;
  readonly bytes: number;
  readonly scans: number;
  readonly isBeingMade: boolean;
}

/** Those that were asked for; the standard keys' are not among them. */
export async function listMetadataIndexes({ run }: Pick<Database, 'run'>): Promise<readonly MetadataIndex[]> {
  const rows = (await run(LIST, [], { timeoutMs: 10_000 })) as unknown as readonly ListedRow[];
  return rows.flatMap(({ name, expression, isValid, isBeingMade, bytes, scans }) => {
    const key = keyOf(expression);
    if (key === undefined || metadataIndexName(key) !== name) return [];
    const state = isBeingMade ? 'being made' : isValid ? 'valid' : 'invalid';
    return [{ key, name, state, bytes, scans } as const];
  });
}

/** The key in Postgres's own writing of the expression: `"left"((metadata ->> 'campaign'::text), 512)`. */
function keyOf(expression: string): string | undefined {
  const [, isEscaped, quoted] = /->> (E?)'((?:[^']|'')*)'::text/.exec(expression) ?? [];
  if (quoted === undefined) return undefined;
  const text = quoted.replaceAll("''", "'");
  return isEscaped === '' ? text : text.replaceAll('\\\\', '\\');
}

/**
 * Makes the index of a key, and has the values of the key counted for the planner.
 *
 * @returns `kept` when it is there already
 * @throws IndexRefused a key that cannot have one; another process makes it now; there are too many
 */
export async function createMetadataIndex(
  database: Database,
  key: string,
  { signal, onProgress }: CreateIndexOptions = {},
): Promise<'made' | 'kept'> {
  const problem = indexKeyProblem(key);
  if (problem !== undefined) throw new IndexRefused('key', problem);
  const there = await listMetadataIndexes(database);
  const known = there.find((index) => index.key === key);
  if (known?.state === 'valid') return 'kept';
  if (known?.state === 'being made') throw beingMade(key);
  if (known === undefined && there.length >= METADATA_INDEXES_MAX) {
    const detail = `There are ${there.length} indexes of metadata keys already, and each makes writing slower: drop one first.`;
    throw new IndexRefused('too many', detail);
  }
  const name = metadataIndexName(key);
  const columns = `(workspace_id, (${indexedExpression(key)}), last_message_at DESC, id DESC)`;
  const concurrently = database.kind === 'server' ? 'CONCURRENTLY ' : '';
  await withoutTimeLimit(database, signal, async (statement) => {
    if (known !== undefined) await statement(`DROP INDEX ${concurrently}IF EXISTS ${name}`);
    const making = statement(`CREATE INDEX ${concurrently}${name} ON conversations ${columns}`).catch(
      (error: unknown) => {
        throw (error as { code?: unknown }).code === DUPLICATE_TABLE ? beingMade(key) : error;
      },
    );
    await whileTelling(database, name, making, onProgress);
    await statement('ANALYZE conversations');
  });
  return 'made';
}

/**
 * Drops the index of a key.
 *
 * @returns false when there is none
 */
export async function dropMetadataIndex(database: Database, key: string): Promise<boolean> {
  const known = (await listMetadataIndexes(database)).find((index) => index.key === key);
  if (known === undefined) return false;
  if (known.state === 'being made') throw beingMade(key);
  const concurrently = database.kind === 'server' ? 'CONCURRENTLY ' : '';
  await withoutTimeLimit(database, undefined, (statement) =>
    statement(`DROP INDEX ${concurrently}IF EXISTS ${known.name}`),
  );
  return true;
}

function beingMade(key: string): IndexRefused {
  return new IndexRefused('busy', `The index of "${key}" is being made already.`);
}

/**
 * On one connection, whose statements may take as long as they take: making an index reads the whole table, and first waits for whoever
 * is writing to it. Each statement is a transaction of its own, which CONCURRENTLY asks for.
 */
async function withoutTimeLimit(
  database: Database,
  signal: AbortSignal | undefined,
  work: (statement: (sql: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  signal?.throwIfAborted();
  return database.withSession(async (connection) => {
    const cancel = (): void => void cancelStatement(connection);
    signal?.addEventListener('abort', cancel);
    try {
      const { rows } = await connection.query(`SELECT current_setting('statement_timeout') AS "timeout"`);
      await connection.query(`SELECT set_config('statement_timeout', '0', false)`);
      try {
        await work(async (sql) => {
          signal?.throwIfAborted();
          await connection.query(sql);
        });
      } finally {
        await connection.query(`SELECT set_config('statement_timeout', $1, false)`, [rows[0]?.timeout]);
      }
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  });
}

/** The embedded database does one thing at a time, and cannot be asked meanwhile. */
async function whileTelling(
  database: Database,
  name: string,
  making: Promise<void>,
  onProgress: CreateIndexOptions['onProgress'],
): Promise<void> {
  const over = new AbortController();
  const ended = making.finally(() => over.abort());
  ended.catch(() => {});
  while (onProgress !== undefined && database.kind === 'server' && !over.signal.aborted) {
    await sleep(PROGRESS_MS, undefined, { signal: over.signal }).catch(() => {});
    if (over.signal.aborted) break;
    const [row] = await database.run(PROGRESS, [name], { timeoutMs: PROGRESS_MS }).catch(() => []);
    if (row === undefined) continue;
    const [phase, done, total] = [String(row.phase), Number(row.done), Number(row.total)];
    onProgress(total > 0 ? { phase, part: done / total } : { phase });
  }
  await ended;
}

const PROGRESS = `
  SELECT p.phase, (CASE WHEN p.blocks_total > 0 THEN p.blocks_done ELSE p.tuples_done END)::float8 AS done,
    (CASE WHEN p.blocks_total > 0 THEN p.blocks_total ELSE p.tuples_total END)::float8 AS total
  FROM pg_stat_progress_create_index p JOIN pg_class c ON c.oid = p.index_relid
  WHERE c.relname = $1 AND c.relnamespace = current_schema()::regnamespace`;
