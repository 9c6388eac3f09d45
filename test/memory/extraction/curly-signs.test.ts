import { expect, it } from 'vitest';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { callOf } from '../transcripts/score-extractor.js';
import { readTranscripts } from '../transcripts/transcript.js';

const SETS = ['development', 'practice-k', 'practice-o'];

it.each(SETS)(
  'what is found in the calls of %s is the same with curly apostrophes, and quoted with them',
  async (set) => {
    const calls = readTranscripts(set).flatMap(({ transcripts }) => transcripts);
    for (const transcript of calls) {
      const { id } = transcript;
      const said = callOf(transcript);
      const curly = { ...said, turns: said.turns.map((turn) => ({ ...turn, text: turn.text.replaceAll("'", '’') })) };
      const signal = AbortSignal.timeout(60_000);
      const [straight, found] = await Promise.all([
        builtInExtractor.extract(said, signal),
        builtInExtractor.extract(curly, signal),
      ]);
      const read = ({ facts }: typeof found) =>
        facts.map(({ predicate, value, turn }) => `${turn} ${predicate}: ${value}`);
      expect([id, ...read(found)]).toEqual([id, ...read(straight)]);
      for (const { turn, quote } of found.facts) expect(curly.turns[turn]?.text).toContain(quote);
    }
  },
  120_000,
);
