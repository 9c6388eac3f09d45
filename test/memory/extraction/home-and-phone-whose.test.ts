import { describe, expect, test } from 'vitest';
import { findBirthday } from '../../../src/memory/extraction/finders/birthday/find-birthday.js';
import { findHome } from '../../../src/memory/extraction/finders/home/find-home.js';
import { findPhone } from '../../../src/memory/extraction/finders/phone/find-phone.js';
import { readCall } from '../../../src/memory/extraction/read-call.js';

/** `A:` is the business, `C:` the caller. */
function callOf(talk: string, country: string) {
  const turns = talk.split('|').map((line) => ({
    speaker: line.trim().startsWith('A:') ? ('agent' as const) : ('caller' as const),
    text: line.trim().slice(3),
  }));
  return readCall({ turns, startedAt: '2026-03-02T14:05:00.000Z', timeZone: 'Europe/London', country });
}

describe('The town that answers another one', () => {
  test.each([
    ['US', 'A: You live in Tacoma, I think? | C: Olympia I moved there for the quiet', 'Olympia'],
    [
      'IE',
      "A: You're over in Athlone still? | C: I am not we sold up we're in Mullingar beside my daughter",
      'Mullingar',
    ],
    ['US', 'A: Are you still in Denver? | C: Negative, that was two years ago.', undefined],
    ['GB', 'A: Is it still Leeds? | C: Naw, that was ages ago.', undefined],
    ['IE', 'C: Saturday I am in Mallow at my brother, his baby gets baptised.', undefined],
  ])('%s %s', (country, talk, expected) => {
    expect(findHome(callOf(talk, country)).find(({ predicate }) => predicate === 'city')?.value).toBe(expected);
  });
});

describe('Whose telephone it is', () => {
  test.each([
    ['US', 'C: nah thats the shop phone use my cell six one five five five five oh one seven seven', ['+16155550177']],
    ['US', 'C: send it for my aunt to me two oh one five five five oh one one four thats my cell', ['+12015550114']],
    [
      'GB',
      "A: we will phone you | C: Ring the daughter's if I'm out, she's next door. Kerry. Oh one one seven, four nine six, oh one nine five.",
      [],
    ],
  ])('%s %s', (country, talk, expected) => {
    expect(findPhone(callOf(talk, country)).map(({ value }) => value)).toEqual(expected);
  });
});

test('A child that is to be insured has another birthday than the caller', () => {
  const talk =
    'A: And the name of the child and date of birth? | C: ananya only date of birth two july two thousand twenty five';
  expect(findBirthday(callOf(talk, 'IN'))).toEqual([]);
});
