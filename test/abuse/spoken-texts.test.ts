import { expect, test } from 'vitest';
import { builtInExtractor } from '../../src/memory/extraction/built-in-extractor.js';
import type { Call } from '../../src/memory/extraction/call.js';
import { readTranscripts, type Transcript } from '../memory/transcripts/transcript.js';

/** As much of a turn as is read. */
const TURN_CHARACTERS = 4_000;
/** How many of the commonest texts of one, two and three words are said again and again. */
const TEXTS_MAX = 120;
/** How many times what an ordinary turn of that length takes. */
const TIMES_MAX = 5;

const calls = ['development', 'practice-a', 'practice-h', 'practice-k', 'practice-p'].flatMap((set) =>
  readTranscripts(set).flatMap(({ transcripts }) => transcripts),
);

/** The commonest texts of so many words, as people say them on the telephone. */
function commonest(words: number, transcripts: readonly Transcript[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { turns } of transcripts) {
    for (const { text } of turns) {
      const said = text.toLowerCase().match(/[a-z']+|\d+/g) ?? [];
      for (let at = 0; at + words <= said.length; at += 1) {
        const unit = said.slice(at, at + words).join(' ');
        counts.set(unit, (counts.get(unit) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, TEXTS_MAX)
    .map(([unit]) => unit);
}

/** Processor milliseconds: others may use the machine meanwhile. */
async function effortOf(text: string): Promise<number> {
  const call: Call = {
    turns: [
      { speaker: 'agent', text: 'How can I help?' },
      { speaker: 'caller', text: text.slice(0, TURN_CHARACTERS) },
      { speaker: 'agent', text: 'Okay, thank you.' },
    ],
    startedAt: '2026-03-03T10:00:00.000Z',
    timeZone: 'UTC',
    country: 'US',
    callerNumber: '+12125550101',
  };
  const before = process.cpuUsage();
  await builtInExtractor.extract(call, AbortSignal.timeout(60_000));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

test('what a caller says again and again for a whole turn is read in a bounded time', async () => {
  const said = calls.flatMap(({ turns }) => turns.map(({ text }) => text)).join(' ');
  const ordinary: number[] = [];
  for (let at = 0; at + TURN_CHARACTERS <= said.length && ordinary.length < 40; at += TURN_CHARACTERS) {
    ordinary.push(await effortOf(said.slice(at, at + TURN_CHARACTERS)));
  }
  const median = ordinary.sort((a, b) => a - b)[ordinary.length >> 1] as number;

  // It has to be English, or nothing is read.
  const opening = 'I would like to book an appointment please, and thank you, because it is for my wife. ';
  const times = new Map<string, number>();
  const texts = [1, 2, 3].flatMap((words) => commonest(words, calls));
  for (const unit of texts) {
    times.set(unit, (await effortOf(opening + `${unit} `.repeat(TURN_CHARACTERS / unit.length))) / median);
  }
  const [slowest = ['', 0]] = [...times].sort(([, a], [, b]) => b - a);
  console.log(
    `${times.size} texts; an ordinary turn of ${TURN_CHARACTERS} characters takes ${median.toFixed(0)} ms, "${slowest[0]}" ${slowest[1].toFixed(1)} times as much`,
  );
  expect([...times].filter(([, factor]) => factor > TIMES_MAX)).toEqual([]);
}, 300_000);
