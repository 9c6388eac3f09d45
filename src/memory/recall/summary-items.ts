import type { StoredEpisode } from '../../store/caller-memory.js';
import type { Predicate } from '../predicates.js';
import { isSensitiveText, withoutSensitiveSentences } from '../sensitive-text.js';
import { compareTexts } from '../truth/compare-texts.js';
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

interface Section {
  readonly name: string;
  /** Of the facts that it tells; absent: it tells something else. */
  readonly predicates?: readonly Predicate[];
  /** So many are told before the other sections have had as many, so that a hundred preferences leave room for the rest. */
  readonly firstMax: number;
}

/** In the order in which they are told: what helps an assistant most comes first. */
const SECTIONS = [
  { name: 'pinned', firstMax: 5 },
  { name: 'preferences', predicates: ['prefers', 'dislikes'], firstMax: 4 },
  { name: 'health', predicates: ['allergy', 'condition'], firstMax: 4 },
  { name: 'promises', predicates: ['open_item'], firstMax: 3 },
  { name: 'appointments', predicates: ['appointment'], firstMax: 2 },
  { name: 'last call', firstMax: 1 },
  { name: 'household', predicates: ['family_member', 'pet'], firstMax: 3 },
  { name: 'contact', predicates: ['city', 'address', 'employer', 'email', 'phone', 'birthday'], firstMax: 3 },
  { name: 'patterns', firstMax: 2 },
  { name: 'notes', predicates: ['note'], firstMax: 2 },
  { name: 'others', firstMax: 3 },
] as const satisfies readonly Section[];

type SectionName = (typeof SECTIONS)[number]['name'];

function sectionNamed(wanted: SectionName): number {
  return SECTIONS.findIndex(({ name }) => name === wanted);
}

const PINNED = sectionNamed('pinned');
const APPOINTMENTS = sectionNamed('appointments');
const LAST_CALL = sectionNamed('last call');
const PATTERNS = sectionNamed('patterns');
const OTHERS = sectionNamed('others');

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
    bySection[LAST_CALL]?.push({
      section: LAST_CALL,
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
  const section = SECTIONS.findIndex(({ predicates }: Section) => predicates?.includes(predicate) === true);
  // The name is told by itself.
  return section === -1 ? SECTIONS.length : section;
}

/** The caller's own, soonest first. */
function nextAppointments(told: readonly FactMemory[], local: string): SummaryItem[] {
  return told
    .filter((fact) => sectionOf(fact) === APPOINTMENTS)
    .toSorted((left, right) => compareTexts(left.value, right.value) || compareTexts(left.id, right.id))
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
    .toSorted((left, right) => right.weight - left.weight || compareTexts(left.fact.id, right.fact.id))
    .map(({ fact }) => fact);
}
