import { describe, expect, test } from 'vitest';
import { CallerIndex } from '../../../src/memory/recall/caller-index.js';
import { callerView } from '../../../src/memory/recall/caller-view.js';
import { searchCaller } from '../../../src/memory/recall/search-caller.js';
import { createLocalTime } from '../../../src/memory/recall/spoken-dates.js';
import { createIndexReaders } from '../../../src/memory/search/search-index.js';
import type { StoredEpisode, StoredFact } from '../../../src/store/caller-memory.js';
import { saying } from '../truth/sayings.js';

/** A Monday. */
const NOW = new Date('2026-03-09T14:00:00Z');

const EPISODE: StoredEpisode = {
  id: 'e1',
  callerId: 'caller-1',
  conversationId: 'c1',
  summary: 'Caller: The boiler leaks. Agent: Ravi comes on Friday.',
  outcome: 'appointment booked',
  openItems: [],
  at: '2026-03-02T10:00:00.000Z',
  agentId: null,
};

/** The text of what is found first. */
async function told(
  rows: { readonly facts?: readonly StoredFact[]; readonly episodes?: readonly StoredEpisode[] },
  query: string,
  asOf?: Date,
): Promise<string | undefined> {
  const { facts = [], episodes = [] } = rows;
  const view = callerView(
    {
      callerId: 'caller-1',
      callerIds: ['caller-1'],
      identities: [],
      scope: 'workspace',
      facts,
      episodes,
      patterns: [],
    },
    undefined,
  );
  const readers = createIndexReaders('UTC');
  const index = new CallerIndex('UTC', readers);
  await index.update(view.documents([]));
  const request = { workspaceId: 1, identities: [], timeZone: 'UTC', query, limit: 1, timeoutMs: 1000 };
  const [hit] = await searchCaller(
    { ...request, withholdSensitive: false, asOf },
    { view, index, readers, now: NOW, localTime: createLocalTime('UTC') },
  );
  return hit?.text;
}

describe('what a search tells of a fact', () => {
  test.each<[string, string, string, Partial<StoredFact>, string]>([
    [
      'a promise of ours without a day is ours',
      'open_item send the brochure',
      'brochure',
      { promisedBy: 'agent', statement: 'will send the brochure' },
      'we promised to do: send the brochure',
    ],
    [
      'a promise of the caller’s is the caller’s',
      'open_item bring the X-rays',
      'X-rays',
      { promisedBy: 'caller', statement: 'will bring the X-rays' },
      'promised to do: bring the X-rays',
    ],
    [
      'a promise whose day is over was due',
      'open_item 2026-03-05 send the quote',
      'quote',
      { promisedBy: 'agent' },
      'we promised to do: send the quote, was due on Thursday 5 March',
    ],
    [
      'an appointment that is ahead',
      'appointment 2026-03-13T09:30 cleaning',
      'cleaning',
      {},
      'has an appointment on Friday 13 March at 9:30: cleaning',
    ],
    [
      'an appointment that is over',
      'appointment 2026-03-05T09:30 check-up',
      'check-up',
      {},
      'had an appointment on Thursday 5 March at 9:30: check-up',
    ],
    [
      'a birthday, without its day of the week',
      'birthday 1951-03-04',
      'birthday',
      { statement: 'was born on 1951-03-04' },
      'was born on 4 March 1951',
    ],
    [
      'a birthday without a year',
      'birthday --06-03',
      'birthday',
      { statement: 'was born on --06-03' },
      'was born on 3 June',
    ],
  ])('%s', async (_, row, query, more, text) => {
    expect(await told({ facts: [saying(`2026-03-02 c1 ${row}`, more)] }, query)).toBe(text);
  });

  test('as of a moment, what was ahead then is ahead', async () => {
    const facts = [saying('2026-03-02 c1 appointment 2026-03-05T09:30 check-up')];
    const text = await told({ facts }, 'check-up', new Date('2026-03-03T10:00:00Z'));
    expect(text).toBe('has an appointment on Thursday 5 March at 9:30: check-up');
  });
});

describe('what a search tells of a call', () => {
  test.each<[string, Partial<StoredEpisode>, string]>([
    ['its outcome', {}, 'Caller: The boiler leaks. Agent: Ravi comes on Friday. Outcome: appointment booked.'],
    [
      'what was left open, and not as if somebody had said those words',
      { outcome: '', openItems: ['Agent: send the quote (by 2026-03-13)', 'Caller: find the manual'] },
      'Caller: The boiler leaks. Agent: Ravi comes on Friday. Left open: we promised to do: send the quote, due on Friday 13 March 2026. ' +
        'Left open: the one who called promised to do: find the manual.',
    ],
    [
      'what is open in the words of a model',
      { outcome: '', openItems: ['Ravi brings the part'] },
      'Caller: The boiler leaks. Agent: Ravi comes on Friday. Left open: Ravi brings the part.',
    ],
  ])('%s', async (_, more, text) => {
    expect(await told({ episodes: [{ ...EPISODE, ...more }] }, 'boiler')).toBe(text);
  });
});
