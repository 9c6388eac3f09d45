import type { StoredEpisode } from '../../store/caller-memory.js';
import type { CallStart, NewPattern } from '../../store/patterns.js';
import type { LocalTime } from '../recall/spoken-dates.js';
import type { FactMemory } from '../truth/memory.js';
import { partOfDay, weekdayName } from './booking-habits.js';
import { habit, mostOften, OCCURRENCES_MIN, type Occurrence } from './habit.js';

/** What people call about, by the words that say so. English. */
const TOPICS: Readonly<Record<string, RegExp>> = {
  billing: /\b(?:bill(?:s|ing)?|invoices?|charged?|charges|payments?|overcharged|refunds?)\b/i,
  'a prescription': /\b(?:prescriptions?|refills?|repeat order)\b/i,
  'a delivery': /\b(?:deliver(?:y|ies|ed)|shipments?|parcels?|packages?)\b/i,
  'a repair': /\b(?:repairs?|repaired|broken|leak(?:s|ing)?|not working|fix(?:ed)?)\b/i,
  'a reservation': /\b(?:reservations?|tables?|book(?:ed)? a room)\b/i,
  'a claim': /\bclaims?\b/i,
  'a quote': /\b(?:quotes?|estimates?)\b/i,
  'a password': /\b(?:passwords?|log ?in|locked out)\b/i,
};

/** Of so many calls it can be said when somebody calls: on that day, or at that time, and in all. */
const CALLS_MIN = 4;

/** From one call about a thing to the next, where it is each month. */
const MONTH_DAYS = { min: 21, max: 40 } as const;
const DAY_MS = 86_400_000;

/** What a caller's calls have in common: what they are about, each month or again and again, and when they come. */
export function callHabits(
  {
    calls,
    episodes,
    facts,
  }: {
    readonly calls: readonly CallStart[];
    readonly episodes: readonly StoredEpisode[];
    readonly facts: readonly FactMemory[];
  },
  localTime: LocalTime,
): readonly NewPattern[] {
  return [...topicHabits(episodes), ...repeatedWishes(facts), ...timesOfCalls(calls, localTime)];
}

function topicHabits(episodes: readonly StoredEpisode[]): readonly NewPattern[] {
  return Object.entries(TOPICS).flatMap(([topic, words]) => {
    const about = episodes
      .filter(({ summary, outcome, openItems }) => words.test([summary, outcome, ...openItems].join(' ')))
      .map(({ conversationId, at }): Occurrence => ({ id: conversationId, at }))
      .toSorted((left, right) => (left.at < right.at ? -1 : 1));
    if (about.length < OCCURRENCES_MIN) return [];
    const gaps = about.slice(1).map(({ at }, index) => (Date.parse(at) - Date.parse(about[index]?.at ?? at)) / DAY_MS);
    const monthly = gaps.filter((days) => days >= MONTH_DAYS.min && days <= MONTH_DAYS.max);
    const isMonthly = monthly.length >= OCCURRENCES_MIN - 1 && monthly.length >= gaps.length / 2;
    const statement = isMonthly
      ? `calls about ${topic} each month (${about.length} calls)`
      : `calls about ${topic} again and again (${about.length} calls)`;
    return [habit(`calls-about ${topic}`, statement, about, about.length)];
  });
}

/** The same promise or note in call after call. */
function repeatedWishes(facts: readonly FactMemory[]): readonly NewPattern[] {
  return facts.flatMap(({ id, predicate, person, value, evidence, promisedBy }) => {
    if (person.kind !== 'caller' || (predicate !== 'open_item' && predicate !== 'note')) return [];
    const calls = new Map(evidence.map(({ conversationId, saidAt, factId }) => [conversationId ?? factId, saidAt]));
    if (calls.size < OCCURRENCES_MIN) return [];
    const occurrences = [...calls].map(([conversationId, at]): Occurrence => ({ id: conversationId, at }));
    const what = value.replace(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?\s*/, '');
    const statement =
      predicate === 'open_item' && promisedBy === 'agent'
        ? `was promised the same in ${calls.size} calls: ${what}`
        : `brought up the same in ${calls.size} calls: ${what}`;
    return [habit(`repeats ${id}`, statement, occurrences, calls.size)];
  });
}

function timesOfCalls(calls: readonly CallStart[], localTime: LocalTime): readonly NewPattern[] {
  if (calls.length < CALLS_MIN) return [];
  const started = calls.map(({ conversationId, startedAt }) => {
    return { id: conversationId, at: startedAt, local: localTime(new Date(startedAt)) };
  });
  const patterns: NewPattern[] = [];
  const weekday = mostOften(started, ({ local }) => weekdayName(local.slice(0, 10)));
  if (weekday !== undefined && weekday.items.length >= CALLS_MIN) {
    const statement = `usually calls on ${weekday.group}s (${weekday.items.length} of ${calls.length} calls)`;
    patterns.push(habit('calls-weekday', statement, weekday.items, calls.length));
  }
  const part = mostOften(started, ({ local }) => partOfDay(Number(local.slice(11, 13))));
  if (part !== undefined && part.items.length >= CALLS_MIN) {
    const when = part.group === 'night' ? 'at night' : `in the ${part.group}`;
    const statement = `usually calls ${when} (${part.items.length} of ${calls.length} calls)`;
    patterns.push(habit('calls-part-of-day', statement, part.items, calls.length));
  }
  return patterns;
}
