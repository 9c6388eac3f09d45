import { DraftMemory, isHistory, type Saying, startOf } from './draft-memory.js';
import { appointmentStart, valueKey } from './same-value.js';

const CANCELLED = /^cancelled\b/i;

/** A liking and a dislike of the same thing take each other's place. */
const OPPOSITES: Readonly<Record<string, string>> = { prefers: 'dislikes', dislikes: 'prefers' };

/**
 * Weighs what was said by predicates whose values stand beside each other: each holds until it is replaced, cancelled, or said to be
 * over. All of one family of predicates (`prefers` with `dislikes`), and of all persons on a telephone: whoever cancels a booking has
 * cancelled it.
 *
 * @param sayings in their order
 */
export function weighManyValues(sayings: readonly Saying[]): readonly DraftMemory[] {
  const table = new OpenMemories();
  for (const saying of sayings) {
    if (saying.predicate === 'appointment' && CANCELLED.test(saying.row.value)) table.cancel(saying);
    else if (isHistory(saying.row)) table.endOf(saying);
    else table.say(saying);
  }
  return table.drafts;
}

/** What holds at the moment that the sayings have come to. */
class OpenMemories {
  readonly drafts: DraftMemory[] = [];
  /** By person and value. */
  readonly #open = new Map<string, DraftMemory>();
  /** By the time of what is off. */
  readonly #cancelled = new Map<string, DraftMemory>();

  say(saying: Saying): void {
    const { row, predicate } = saying;
    const key = keyOf(saying, predicate);
    let draft = this.#open.get(key);
    if (draft === undefined || draft.hasEndedBy(row)) {
      draft = this.#begin(saying);
      this.#open.set(key, draft);
    } else draft.repeat(row, longer(draft.value, row.value));
    if (row.replaces !== null && row.replaces !== '') this.#close(this.#replacedBy(saying, row.replaces), draft);
    const opposite = OPPOSITES[predicate];
    const opposed = opposite === undefined ? undefined : this.#open.get(keyOf(saying, opposite));
    if (opposed !== undefined) this.#close([opposed], draft);
    // Booked again: a cancellation that is said later is a new one.
    if (draft.start !== undefined) this.#cancelled.delete(draft.start);
  }

  /** It was true before, and is no more. */
  endOf(saying: Saying): void {
    const known = this.#open.get(keyOf(saying, saying.predicate));
    if (known === undefined) return void this.#begin(saying);
    known.repeat(saying.row, known.value);
    this.#open.delete(keyOf(saying, saying.predicate));
  }

  cancel(saying: Saying): void {
    const { row, personKey } = saying;
    const start = appointmentStart(row.value) ?? valueKey('appointment', row.value);
    let cancellation = this.#cancelled.get(start);
    if (cancellation === undefined) {
      cancellation = this.#begin(saying);
      cancellation.end(startOf(row));
      this.#cancelled.set(start, cancellation);
    } else cancellation.support(row);
    this.#close(this.#bookedAt(personKey, start), cancellation);
  }

  #begin(saying: Saying): DraftMemory {
    const draft = new DraftMemory(saying);
    this.drafts.push(draft);
    return draft;
  }

  #close(closing: readonly DraftMemory[], next: DraftMemory): void {
    for (const draft of closing) {
      if (draft === next) continue;
      draft.replaceWith(next);
      this.#open.delete(keyOf(draft.first, draft.first.predicate));
    }
  }

  /** What is booked then: by this person, else by anybody; on that day, where nothing is at the minute. */
  #bookedAt(personKey: string, start: string): readonly DraftMemory[] {
    const booked = [...this.#open.values()].filter((draft) => draft.start?.startsWith(start.slice(0, 10)) === true);
    const own = booked.filter(({ first }) => first.personKey === personKey);
    for (const all of [own, booked]) {
      const exact = all.filter((draft) => draft.start?.startsWith(start) === true);
      if (exact.length > 0) return exact;
    }
    const ofDay = own.filter((draft) => draft.start?.length === 'YYYY-MM-DD'.length);
    return ofDay.length === 1 ? ofDay : [];
  }

  /** The values that begin with what is replaced. */
  #replacedBy({ predicate, personKey }: Saying, replaces: string): readonly DraftMemory[] {
    const start = predicate === 'appointment' ? appointmentStart(replaces) : undefined;
    if (start !== undefined) return this.#bookedAt(personKey, start);
    const beginning = valueKey(predicate, replaces);
    const found: DraftMemory[] = [];
    // Without a copy of them all: there may be thousands, and as many that replace one.
    for (const draft of this.#open.values()) {
      const { first, key } = draft;
      if (!key.startsWith(beginning) || first.personKey !== personKey || first.predicate !== predicate) continue;
      if (key.length === beginning.length || key[beginning.length] === ' ') found.push(draft);
    }
    return found;
  }
}

function keyOf({ row, personKey, key }: Saying, predicate: string): string {
  return JSON.stringify([personKey, predicate, row.promisedBy, key]);
}

/** Of two wordings of one value: `2026-03-10T09:30` was for the cleaning. */
function longer(known: string, said: string): string {
  return said.length >= known.length ? said : known;
}
