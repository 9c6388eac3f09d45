import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describeError } from '../errors.js';
import type { Database, Executor } from './database.js';
import { createServerChoice } from './server-choice.js';
import type { StoreLog } from './store-log.js';

/** Something of a workspace that other processes may have in a cache. */
export interface Change {
  readonly workspaceId: number;
  /**
   * `policies`: the workspace's set. `callers`: the conversations of its end users, or of one of them (`key`). `memory`: what is
   * known of its callers, or of one of them (`key`).
   */
  readonly kind: 'policies' | 'callers' | 'memory';
  /** The end user's `telnyx_end_user_target`, as it is stored, or the caller's id; absent: all of them. */
  readonly key?: string;
  /** Of `memory`: something came to it and nothing was taken away. What was known before is out of date, rather than wrong. */
  readonly added?: boolean;
  /** Of what was added: a job worked it out from what was there. Nobody has just said it, and no turn of a call is among it. */
  readonly learned?: boolean;
}

/** The callers whose conversations have changed: one, or, where that cannot be told, all. */
export function callersChange(workspaceId: number, target: string | undefined): Change {
  return { workspaceId, kind: 'callers', ...(target === undefined ? {} : { key: target }) };
}

/**
 * What is known of a caller has changed: of one, or, where that cannot be told, of all. When callers are merged or taken apart, that is
 * a change of each of them. To be published when it is committed.
 */
export function memoryChange(workspaceId: number, callerId: string | undefined): Change {
  return { workspaceId, kind: 'memory', ...(callerId === undefined ? {} : { key: callerId }) };
}

/**
 * More is known of a caller, or, where that cannot be told, of some: copies of before may be used while the database does not answer.
 */
export function memoryAddition(workspaceId: number, callerId: string | undefined): Change {
  return { ...memoryChange(workspaceId, callerId), added: true };
}

/** More was worked out from what is known of a caller: copies of before may be used for some seconds while the database is busy. */
export function memoryLearned(workspaceId: number, callerId: string): Change {
  return { ...memoryAddition(workspaceId, callerId), learned: true };
}

/** Tells every process on the database what has changed, so that caches need not be asked again and again. */
export interface ChangeFeed {
  /** Tells the listeners of this process at once, the others when the database does. Never rejects. */
  publish(change: Change): void;
  /**
   * @param listener gets each change; undefined: changes may have been missed, so that nothing cached can be trusted
   * @returns ends it
   */
  subscribe(listener: (change: Change | undefined) => void): () => void;
  start(): void;
  /** Resolves when the others were told of what was published. What is published from then on stays in this process. */
  stop(): Promise<void>;
}

const CHANNEL = 'ringback_changes';
/** Of other versions of this program others may come. */
const KINDS: ReadonlySet<unknown> = new Set(['policies', 'callers', 'memory'] satisfies Change['kind'][]);
const RECONNECT_MS = 1_000;
/** A notification is at most 8,000 bytes. */
const KEY_CHARACTERS_MAX = 512;

/**
 * @param url of the server that several processes share; absent: the embedded database, which has one process
 */
export function createChangeFeed(database: Database, url: string | undefined, log: StoreLog): ChangeFeed {
  const listeners = new Set<(change: Change | undefined) => void>();
  /** In what this process tells: its listeners know it already, and would read anew what they have just read. */
  const origin = randomUUID();
  /** To be told to the others, in one statement: a call changes several things at once. */
  let untold: Change[] = [];
  let telling: Promise<void> = Promise.resolve();
  let isOver = false;
  const tell = (change: Change | undefined): void => {
    for (const listener of listeners) listener(change);
  };
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const choice = url === undefined ? undefined : createServerChoice(url);
  let stopped = url === undefined;
  let connecting: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const connectionString = await choice?.find().catch(() => undefined);
    if (connectionString === undefined) return later();
    const next = new pg.Client({
      connectionString,
      application_name: 'ringback changes',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const lost = (): void => {
      if (client !== next && connecting === undefined) return;
      client = undefined;
      void next.end().catch(() => {});
      later();
    };
    next.on('error', lost);
    next.on('end', lost);
    next.on('notification', ({ payload }) => {
      const told = readChange(payload);
      if (told !== undefined && told.origin !== origin) tell(told.change);
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      if (stopped) return void (await next.end());
      client = next;
      // What happened before is not known.
      tell(undefined);
    } catch {
      await next.end().catch(() => {});
      later();
    }
  }

  function later(): void {
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      begin();
    }, RECONNECT_MS);
    timer.unref();
  }

  function tellOthers(): void {
    const changes = untold;
    if (changes.length === 0) return;
    untold = [];
    const told = notify(database.knex, changes, origin).catch((error: unknown) =>
      // The others' caches are short-lived: they will know soon even so.
      log.warn(
        { kinds: [...new Set(changes.map(({ kind }) => kind))], error: describeError(error) },
        'changes could not be told to other processes',
      ),
    );
    telling = Promise.all([telling, told]).then(() => {});
  }

  function begin(): void {
    connecting = connect().finally(() => {
      connecting = undefined;
    });
  }

  return {
    publish(change) {
      tell(change);
      if (database.kind !== 'server' || isOver) return;
      if (untold.push(change) === 1) queueMicrotask(tellOthers);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (!stopped) begin();
    },
    async stop() {
      stopped = true;
      isOver = true;
      clearTimeout(timer);
      tellOthers();
      await telling;
      await connecting;
      const ending = client;
      client = undefined;
      await ending?.end().catch(() => {});
    },
  };
}

async function notify(db: Executor, changes: readonly Change[], origin: string): Promise<void> {
  const payloads = changes.map((change) => {
    const key = change.key !== undefined && change.key.length <= KEY_CHARACTERS_MAX ? { key: change.key } : {};
    const { workspaceId, kind } = change;
    return JSON.stringify({ workspaceId, kind, ...key, ...flagsOf(change), origin });
  });
  await db.raw('SELECT pg_notify(?, payload) FROM unnest(?::text[]) AS payload', [CHANNEL, payloads]);
}

/** @returns `origin` of another version of this program may be undefined */
function readChange(payload: string | undefined): { readonly change: Change; readonly origin: unknown } | undefined {
  try {
    const told = JSON.parse(payload ?? '') as Partial<Change & { readonly origin: unknown }>;
    const { workspaceId, kind, key, origin } = told;
    if (typeof workspaceId !== 'number' || kind === undefined || !KINDS.has(kind)) return undefined;
    const details = { ...(typeof key === 'string' ? { key } : {}), ...flagsOf(told) };
    return { change: { workspaceId, kind, ...details }, origin };
  } catch {
    return undefined;
  }
}

function flagsOf({ added, learned }: Pick<Change, 'added' | 'learned'>): Pick<Change, 'added' | 'learned'> {
  return { ...(added === true ? { added } : {}), ...(learned === true ? { learned } : {}) };
}
