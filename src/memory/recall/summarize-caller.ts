import type { FactMemory } from '../truth/memory.js';
import type { CallerKnowledge, CallerSummary, SummaryOptions } from './caller-summary.js';
import { factValue, plainName } from './fact-text.js';
import { lastEpisode, summaryItems } from './summary-items.js';
import { toldFacts } from './told-facts.js';

const BETWEEN = ' | ';

/** Of one variable. */
const VALUE_CHARACTERS_MAX = 500;

/** Shorter remainders of a budget hold nothing. */
const ITEM_CHARACTERS_MIN = 8;

/** How a line calls the caller where the name is not known. */
const NAMELESS = 'Caller';

/**
 * Everything current that matters of a caller within so many characters, most useful first: what the operator pinned, preferences,
 * health, open promises, the next appointment, the last call, people, contact, patterns, and what others on the telephone said.
 *
 * What does not fit is left out as a whole. The same knowledge at the same moment gives the same text. A caller's words are in it:
 * each item is on one line without markup, tags, braces, role markers and what cannot be seen.
 */
export function summarizeCaller(knowledge: CallerKnowledge, options: SummaryOptions): CallerSummary {
  const { charactersMax, withholdSensitive } = options;
  const told = toldFacts(knowledge, options);
  const name = callerName(told);
  const chosen: {
    readonly section: number;
    readonly text: string;
    readonly line: string;
    readonly factId?: string | undefined;
  }[] = [];
  let left = charactersMax;
  for (const item of summaryItems(knowledge, options)) {
    if (left < ITEM_CHARACTERS_MIN) break;
    const clause = item.text();
    if (clause === '') continue;
    const text = item.subject === undefined ? clause : `${item.subject}: ${clause}`;
    const characters = text.length + (chosen.length === 0 ? 0 : BETWEEN.length);
    if (characters > left) continue;
    left -= characters;
    chosen.push({
      section: item.section,
      text,
      line: item.subject === undefined ? `${name || NAMELESS}: ${clause}` : text,
      factId: item.factId,
    });
  }
  // What was taken in a second round goes to its like.
  const ordered = chosen.toSorted((before, after) => before.section - after.section);
  const episode = lastEpisode(knowledge.episodes, withholdSensitive);
  return {
    name,
    summary: ordered.map(({ text }) => text).join(BETWEEN),
    lines: ordered.map(({ line }) => line),
    facts: factValues(told, options),
    ...(episode === undefined ? {} : { lastEpisode: episode }),
    factIds: ordered.flatMap(({ factId }) => factId ?? []),
  };
}

function callerName(told: readonly FactMemory[]): string {
  const named = told.findLast(({ predicate, person }) => predicate === 'name' && person.kind === 'caller');
  return named === undefined ? '' : plainName(named.value);
}

/** The caller's own current facts by predicate: newest first, `; ` between them; a value that does not fit is left out. */
function factValues(told: readonly FactMemory[], options: SummaryOptions): Readonly<Record<string, string>> {
  const local = options.localTime(options.now);
  const values: Record<string, string> = {};
  for (const fact of told.toReversed()) {
    const known = values[fact.predicate] ?? '';
    if (known.length >= VALUE_CHARACTERS_MAX - ITEM_CHARACTERS_MIN) continue;
    if (fact.person.kind !== 'caller') continue;
    const value = fact.predicate === 'name' ? plainName(fact.value) : factValue(fact, local);
    const joined = known === '' ? value : `${known}; ${value}`;
    if (value !== '' && joined.length <= VALUE_CHARACTERS_MAX) values[fact.predicate] = joined;
  }
  return values;
}
