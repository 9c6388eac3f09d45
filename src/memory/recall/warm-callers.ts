import type { WarmCaller } from './warm-caller.js';

export interface WarmCallersOptions {
  /** So many that were asked for last are kept, as long as they do not take twice `bytesMax`. */
  readonly callersMin: number;
  /** Beyond those, callers are kept while all together take no more. */
  readonly bytesMax: number;
  /** Callers who were not asked for so long are forgotten. */
  readonly idleMs: number;
}

/**
 * `good`: as the database has it, as far as is known. `learned`: a job has worked out more from what is here. `outdated`: there may be
 * more by now; to be used while there is nothing better.
 */
export type Freshness = 'good' | 'learned' | 'outdated';

interface Kept {
  readonly caller: WarmCaller;
  /** When it was kept: they may be others by now. */
  readonly callerIds: readonly string[];
  /** By what it was asked for. */
  readonly aliases: Set<string>;
  freshness: Freshness;
  /** Since when. */
  freshnessAtMs: number;
  /** When all of it was read: where only what was learned was read anew, before that. */
  loadedAtMs: number;
  usedAtMs: number;
  bytes: number;
}

/** A caller who is warm. Times are of the clock that only moves forward. */
export type KeptCaller = Readonly<Kept>;

/** The callers that a process keeps in memory, in the order of use. */
export class WarmCallers {
  readonly #options: WarmCallersOptions;
  /** The first one was not used for longest. */
  readonly #kept = new Map<string, Kept>();
  /** From an alias to a key of `kept`. */
  readonly #aliases = new Map<string, string>();
  /** From each caller, merged ones too, to a key of `kept`. */
  readonly #ids = new Map<string, string>();
  #bytes = 0;

  constructor(options: WarmCallersOptions) {
    this.#options = options;
  }

  get size(): { readonly callers: number; readonly bytes: number } {
    return { callers: this.#kept.size, bytes: this.#bytes };
  }

  use(alias: string, nowMs: number): KeptCaller | undefined {
    const key = this.#aliases.get(alias);
    const kept = key === undefined ? undefined : this.#kept.get(key);
    if (key === undefined || kept === undefined) return undefined;
    kept.usedAtMs = nowMs;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  /** The same, and it does not count as a use. */
  peek(alias: string): KeptCaller | undefined {
    return this.#kept.get(this.#aliases.get(alias) ?? '');
  }

  /** The one that is kept for a caller's id. */
  find(workspaceId: number, callerId: string): KeptCaller | undefined {
    return this.#kept.get(this.#ids.get(idKey(workspaceId, callerId)) ?? '');
  }

  /** @param loadedAtMs when all of it was read */
  keep(caller: WarmCaller, alias: string, nowMs: number, loadedAtMs = nowMs): KeptCaller {
    const key = idKey(caller.workspaceId, caller.callerId);
    const before = this.#kept.get(key);
    const aliases = before?.aliases ?? new Set<string>();
    this.#forgetKey(key);
    // Two callers that have become one.
    for (const id of caller.callerIds) {
      const other = this.#ids.get(idKey(caller.workspaceId, id));
      if (other !== undefined) this.#forgetKey(other);
      this.#ids.set(idKey(caller.workspaceId, id), key);
    }
    for (const one of [...aliases, alias]) this.#alias(one, key, aliases);
    const { callerIds } = caller;
    const kept: Kept = {
      caller,
      callerIds,
      aliases,
      freshness: 'good',
      freshnessAtMs: nowMs,
      loadedAtMs,
      usedAtMs: nowMs,
      bytes: 0,
    };
    this.#kept.set(key, kept);
    this.weigh(caller);
    return kept;
  }

  /** Counts anew what a caller takes, and makes room. */
  weigh(caller: WarmCaller): void {
    const kept = this.#kept.get(idKey(caller.workspaceId, caller.callerId));
    if (kept?.caller !== caller) return;
    const { bytes } = caller;
    this.#bytes += bytes - kept.bytes;
    kept.bytes = bytes;
    this.#makeRoom();
  }

  /** What was learned since does not make a copy better that is outdated, nor its time a later one. */
  outdate(kept: KeptCaller, freshness: 'learned' | 'outdated', nowMs: number): void {
    if (kept.freshness === freshness || kept.freshness === 'outdated') return;
    Object.assign(kept as Kept, { freshness, freshnessAtMs: nowMs });
  }

  forget({ caller }: KeptCaller): void {
    this.#forgetKey(idKey(caller.workspaceId, caller.callerId));
  }

  forgetAlias(alias: string): void {
    this.#forgetKey(this.#aliases.get(alias) ?? '');
  }

  forgetIdle(nowMs: number): void {
    for (const [key, { usedAtMs }] of this.#kept) {
      if (nowMs - usedAtMs < this.#options.idleMs) return;
      this.#forgetKey(key);
    }
  }

  all(): readonly KeptCaller[] {
    return [...this.#kept.values()];
  }

  #alias(alias: string, key: string, aliases: Set<string>): void {
    const other = this.#kept.get(this.#aliases.get(alias) ?? '');
    other?.aliases.delete(alias);
    aliases.add(alias);
    this.#aliases.set(alias, key);
  }

  #makeRoom(): void {
    const { bytesMax, callersMin } = this.#options;
    for (const key of this.#kept.keys()) {
      const max = this.#kept.size > callersMin ? bytesMax : 2 * bytesMax;
      // The last one is the one that was just asked for.
      if (this.#bytes <= max || this.#kept.size <= 1) return;
      this.#forgetKey(key);
    }
  }

  #forgetKey(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#kept.delete(key);
    this.#bytes -= kept.bytes;
    for (const alias of kept.aliases) if (this.#aliases.get(alias) === key) this.#aliases.delete(alias);
    for (const id of kept.callerIds) {
      const idOf = idKey(kept.caller.workspaceId, id);
      if (this.#ids.get(idOf) === key) this.#ids.delete(idOf);
    }
  }
}

function idKey(workspaceId: number, callerId: string): string {
  return `${workspaceId} ${callerId}`;
}
