import type { SpokenTime } from '../../../language/spoken-times.js';
import type { ReadTurn } from '../../../read-call.js';
import { type Aside, asideOf } from './aside.js';
import { isExisting } from './existing.js';
import { isRefused } from './refused.js';
import { timeClause } from './time-clause.js';

/**
 * What a spoken time is there for. `slot`: it is proposed, asked for or chosen. `booked`: somebody says that it is in the diary.
 * `refused`: it is turned down. `aside`: opening hours, the past, a deadline, somebody else's day.
 */
export type Stance = 'slot' | 'booked' | 'refused' | 'aside';

/** A spoken time with what it is there for. */
export interface Mention {
  readonly spoken: SpokenTime;
  readonly stance: Stance;
  /** What it is about, where that is known to be something else than when to come. */
  readonly aside?: Aside | undefined;
}

/**
 * What a time is there for, from the words around it in its sentence.
 *
 * @param before where the time before it ends in the turn
 * @param after where the next one starts
 * @param isBeside something is spoken of already that the caller comes for
 */
export function mentionOf(
  spoken: SpokenTime,
  turn: ReadTurn,
  before: number,
  after: number,
  isBeside = false,
): Mention {
  if (spoken.vague || (spoken.day === undefined && /^midnight$/i.test(spoken.text))) return { spoken, stance: 'aside' };
  const clause = timeClause(spoken, turn, before, after, isBeside);
  const aside = asideOf(clause);
  if (aside !== undefined) return { spoken, stance: 'aside', aside };
  if (isRefused(clause)) return { spoken, stance: 'refused' };
  return { spoken, stance: isExisting(clause) ? 'booked' : 'slot' };
}
