import type { Change } from '../../store/change-feed.js';
import type { Policy } from './policy.js';

/** The policies that hold, by workspace: in memory, so that the start of a call asks nobody. */
export interface PolicyBook {
  /** What holds now, at once; undefined where nothing has been loaded yet, or nothing that can be read. */
  known(workspaceId: number): readonly Policy[] | undefined;
  /** Asks the database; rejects when it does not answer, or with PoliciesUnreadable. */
  ask(workspaceId: number): Promise<readonly Policy[]>;
  /** Takes the stored policies of all workspaces, so that a database that is down later is not missed. */
  load(sets: readonly StoredPolicies[], workspaceIds: readonly number[]): Promise<void>;
  /** Forgets what has changed. */
  forget(change: Change | undefined): void;
}

/** What is stored is none of this version's, and nothing ran before. What it forbids is not known: no policy takes its place. */
export class PoliciesUnreadable extends Error {
  override readonly name = 'PoliciesUnreadable';
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
  /** Undefined: they cannot be read. */
  readonly policies: readonly Policy[] | undefined;
  checkedAtMs: number;
}

export function createPolicyBook({ find, nowMs, report }: PolicyBookOptions): PolicyBook {
  const pages = new Map<number, Page>();
  const underWay = new Map<number, Promise<Page>>();

  async function load(workspaceId: number): Promise<Page> {
    const before = pages.get(workspaceId);
    const stored = await find(workspaceId);
    return pageOf(workspaceId, stored, before);
  }

  function keep(workspaceId: number, page: Page): void {
    if (pages.size >= WORKSPACES_MAX && !pages.has(workspaceId)) pages.clear();
    pages.set(workspaceId, page);
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
      return { revision: stored.revision, policies: before?.policies, checkedAtMs };
    }
  }

  function refresh(workspaceId: number): Promise<Page> {
    const asked = underWay.get(workspaceId);
    if (asked !== undefined) return asked;
    const isLatest = (): boolean => underWay.get(workspaceId) === loading;
    const loading: Promise<Page> = load(workspaceId)
      .then((page) => {
        // Asked before a change, it would bring back what held before.
        if (isLatest()) keep(workspaceId, page);
        return page;
      })
      .finally(() => {
        if (isLatest()) underWay.delete(workspaceId);
      });
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
    async ask(workspaceId) {
      const { policies } = await refresh(workspaceId);
      if (policies === undefined) throw new PoliciesUnreadable('The stored policies cannot be read by this version.');
      return policies;
    },
    async load(sets, workspaceIds) {
      for (const workspaceId of workspaceIds) {
        const stored = sets.find((set) => set.workspaceId === workspaceId);
        pages.set(workspaceId, await pageOf(workspaceId, stored, pages.get(workspaceId)));
      }
    },
    forget(change) {
      if (change !== undefined && change.kind !== 'policies') return;
      const ids = change === undefined ? [...pages.keys(), ...underWay.keys()] : [change.workspaceId];
      for (const id of ids) {
        underWay.delete(id);
        const page = pages.get(id);
        if (page !== undefined) page.checkedAtMs = Number.NEGATIVE_INFINITY;
      }
    },
  };
}
