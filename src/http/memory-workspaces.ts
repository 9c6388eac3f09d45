import type { MemoryWorkspace } from './memory-workspace.js';

/** What workspaces decide about their memory, kept for a while: a search in a live call asks for nothing else first. */
export interface MemoryWorkspaces {
  /** Never rejects, and never later than asked for: what is not known is as the server has it. */
  of(workspaceId: number, timeoutMs: number): Promise<MemoryWorkspace>;
}

const FRESH_MS = 10_000;
const KEPT_MAX = 10_000;

interface Entry {
  readonly workspace: MemoryWorkspace;
  readonly atMs: number;
}

/**
 * @param load asks the database
 * @param fallback for a workspace of which nothing is known yet
 * @param nowMs of a clock that only moves forward
 */
export function createMemoryWorkspaces({
  load,
  fallback,
  nowMs,
}: {
  readonly load: (workspaceId: number) => Promise<MemoryWorkspace>;
  readonly fallback: MemoryWorkspace;
  readonly nowMs: () => number;
}): MemoryWorkspaces {
  const entries = new Map<number, Entry>();
  const loading = new Map<number, Promise<MemoryWorkspace>>();

  function loadOnce(workspaceId: number): Promise<MemoryWorkspace> {
    const under = loading.get(workspaceId);
    if (under !== undefined) return under;
    const started = load(workspaceId)
      .then((workspace) => {
        if (entries.size >= KEPT_MAX) entries.clear();
        entries.set(workspaceId, { workspace, atMs: nowMs() });
        return workspace;
      })
      .finally(() => loading.delete(workspaceId));
    loading.set(workspaceId, started);
    return started;
  }

  return {
    async of(workspaceId, timeoutMs) {
      const entry = entries.get(workspaceId);
      if (entry !== undefined && nowMs() - entry.atMs <= FRESH_MS) return entry.workspace;
      const known = entry?.workspace ?? fallback;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<MemoryWorkspace>((resolve) => {
        timer = setTimeout(resolve, timeoutMs, known);
      });
      try {
        return await Promise.race([loadOnce(workspaceId).catch(() => known), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
