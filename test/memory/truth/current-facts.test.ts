import { describe, expect, test } from 'vitest';
import { factMemories, factMemoriesAsOf } from '../../../src/memory/truth/current-facts.js';
import type { FactMemory } from '../../../src/memory/truth/memory.js';
import type { StoredFact } from '../../../src/store/caller-memory.js';
import { saying } from './sayings.js';

/** `prefers mornings`, with a `†` in front when it is over, and whose it is when it is not the caller's. */
function shown(memories: readonly FactMemory[]): string[] {
  return memories.map(({ predicate, value, validTo, person }) => {
    const whose = person.kind === 'other' ? `${person.name}: ` : '';
    return `${validTo === undefined ? '' : '† '}${whose}${predicate} ${value}`;
  });
}

const weigh = (...rows: StoredFact[]) => shown(factMemories(rows));

describe('a predicate with one value', () => {
  const moved = [
    saying('2026-01-01 c1 city Linz'),
    saying('2026-02-01 c2 city Graz'),
    saying('2026-03-01 c3 city Graz'),
  ];

  test('a new value closes the old one, which stays as history', () => {
    const [linz, graz] = factMemories(moved);
    expect(linz).toMatchObject({ value: 'Linz', validTo: '2026-02-01T10:00:00.000Z', supersededBy: graz?.id });
    expect(graz).toMatchObject({ value: 'Graz', validFrom: '2026-02-01T10:00:00.000Z' });
    expect(graz?.validTo).toBeUndefined();
  });

  test('the same value again is one memory with more evidence, newest first', () => {
    const [, graz] = factMemories(moved);
    expect(graz?.evidence.map(({ conversationId }) => conversationId)).toEqual(['c3', 'c2']);
    expect(graz).toMatchObject({
      id: moved[1]?.id,
      factIds: [moved[1]?.id, moved[2]?.id],
      saidAt: '2026-03-01T10:00:00.000Z',
    });
  });

  test('what was said since when ends the old value then', () => {
    const [linz] = factMemories([
      saying('2026-01-01 c1 city Linz'),
      saying('2026-03-01 c2 city Graz', { validFrom: '2026-02-10T00:00:00.000Z' }),
    ]);
    expect(linz?.validTo).toBe('2026-02-10T00:00:00.000Z');
  });

  test('a value never ends before it began', () => {
    const [linz] = factMemories([
      saying('2026-02-01 c1 city Linz'),
      saying('2026-03-01 c2 city Graz', { validFrom: '2020-01-01T00:00:00.000Z' }),
    ]);
    expect(linz?.validTo).toBe('2026-02-01T10:00:00.000Z');
  });

  test('back to an old value is a new memory', () => {
    expect(weigh(...moved, saying('2026-04-01 c4 city Linz'))).toEqual(['† city Linz', '† city Graz', 'city Linz']);
  });

  test('"I used to live in Austin" is history, and is no new value', () => {
    const used = saying('2026-03-01 c2 city Austin', { validTo: '2026-03-01T10:00:00.000Z' });
    const [boston, austin] = factMemories([saying('2026-01-01 c1 city Boston'), used]);
    expect(shown([boston, austin] as FactMemory[])).toEqual(['city Boston', '† city Austin']);
    expect(austin?.supersededBy).toBe(boston?.id);
    expect(weigh(saying('2026-01-01 c1 city Austin'), used)).toEqual(['† city Austin']);
  });

  test.each([
    ['name', 'Sarah', 'Sarah Johnson', 'Sarah Johnson'],
    ['name', 'Sarah Johnson', 'Sarah', 'Sarah Johnson'],
    ['name', 'Kate Miller', 'Katherine', 'Kate Miller'],
    ['name', 'Katherine', 'Kate', 'Katherine'],
    ['name', 'Sarah Jonson', 'Sara Johnson', 'Sara Johnson'],
    ['birthday', '--06-03', '1984-06-03', '1984-06-03'],
    ['birthday', '1984-06-03', '--06-03', '1984-06-03'],
    ['address', '48 Larch Street', '48 Larch Street, Apartment 3B', '48 Larch Street, Apartment 3B'],
    ['address', '48 Larch Street, Apartment 3B', '48 larch street', '48 Larch Street, Apartment 3B'],
  ])('%s: %s, then %s, is one memory: %s', (predicate, first, second, kept) => {
    const rows = [saying(`2026-01-01 c1 ${predicate} ${first}`), saying(`2026-02-01 c2 ${predicate} ${second}`)];
    expect(weigh(...rows)).toEqual([`${predicate} ${kept}`]);
  });

  test('another surname of the same first name replaces the name', () => {
    expect(weigh(saying('2026-01-01 c1 name Sarah Johnson'), saying('2026-02-01 c2 name Sarah Keller'))).toEqual([
      '† name Sarah Johnson',
      'name Sarah Keller',
    ]);
  });
});

