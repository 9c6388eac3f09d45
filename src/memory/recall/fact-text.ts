import { plainText } from '../../plain-text.js';
import type { FactMemory } from '../truth/memory.js';
import { birthdayInWords, inWords } from './spoken-dates.js';

/** A name as it is said: longer ones are none. */
const NAME_CHARACTERS_MAX = 80;

const DATED = /^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)(?:\s+|$)(.*)$/s;

/** A value with a day in front, taken apart. */
export interface DatedValue {
  /** Local: `2026-03-10` or `2026-03-10T09:30`. */
  readonly start: string;
  /** May be empty. */
  readonly what: string;
}

export function datedValue(value: string): DatedValue | undefined {
  const [, start, what = ''] = DATED.exec(value) ?? [];
  return start === undefined ? undefined : { start, what };
}

/**
 * What a fact says of its person, as a clause that may stand in a prompt: `prefers morning slots`, `has an appointment on Friday 13
 * March at 9:30: cleaning`, or `had …` when that is over. Empty when nothing is left of it.
 *
 * @param now local, see `inWords`
 */
export function factClause({ predicate, value, statement, promisedBy, person }: FactMemory, now: string): string {
  if (predicate === 'name' && person.kind === 'other') return 'has called from this number';
  const dated = datedValue(value);
  const day = dated === undefined ? undefined : inWords(dated.start, now);
  if (predicate === 'appointment' && dated !== undefined && day !== undefined) {
    const isOver = dated.start < now.slice(0, dated.start.length);
    return withWhat(`${isOver ? 'had' : 'has'} an appointment on ${day}`, dated.what);
  }
  if (predicate === 'open_item') {
    const what = plainClause(dated === undefined || day === undefined ? value : dated.what);
    if (what === '') return '';
    const isOver = dated !== undefined && dated.start.slice(0, 10) < now.slice(0, 10);
    const due = day === undefined ? '' : `, ${isOver ? 'was due' : 'due'} on ${day}`;
    // The operator does not say whose it is.
    const promised = promisedBy === undefined ? '' : promisedBy === 'agent' ? 'we promised ' : 'promised ';
    return `${promised}to do: ${what}${due}`;
  }
  const birthday = predicate === 'birthday' ? birthdayInWords(value) : undefined;
  const clause = plainClause(birthday === undefined ? statement : statement.replace(value, birthday));
  // Free text of the caller's: a claim, and not ours.
  return predicate === 'note' && clause !== '' ? `said: ${clause}` : clause;
}

/** A value as a variable has it, dates in words. */
export function factValue({ predicate, value }: FactMemory, now: string): string {
  const birthday = predicate === 'birthday' ? birthdayInWords(value) : undefined;
  if (birthday !== undefined) return birthday;
  const dated = predicate === 'appointment' || predicate === 'open_item' ? datedValue(value) : undefined;
  const day = dated === undefined ? undefined : inWords(dated.start, now);
  if (dated === undefined || day === undefined) return plainClause(value);
  const what = plainClause(dated.what);
  return what === '' ? day : `${day}, ${what}`;
}

/** A name as it may stand in a prompt, before a colon: empty for what would look like a role there ("System"). */
export function plainName(name: string): string {
  const plain = plainText(name.replace(/[:：;()（）]/g, ' '));
  const isRole = plainText(`${plain}: x`) !== `${plain}: x`;
  return isRole || plain.length > NAME_CHARACTERS_MAX ? '' : plain;
}

/** On one line, without markup, and without the full stop. */
export function plainClause(text: string): string {
  return plainText(text).replace(/[\s.;,]+$/u, '');
}

/**
 * The summary of a call, plain: the built-in one says who spoke by "Caller: " and "Agent: ", which is put in words, since what looks like
 * a role is taken away.
 */
export function episodeClause(summary: string): string {
  return plainClause(summary.replace(SPEAKER, (_, speaker: string) => `${speaker.toLowerCase()} said: `));
}

const SPEAKER = /(?<=^|[.!?…] )(Caller|Agent): /g;

function withWhat(text: string, what: string): string {
  const plain = plainClause(what);
  return plain === '' ? text : `${text}: ${plain}`;
}
