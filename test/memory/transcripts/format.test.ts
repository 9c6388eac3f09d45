import { isValidPhoneNumber } from 'libphonenumber-js';
import { describe, expect, test } from 'vitest';
import { type LabelledFact, MULTI_VALUED, readTranscripts, SINGLE_VALUED, type Transcript } from './transcript.js';
import { matchesFact, matchesForbidden } from './value-matches.js';

const DATE = String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?`;

/** How many calls each half has at least. */
const HALVES = {
  'held-out': 34,
  development: 44,
  'practice-a': 30,
  'practice-b': 30,
  'practice-c': 30,
  'practice-d': 20,
  'practice-f': 36,
  'practice-h': 36,
  'practice-e': 36,
  'practice-g': 36,
  'practice-i': 36,
  'practice-j': 36,
  'practice-k': 36,
  'practice-l': 36,
  'practice-m': 36,
  'practice-n': 36,
  'practice-o': 36,
  'practice-p': 36,
  'practice-q': 36,
  'practice-r': 36,
  'practice-s': 36,
  'practice-t': 36,
  'practice-u': 36,
  'practice-v': 36,
  'practice-w': 36,
  'practice-x': 36,
};

const halves = Object.entries(HALVES).map(([half, least]) => {
  const files = readTranscripts(half);
  return { half, least, files, calls: files.flatMap(({ transcripts }) => transcripts) };
});
const calls = halves.flatMap((half) => half.calls);

test('each call has an id of its own over all files', () => {
  expect(new Set(calls.map((call) => call.id)).size).toBe(calls.length);
});

describe.each(halves)('the $half half', ({ least, files, calls: own }) => {
  test(`has ${least} calls or more, each in the file of its domain`, () => {
    expect(own.length).toBeGreaterThanOrEqual(least);
    for (const { file, transcripts } of files) {
      for (const call of transcripts) expect([call.id, file]).toEqual([call.id, `${call.domain}.json`]);
    }
  });

  test.runIf(least >= 30)('expects every predicate at least three times and forbids it at least once', () => {
    const expected = own.flatMap((call) => call.expected.map((fact) => fact.predicate));
    const forbidden = own.flatMap((call) => call.forbidden.map((fact) => fact.predicate));
    for (const predicate of [...SINGLE_VALUED, ...MULTI_VALUED]) {
      expect(expected.filter((one) => one === predicate).length, predicate).toBeGreaterThanOrEqual(3);
      expect(forbidden, predicate).toContain(predicate);
    }
  });
});

describe.each(calls.map((call) => [call.id, call] as const))('%s', (_id, call) => {
  const facts = [...call.expected, ...(call.allowed ?? [])];

  test('starts at a time with the offset of its time zone', () => {
    expect(offsetThere(call)).toBe(call.call.started_at.slice(-6));
  });

  test('names turns that are there, and for facts about the caller turns of the caller or what the caller assents to', () => {
    for (const fact of facts) {
      const said = call.turns[fact.turn];
      expect(said, `turn ${fact.turn}`).toBeDefined();
      if (!['appointment', 'open_item'].includes(fact.predicate)) {
        const assents = said?.speaker === 'agent' && call.turns[fact.turn + 1]?.speaker === 'caller';
        expect(said?.speaker === 'caller' || assents, `${fact.predicate} ${fact.value}`).toBe(true);
      }
    }
  });

  test('has values in the form of their predicate', () => {
    for (const fact of facts) expect(problemOf(fact), `${fact.predicate} ${fact.value}`).toBeUndefined();
  });

  test('expects one value of a single-valued predicate, and nothing twice', () => {
    const single = call.expected
      .map((fact) => fact.predicate)
      .filter((name) => SINGLE_VALUED.some((one) => one === name));
    expect(single).toEqual([...new Set(single)]);
    for (const fact of call.expected) {
      expect(call.expected.filter((other) => matchesFact(fact, other))).toEqual([fact]);
    }
  });

  test('forbids nothing that it expects', () => {
    for (const entry of call.forbidden) {
      if (entry.value === undefined) continue;
      const extracted = { predicate: entry.predicate, value: entry.value };
      for (const by of ['caller', 'agent'] as const) {
        expect(facts.filter((fact) => matchesFact({ ...extracted, by }, fact))).toEqual([]);
      }
      expect(matchesForbidden(extracted, entry)).toBe(true);
    }
  });
});

function offsetThere({ call }: Transcript): string {
  const format = new Intl.DateTimeFormat('en', { timeZone: call.time_zone, timeZoneName: 'longOffset' });
  const part = format.formatToParts(new Date(call.started_at)).find(({ type }) => type === 'timeZoneName');
  return part?.value.replace('GMT', '') || '+00:00';
}

function isDate(value: string): boolean {
  const date = new Date(value.length === 10 ? `${value}T00:00Z` : `${value}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function problemOf(fact: LabelledFact): string | undefined {
  const { predicate, value } = fact;
  const date = new RegExp(`^(?:cancelled )?(${DATE})(?= |$)`).exec(value)?.[1];
  if ((predicate === 'open_item') !== (fact.by !== undefined)) return '`by` is for open items';
  if (predicate === 'phone' && !(value.startsWith('+') && isValidPhoneNumber(value))) return 'no E.164 number';
  if (predicate === 'email' && !/^[a-z0-9._+-]+@[a-z0-9.-]+\.[a-z]+$/.test(value))
    return 'no lower-case e-mail address';
  if (predicate === 'birthday' && !isDate(value.replace(/^--/, '2024-'))) return 'no date';
  if (predicate === 'appointment' && !(date && isDate(date))) return 'no date in front';
  if (predicate === 'open_item' && date && !isDate(date)) return 'no such date';
  if ((predicate === 'name' || predicate === 'city') && !/^\p{Lu}/u.test(value)) return 'no capital in front';
  if ((predicate === 'family_member' || predicate === 'pet') && !/^\p{Ll}/u.test(value)) return 'no kind in front';
  for (const keyword of fact.keywords ?? []) {
    if (!keyword.split('|').some((stem) => value.toLowerCase().includes(stem))) return `no ${keyword} in it`;
  }
  return undefined;
}