describe('a predicate with many values', () => {
  test('values stand beside each other, and the same in other words is one', () => {
    expect(
      weigh(
        saying('2026-01-01 c1 prefers morning appointments'),
        saying('2026-01-02 c2 prefers oat milk'),
        saying('2026-01-03 c3 prefers the morning appointment'),
      ),
    ).toEqual(['prefers the morning appointment', 'prefers oat milk']);
  });

  test('a value that replaces another one closes those that begin with it', () => {
    const [early, other, late] = factMemories([
      saying('2026-01-01 c1 appointment 2026-03-10T09:30 cleaning'),
      saying('2026-01-01 c1 appointment 2026-03-10T11:00 check-up'),
      saying('2026-01-05 c2 appointment 2026-03-12T14:00 cleaning', { replaces: '2026-03-10T09:30' }),
    ]);
    expect(early?.supersededBy).toBe(late?.id);
    expect(other?.validTo).toBeUndefined();
  });

  test('a cancelled appointment is off, and the cancellation is no memory that holds', () => {
    const rows = [
      saying('2026-01-01 c1 appointment 2026-03-10T09:30 cleaning'),
      saying('2026-01-05 c2 appointment cancelled 2026-03-10T09:30'),
    ];
    expect(weigh(...rows)).toEqual([
      '† appointment 2026-03-10T09:30 cleaning',
      '† appointment cancelled 2026-03-10T09:30',
    ]);
    expect(weigh(...rows, saying('2026-01-06 c3 appointment 2026-03-10T09:30')).at(-1)).toBe(
      'appointment 2026-03-10T09:30',
    );
    expect(
      weigh(
        ...rows,
        saying('2026-01-06 c3 appointment 2026-03-10T09:30'),
        saying('2026-01-07 c4 appointment cancelled 2026-03-10T09:30'),
      ).filter((line) => !line.startsWith('†')),
    ).toEqual([]);
  });

  test('whoever calls from the telephone can cancel what was booked from it', () => {
    expect(
      weigh(
        saying('2026-01-01 c1 name Sarah'),
        saying('2026-01-01 c1 appointment 2026-03-10T09:30 cleaning'),
        saying('2026-01-05 c2 name Tom'),
        saying('2026-01-05 c2 appointment cancelled 2026-03-10T09:30'),
      ),
    ).toContain('† appointment 2026-03-10T09:30 cleaning');
  });

  test('liking and disliking the same thing close each other', () => {
    expect(weigh(saying('2026-01-01 c1 prefers window seats'), saying('2026-02-01 c2 dislikes window seats'))).toEqual([
      '† prefers window seats',
      'dislikes window seats',
    ]);
  });

  test('what is over closes what was said before', () => {
    expect(
      weigh(
        saying('2026-01-01 c1 allergy latex'),
        saying('2026-02-01 c2 allergy latex', { validTo: '2026-02-01T10:00:00.000Z' }),
      ),
    ).toEqual(['† allergy latex']);
  });

  test('what either side promised are two things', () => {
    expect(
      weigh(
        saying('2026-01-01 c1 open_item call back', { promisedBy: 'agent' }),
        saying('2026-01-02 c2 open_item call back', { promisedBy: 'caller' }),
      ),
    ).toHaveLength(2);
  });
});

