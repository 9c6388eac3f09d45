import { expect, test } from 'vitest';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import type { Call } from '../../../src/memory/extraction/call.js';
import type { Extractor } from '../../../src/memory/extraction/extraction.js';
import { createThreadExtractor } from '../../../src/memory/extraction/thread-extractor.js';

const BUILT = new URL('../../../dist/memory/extraction/extraction-worker.js', import.meta.url);
const call: Call = {
  turns: [
    { speaker: 'agent', text: 'Bright Smile Dental, how can I help?' },
    { speaker: 'caller', text: "Hi, this is Sarah Johnson. I'm allergic to penicillin." },
  ],
  startedAt: '2026-03-02T15:00:00.000Z',
  timeZone: 'America/New_York',
  country: 'US',
};
const never = new AbortController().signal;

/** Says that it was asked. */
function fallback(): Extractor & { readonly asked: readonly Call[] } {
  const asked: Call[] = [];
  return {
    asked,
    async extract(read) {
      asked.push(read);
      return { facts: [], entities: [], procedures: [], extractor: 'built-in' };
    },
  };
}

function logged() {
  const lines: unknown[][] = [];
  return { lines, log: { warn: (...line: unknown[]) => void lines.push(line) } };
}

test('reads in a thread what the built-in extractor reads, several calls at once', async () => {
  const spare = fallback();
  const extractor = createThreadExtractor({ worker: BUILT, fallback: spare, log: logged().log });
  const read = await Promise.all(Array.from({ length: 5 }, () => extractor.extract(call, never)));
  for (const extraction of read) expect(extraction).toEqual(await builtInExtractor.extract(call, never));
  expect(spare.asked).toEqual([]);
});

test('ends the thread when a call is given up, and starts another for the next one', async () => {
  const extractor = createThreadExtractor({ worker: BUILT, fallback: fallback(), log: logged().log });
  await extractor.extract(call, never);
  const ending = new AbortController();
  const given = extractor.extract(
    { ...call, turns: Array.from({ length: 2000 }, () => call.turns).flat() },
    ending.signal,
  );
  ending.abort();
  await expect(given).rejects.toThrow('The thread that reads calls ended.');
  expect((await extractor.extract(call, never)).facts.length).toBeGreaterThan(0);
});

test('reads beside the requests where there can be no thread, and says so once', async () => {
  const spare = fallback();
  const { lines, log } = logged();
  const extractor = createThreadExtractor({ worker: new URL('./nothing.js', BUILT), fallback: spare, log });
  await extractor.extract(call, never);
  await extractor.extract(call, never);
  expect(spare.asked).toEqual([call, call]);
  expect(lines).toEqual([
    [
      { reason: expect.any(String) },
      'the thread that reads calls cannot be started: they are read beside the requests',
    ],
  ]);
});
