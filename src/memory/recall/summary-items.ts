import type { StoredEpisode } from '../../store/caller-memory.js';
import type { Predicate } from '../predicates.js';
import { isSensitiveText, withoutSensitiveSentences } from '../sensitive-text.js';
import type { FactMemory } from '../truth/memory.js';
import { strength } from '../truth/strength.js';
import type { CallerKnowledge, SummaryOptions } from './caller-summary.js';
import { datedValue, episodeClause, factClause, plainClause, plainName } from './fact-text.js';
import { inWords } from './spoken-dates.js';
import { toldFacts } from './told-facts.js';

/** Something that a summary may tell. */
export interface SummaryItem {
  /** The kinds of things in the order in which they are told, from 0. */
  readonly section: number;
  /** Whom it is about, when that is not the caller: `Tom (same telephone)`. */
  readonly subject?: string | undefined;
  /** Read when it is needed: there may be thousands of facts. */
  readonly text: () => string;
  readonly factId?: string | undefined;
}

/** In the order in which they are told: what helps an assistant most comes first. */
const SECTIONS: readonly { readonly predicates: readonly Predicate[]; readonly firstMax: number }[] = [
  // Of the first round, so that a hundred preferences leave room for the rest.
  { predicates: [], firstMax: 5 },
  { predicates: ['prefers', 'dislikes'], firstMax: 4 },
  { predicates: ['allergy', 'condition'], firstMax: 4 },
  { predicates: ['open_item'], firstMax: 3 },
  { predicates: ['appointment'], firstMax: 2 },
  { predicates: [], firstMax: 1 },
  { predicates: ['family_member', 'pet'], firstMax: 3 },
  { predicates: ['city', 'address', 'employer', 'email', 'phone', 'birthday'], firstMax: 3 },
  { predicates: [], firstMax: 2 },
  { predicates: ['note'], firstMax: 2 },
  { predicates: [], firstMax: 3 },
];
const PINNED = 0;
const APPOINTMENTS = 4;
const EPISODE = 5;
const PATTERNS = 8;
const OTHERS = 10;

/** All that could be told, what is to be told first in front: by what fits, a beginning of it is. The same each time. */
export function summaryItems(knowledge: CallerKnowledge, options: SummaryOptions): readonly SummaryItem[] {
  const { facts, episodes, patterns } = knowledge;
  const { now, withholdSensitive } = options;
  const local = options.localTime(now);
  const bySection = SECTIONS.map((): SummaryItem[] => []);
  const speakers = new Set(
    facts.flatMap(({ predicate, person }) => (predicate === 'name' && person.kind === 'other' ? [person.name] : [])),
  );
  const told = toldFacts(knowledge, options);
  const dayOf = (at: string) => inWords(options.localTime(new Date(at)).slice(0, 10), local);
  for (const fact of strongestFirst(told, now)) {
    const section = sectionOf(fact);
    if (section === APPOINTMENTS) continue;
    const subject = fact.person.kind === 'caller' ? undefined : subjectOf(fact.person.name, speakers);
    const text = (): string => {
      const clause = factClause(fact, local);
      // "Call within two days" says something only with the day on which it was said.
      const isUndated = fact.predicate === 'open_item' && datedValue(fact.value) === undefined;
      return isUndated && clause !== '' ? `${clause} (said on ${dayOf(fact.saidAt)})` : clause;
    };
    bySection[section]?.push({ section, subject, text, factId: fact.id });
  }
  bySection[APPOINTMENTS]?.push(...nextAppointments(told, local));
  const last = lastEpisode(episodes, withholdSensitive);
  if (last !== undefined) {
    const speaker = facts.find((fact) => isOtherSpeaker(fact, last.conversationId));
    const subject = speaker?.person.kind === 'other' ? subjectOf(speaker.person.name, speakers) : undefined;
    bySection[EPISODE]?.push({
      section: EPISODE,
      subject,
      text: () => `last call on ${dayOf(last.at)}: ${last.summary}`,
    });
  }
  for (const { statement } of patterns) {
    if (withholdSensitive && isSensitiveText(statement)) continue;
    bySection[PATTERNS]?.push({ section: PATTERNS, text: () => plainClause(statement) });
  }
  const firstRound = bySection.flatMap((items, section) => items.slice(0, SECTIONS[section]?.firstMax));
  return [...firstRound, ...bySection.flatMap((items, section) => items.slice(SECTIONS[section]?.firstMax))];
}

/** The last call, with the sentences of its summary that may be told. */
export function lastEpisode(
  episodes: readonly StoredEpisode[],
  withholdSensitive: boolean,
): { readonly summary: string; readonly at: string; readonly conversationId: string } | undefined {
  const [last] = episodes;
  if (last === undefined) return undefined;
  const summary = episodeClause(withholdSensitive ? withoutSensitiveSentences(last.summary) : last.summary);
  return summary === '' ? undefined : { summary, at: last.at, conversationId: last.conversationId };
}

function sectionOf({ predicate, pinned, person }: FactMemory): number {
  if (person.kind === 'other') return OTHERS;
  if (pinned) return PINNED;
  const section = SECTIONS.findIndex(({ predicates }) => predicates.includes(predicate));
  return section === -1 ? SECTIONS.length : section;
}

/** The caller's own, soonest first. */
function nextAppointments(told: readonly FactMemory[], local: string): SummaryItem[] {
  return told
    .filter((fact) => sectionOf(fact) === APPOINTMENTS)
    .toSorted((left, right) => compare(left.value, right.value) || compare(left.id, right.id))
    .map((fact) => ({ section: APPOINTMENTS, text: () => factClause(fact, local), factId: fact.id }));
}

/** Somebody else on the caller's telephone, who gave a name in that call. */
function isOtherSpeaker({ predicate, person, evidence }: FactMemory, conversationId: string): boolean {
  return (
    predicate === 'name' && person.kind === 'other' && evidence.some((one) => one.conversationId === conversationId)
  );
}

function subjectOf(name: string, speakers: ReadonlySet<string>): string {
  const plain = plainName(name) || 'Another person';
  return speakers.has(name) ? `${plain} (same telephone)` : plain;
}

function strongestFirst(facts: readonly FactMemory[], now: Date): readonly FactMemory[] {
  return facts
    .map((fact) => ({ fact, weight: strength(fact, now) }))
    .toSorted((left, right) => right.weight - left.weight || compare(left.fact.id, right.fact.id))
    .map(({ fact }) => fact);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
