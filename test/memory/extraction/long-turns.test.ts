import { expect, it } from 'vitest';
import { findAppointments } from '../../../src/memory/extraction/finders/appointment/appointment.js';
import { findBirthday } from '../../../src/memory/extraction/finders/birthday/find-birthday.js';
import { findFamily } from '../../../src/memory/extraction/finders/family/find-family.js';
import { readCall } from '../../../src/memory/extraction/read-call.js';
import { callOf } from './call-of.js';

/** What a call costs in which one side says one thing again and again, up to 20,000 characters. */
function cost(words: string, speaker: 'agent' | 'caller'): number {
  const before = { speaker: speaker === 'agent' ? 'caller' : 'agent', text: 'Tomorrow at nine? My birthday?' } as const;
  const text = `my birthday is${words.repeat(20_000 / words.length)}x`;
  const startedAt = performance.now();
  const call = readCall({
    turns: [before, { speaker, text }, before],
    startedAt: '2026-03-02T14:05:00.000Z',
    timeZone: 'Europe/London',
    country: 'GB',
  });
  findAppointments(call);
  findBirthday(call);
  return performance.now() - startedAt;
}

it.each([' noon', ' 3:30', '1-', ' on monday at nine', '\n', ' ', '!', '.', ' and', ' one two', " I'll"])(
  'finds dates in a long turn of %j quickly',
  (words) => {
    for (const speaker of ['caller', 'agent'] as const) expect(cost(words, speaker)).toBeLessThan(5_000);
  },
);

it.each([' my wife and', ' my son or my daughter and', ' Mum and', ' brother and brother and'])(
  'finds relatives in a long turn of %j quickly',
  (words) => {
    const text = `it is for my wife,${words.repeat(4_000 / words.length)}`;
    const startedAt = performance.now();
    const found = findFamily(callOf(`c: ${text}`));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(found.length).toBeGreaterThan(0);
  },
);
