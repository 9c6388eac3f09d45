import type { StoredCallerFacts, StoredTurn } from '../../store/caller-memory.js';
import type { IndexReaders } from '../search/search-index.js';
import { CallerIndex, type VectorOf } from './caller-index.js';
import { type CallerView, callerView } from './caller-view.js';
import type { Pause } from './work-slices.js';

/** What an index needs beside the facts. */
export interface IndexSources {
  readonly readers: IndexReaders;
  /** Of everything that is indexed in the process. */
  readonly pause: Pause;
  readonly turns: (stored: StoredCallerFacts) => Promise<readonly StoredTurn[]>;
  readonly vectors?: ((stored: StoredCallerFacts) => Promise<VectorOf>) | undefined;
}

/** An index that may still be on its way: what is in it can be found. */
export interface PendingIndex {
  readonly index: CallerIndex;
  /** Rejects when the database does not give what is missing. */
  readonly ready: Promise<void>;
  readonly isReady: boolean;
}

interface KeptIndex extends PendingIndex {
  readonly version: number;
  isReady: boolean;
}

/** Bytes of a fact or an episode besides its texts, with what it was weighed to. */
const ROW_BYTES = 1_500;
/** Of a turn, besides what the index counts. */
const TURN_BYTES = 300;

/**
 * One caller in memory: what was read, what it was weighed to, and the indexes that were asked for, by agent and time zone. Newer rows
 * take the place of older ones; an index is then brought up to date with what differs.
 */
export class WarmCaller {
  readonly workspaceId: number;
  #stored: StoredCallerFacts;
  #version = 0;
  /** Undefined: to be read, for the next index too. */
  #turns: readonly StoredTurn[] | undefined;
  readonly #views = new Map<string, CallerView>();
  readonly #indexes = new Map<string, KeptIndex>();

  constructor(workspaceId: number, stored: StoredCallerFacts) {
    this.workspaceId = workspaceId;
    this.#stored = stored;
  }

  get callerId(): string {
    return this.#stored.callerId;
  }

  /** With those of callers that were merged into it. */
  get callerIds(): readonly string[] {
    return this.#stored.callerIds;
  }

  get identities(): StoredCallerFacts['identities'] {
    return this.#stored.identities;
  }

  /** About. */
  get bytes(): number {
    const { facts, episodes, patterns } = this.#stored;
    let bytes = ROW_BYTES * (1 + facts.length + episodes.length + patterns.length);
    for (const { value, statement, quote } of facts)
      bytes += 2 * (value.length + statement.length + (quote ?? '').length);
    for (const { summary } of episodes) bytes += 2 * summary.length;
    for (const { index } of this.#indexes.values()) bytes += index.bytes + TURN_BYTES * (this.#turns?.length ?? 0);
    return bytes;
  }

  /** @param turnsStay no call has come to it: what was said in them need not be read again */
  renew(stored: StoredCallerFacts, { turnsStay }: { readonly turnsStay: boolean }): void {
    this.#stored = stored;
    if (!turnsStay) this.#turns = undefined;
    this.#version += 1;
    this.#views.clear();
  }

  /** @param agentId who asks; it counts where the workspace keeps agents apart */
  view(agentId: string | undefined): CallerView {
    const agent = this.#agentOf(agentId);
    const key = JSON.stringify([agent]);
    let view = this.#views.get(key);
    if (view === undefined) {
      view = callerView(this.#stored, agent);
      this.#views.set(key, view);
    }
    return view;
  }

  /** Begins what is missing. */
  index(agentId: string | undefined, timeZone: string, sources: IndexSources): PendingIndex {
    const key = JSON.stringify([this.#agentOf(agentId), timeZone]);
    const known = this.#indexes.get(key);
    if (known?.version === this.#version) return known;
    const index = known?.index ?? new CallerIndex(timeZone, sources.readers, sources.pause);
    const kept: KeptIndex = {
      index,
      version: this.#version,
      isReady: false,
      ready: this.#fill(index, agentId, sources),
    };
    this.#indexes.set(key, kept);
    kept.ready.then(
      () => {
        kept.isReady = true;
      },
      () => {
        // The next one who asks tries again, with what is there already.
        if (this.#indexes.get(key) === kept) this.#indexes.set(key, { ...kept, version: -1 });
      },
    );
    return kept;
  }

  /** Gives back what can be made again. */
  dropIndexes(): void {
    this.#indexes.clear();
  }

  async #fill(index: CallerIndex, agentId: string | undefined, { turns, vectors }: IndexSources): Promise<void> {
    const stored = this.#stored;
    const version = this.#version;
    const view = this.view(agentId);
    const reading = Promise.all([this.#turns ?? turns(stored), vectors?.(stored)]);
    // It is awaited below.
    reading.catch(() => {});
    // Facts can be found while turns are read; those of before stay until then.
    await index.begin(view.documents([]));
    const [read, vectorOf] = await reading;
    // Newer rows came meanwhile: who asked for those has begun it anew.
    if (this.#version !== version) return;
    this.#turns = read;
    await index.update(view.documents(read), vectorOf);
  }

  #agentOf(agentId: string | undefined): string | undefined {
    return this.#stored.scope === 'agent' ? agentId : undefined;
  }
}
