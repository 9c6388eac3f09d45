import type { Change } from '../../store/change-feed.js';
import type { Policy } from './policy.js';

/** The policies that hold, by workspace: in memory, so that the start of a call asks nobody. */
export interface PolicyBook {
  /** What holds now, at once; undefined where nothing has been loaded yet. */
  known(workspaceId: number): readonly Policy[] | undefined;
  /** Asks the database; rejects when it does not answer. */
  ask(workspaceId: number): Promise<readonly Policy[]>;
  /** Takes the stored policies of all workspaces, so that a database that is down later is not missed. */
  load(sets: readonly StoredPolicies[], workspaceIds: readonly number[]): Promise<void>;
  /** Forgets what has changed. */
  forget(change: Change | undefined): void;
}

/** The source of a workspace's policies, as it is stored. */
export interface StoredPolicies {
  readonly workspaceId: number;
  readonly revision: number;
  readonly source: string;
}

export interface PolicyBookOptions {
  /** The stored source of a workspace's policies; undefined: it has none. Rejects when the database does not answer. */
  readonly find: (workspaceId: number) => Promise<StoredPolicies | undefined>;
  /** Milliseconds of a clock that only moves forward. */
  readonly nowMs: () => number;
  /** Of a stored source that this version cannot read: what ran goes on. */
  readonly report: (workspaceId: number, error: unknown) => void;
}

/** Where other processes' changes do not arrive, they are found so late. */
const FRESH_MS = 5_000;
const WORKSPACES_MAX = 10_000;

interface Page {
  readonly revision: number;
  readonly policies: readonly Policy[];
  checkedAtMs: number;
}

export function createPolicyBook({ find, nowMs, report }: PolicyBookOptions): PolicyBook {
  const pages = new Map<number, Page>();
  const underWay = new Map<number, Promise<Page>>();

  async function load(workspaceId: number): Promise<Page> {
    const before = pages.get(workspaceId);
    const stored = await find(workspaceId);
    const page = await pageOf(workspaceId, stored, before);
    if (pages.size >= WORKSPACES_MAX && before === undefined) pages.clear();
    pages.set(workspaceId, page);
    return page;
  }

  async function pageOf(
    workspaceId: number,
    stored: StoredPolicies | undefined,
    before: Page | undefined,
  ): Promise<Page> {
    const checkedAtMs = nowMs();
    if (stored === undefined) return { revision: 0, policies: [], checkedAtMs };
    if (stored.revision === before?.revision) return { ...before, checkedAtMs };
    try {
      // The readers of YAML and of templates take a while to load: a server without policies starts without them.
      const { readPolicies } = await import('./read-policies.js');
      return { revision: stored.revision, policies: readPolicies(stored.source).policies, checkedAtMs };
    } catch (error) {
      report(workspaceId, error);
      return { revision: stored.revision, policies: before?.policies ?? [], checkedAtMs };
    }
  }

  function refresh(workspaceId: number): Promise<Page> {
    const asked = underWay.get(workspaceId);
    if (asked !== undefined) return asked;
    const loading = load(workspaceId).finally(() => underWay.delete(workspaceId));
    underWay.set(workspaceId, loading);
    return loading;
  }

  return {
    known(workspaceId) {
      const page = pages.get(workspaceId);
      if (page === undefined) return undefined;
      if (nowMs() - page.checkedAtMs > FRESH_MS) {
        // The call does not wait for it, and a database that is down changes nothing.
        page.checkedAtMs = nowMs();
        refresh(workspaceId).catch(() => {});
      }
      return page.policies;
    },
    ask: async (workspaceId) => (await refresh(workspaceId)).policies,
    async load(sets, workspaceIds) {
      for (const workspaceId of workspaceIds) {
        const stored = sets.find((set) => set.workspaceId === workspaceId);
        pages.set(workspaceId, await pageOf(workspaceId, stored, pages.get(workspaceId)));
      }
    },
    forget(change) {
      if (change !== undefined && change.kind !== 'policies') return;
      const ids = change === undefined ? [...pages.keys()] : [change.workspaceId];
      for (const id of ids) {
        const page = pages.get(id);
        if (page !== undefined) page.checkedAtMs = Number.NEGATIVE_INFINITY;
      }
    },
  };
}
