import type { StoredFact } from '../../store/caller-memory.js';
import { PREDICATES, type Predicate } from '../predicates.js';
import { compareTexts } from './compare-texts.js';
import type { Evidence, FactMemory } from './memory.js';
import { appointmentStart } from './same-value.js';

/** A saying with what is known of it before it is weighed. */
export interface Saying {
  readonly row: StoredFact;
  readonly predicate: Predicate;
  readonly person: FactMemory['person'];
  /** `caller`, or the other person's name in lower case. */
  readonly personKey: string;
  /** Of its value, see `valueKey`: read once, since it takes long. */
  readonly key: string;
}

/** A memory while its sayings are gone through, oldest first. */
export class DraftMemory {
  readonly first: Saying;
  /** Of its first value, see `valueKey`. */
  readonly key: string;
  /** Of an appointment's. */
  readonly start: string | undefined;
  readonly #rows: StoredFact[];
  value: string;
  /** ISO 8601. */
  validTo: string | undefined;
  supersededBy: DraftMemory | undefined;

  constructor(saying: Saying) {
    const { row, predicate } = saying;
    this.first = saying;
    this.key = saying.key;
    this.start = predicate === 'appointment' ? appointmentStart(row.value) : undefined;
    this.#rows = [saying.row];
    this.value = saying.row.value;
    if (saying.row.validTo !== null) this.end(saying.row.validTo);
  }

  get id(): string {
    return this.first.row.id;
  }

  /** Since when it is true: the earliest of what was said of that, or since it was first said. */
  get validFrom(): string {
    const said = this.#rows.flatMap(({ validFrom }) => validFrom ?? []);
    const known = earliest([...said, this.#rows[0]?.saidAt ?? '']);
    // "Used to", and nobody said since when.
    const { validTo } = this;
    const isUnknown = said.length === 0 && isHistory(this.first.row);
    return isUnknown && validTo !== undefined && validTo < known ? validTo : known;
  }

  /** Whether a saying would have to begin it anew. */
  hasEndedBy(row: StoredFact): boolean {
    return this.supersededBy !== undefined || (this.validTo !== undefined && this.validTo <= row.saidAt);
  }

  /** The same said again, or fuller. */
  repeat(row: StoredFact, value: string): void {
    this.#rows.push(row);
    this.value = value;
    if (row.validTo !== null) this.end(row.validTo);
  }

  /** One more saying of what it says already. */
  support(row: StoredFact): void {
    this.#rows.push(row);
  }

  /** An end that is earlier than the one before counts; none is before the beginning. */
  end(at: string): void {
    if (this.validTo === undefined || at < this.validTo) this.validTo = at;
  }

  replaceWith(next: DraftMemory): void {
    this.supersededBy ??= next;
    this.end(startOf(next.first.row));
  }

  finish(): FactMemory {
    const { row, predicate, person } = this.first;
    const newestFirst = this.#rows.toReversed();
    const wording = newestFirst.find((one) => one.value === this.value) ?? row;
    const edited = newestFirst.filter(({ editedAt }) => editedAt !== null);
    const [decided] = edited.toSorted((left, right) => compareTexts(right.editedAt ?? '', left.editedAt ?? ''));
    const { validFrom } = this;
    const recalledAt = this.#rows.flatMap((one) => one.recalledAt ?? []).sort();
    const promisedBy = row.promisedBy ?? undefined;
    return {
      id: row.id,
      factIds: this.#rows.map(({ id }) => id),
      predicate,
      value: this.value,
      statement: wording.statement,
      person,
      ...(promisedBy === undefined ? {} : { promisedBy }),
      confidence: Math.max(...this.#rows.map(({ confidence }) => confidence)),
      // What the operator says of it goes before the rule.
      sensitive: decided?.sensitive ?? (PREDICATES[predicate].sensitive || this.#rows.some((one) => one.sensitive)),
      pinned: this.#rows.some(({ pinned }) => pinned),
      validFrom,
      ...(this.validTo === undefined ? {} : { validTo: this.validTo < validFrom ? validFrom : this.validTo }),
      ...(this.supersededBy === undefined ? {} : { supersededBy: this.supersededBy.id }),
      evidence: newestFirst.map(evidenceOf) as [Evidence, ...Evidence[]],
      saidAt: (newestFirst[0] ?? row).saidAt,
      recordedAt: earliest(this.#rows.map(({ recordedAt }) => recordedAt)),
      recallCount: this.#rows.reduce((sum, { recallCount }) => sum + recallCount, 0),
      ...(recalledAt.length === 0 ? {} : { recalledAt: recalledAt.at(-1) }),
      ...(row.agentId === null ? {} : { agentId: row.agentId }),
    };
  }
}

/** From when on a saying holds. */
export function startOf({ validFrom, saidAt }: StoredFact): string {
  return validFrom ?? saidAt;
}

/** It is said of something that was true before: "I used to live in Austin". */
export function isHistory({ validTo, saidAt }: StoredFact): boolean {
  return validTo !== null && validTo <= saidAt;
}

function evidenceOf({ id, conversationId, messageId, quote, speaker, saidAt }: StoredFact): Evidence {
  return { factId: id, conversationId, messageId, quote, speaker, saidAt };
}

function earliest(times: readonly string[]): string {
  return times.reduce((first, time) => (time < first ? time : first));
}