describe('people on one telephone', () => {
  const sarah = [saying('2026-01-01 c1 name Sarah Johnson'), saying('2026-01-01 c1 prefers mornings')];

  test('the second one does not rename the first, and what they say is theirs', () => {
    expect(weigh(...sarah, saying('2026-02-01 c2 name Tom'), saying('2026-02-01 c2 allergy nuts'))).toEqual([
      'name Sarah Johnson',
      'prefers mornings',
      'Tom: allergy nuts',
      'Tom: name Tom',
    ]);
  });

  test('a call without a name, and one under a form of the name, are the first one’s', () => {
    expect(
      weigh(
        ...sarah,
        saying('2026-02-01 c2 city Linz'),
        saying('2026-03-01 c3 name Sara'),
        saying('2026-03-01 c3 pet dog Rex'),
      ),
    ).toEqual(['name Sarah Johnson', 'prefers mornings', 'city Linz', 'pet dog Rex']);
  });

  test('a name that corrects the one before is the same person’s', () => {
    expect(weigh(...sarah, saying('2026-02-01 c2 name Zara Johnson', { replaces: 'Sarah Johnson' }))).toContain(
      'name Zara Johnson',
    );
  });

  test('the operator’s word for a name goes before what was heard first', () => {
    const said = saying('2026-05-01 - name Tom', { conversationId: null, speaker: 'operator' });
    expect(weigh(...sarah, saying('2026-02-01 c2 name Tom'), said)).toEqual([
      'Sarah Johnson: name Sarah Johnson',
      'Sarah Johnson: prefers mornings',
      'name Tom',
    ]);
  });

  test('facts about a third person are that person’s', () => {
    expect(
      weigh(
        ...sarah,
        saying('2026-01-01 c1 allergy nuts', { about: 'daughter Emma' }),
        saying('2026-02-01 c2 name Tom Berg'),
        saying('2026-03-01 c3 dislikes calls', { about: 'Tom' }),
      ),
    ).toEqual([
      'daughter Emma: allergy nuts',
      'name Sarah Johnson',
      'prefers mornings',
      'Tom Berg: name Tom Berg',
      'Tom Berg: dislikes calls',
    ]);
  });

  test('callers who were merged are one person by somebody’s decision', () => {
    expect(weigh(...sarah, saying('2026-02-01 c2 name Sally Jones', { callerId: 'caller-2' }))).toEqual([
      '† name Sarah Johnson',
      'prefers mornings',
      'name Sally Jones',
    ]);
  });
});

describe('as of a moment', () => {
  const rows = [
    saying('2026-01-01 c1 city Linz'),
    saying('2026-02-01 c2 city Graz'),
    // Of an old recording, learned late.
    saying('2026-01-15 c3 pet dog Rex', { recordedAt: '2026-04-01T10:00:00.000Z' }),
  ];
  test.each([
    ['2025-12-31', []],
    ['2026-01-20', ['city Linz']],
    ['2026-03-01', ['city Graz']],
    ['2026-05-01', ['pet dog Rex', 'city Graz']],
  ])('%s: what was known and true', (day, expected) => {
    const known = factMemoriesAsOf(rows, new Date(`${day}T12:00:00Z`));
    expect(known.map(({ predicate, value }) => `${predicate} ${value}`)).toEqual(expected);
  });
});

describe('what the operator says of a fact', () => {
  test('decides whether it is sensitive, also against the rule', () => {
    const edit = { editedAt: '2026-02-01T10:00:00.000Z', sensitive: false };
    expect(factMemories([saying('2026-01-01 c1 allergy latex')])[0]?.sensitive).toBe(true);
    expect(factMemories([saying('2026-01-01 c1 allergy latex', edit)])[0]?.sensitive).toBe(false);
  });

  test('a pin on one saying pins the memory', () => {
    const rows = [saying('2026-01-01 c1 city Linz'), saying('2026-02-01 c2 city Linz', { pinned: true })];
    expect(factMemories(rows)[0]?.pinned).toBe(true);
  });
});
