import type { ExtractedFact } from '../../extraction.js';
import type { Finder } from '../../finder.js';
import type { Held } from './diary.js';
import { negotiate } from './negotiate.js';
import { purposeOf, purposesOf } from './purpose.js';
import { stampOf } from './slot.js';

/**
 * Appointments after the start of the call: what both sides agree on, what the caller says is booked, what is moved (`replaces` the
 * old time) and what is cancelled. Deliveries, arrivals, viewings and visits are appointments too.
 */
export const findAppointments: Finder = (call) => {
  const { held, cancelled, elsewhere } = negotiate(call);
  const others = elsewhere
    .filter((one) => !held.some(({ day, time }) => day === one.day && time === one.time))
    .map((one) => factOf(one, one.purpose, false));
  if (held.length + cancelled.length === 0) return others;
  const all = [
    ...cancelled.map((one) => ({ one, isCancelled: true })),
    ...held.map((one) => ({ one, isCancelled: false })),
  ];
  const isSameMatter = all.length === 1 || (cancelled.length === 1 && held.length === 1);
  const purposes = isSameMatter
    ? all.map(() => purposeOf(call, Math.max(...all.map(({ one }) => one.turn))))
    : purposesOf(
        call,
        all.map(({ one }) => one.turn),
      );
  const facts = all.map(({ one, isCancelled }, index) => factOf(one, purposes[index] ?? '', isCancelled));
  return [...facts, ...others].sort((left, right) => left.turn - right.turn);
};

function factOf(held: Held, purpose: string, isCancelled: boolean): ExtractedFact {
  const { turn, quote, replaces } = held;
  const what = [stampOf(held), purpose].filter((part) => part !== '').join(' ');
  return {
    predicate: 'appointment',
    value: isCancelled ? `cancelled ${what}` : what,
    statement: statementOf(held, purpose, isCancelled),
    turn,
    quote,
    confidence: held.time === undefined ? 0.7 : 0.85,
    ...(isCancelled ? { replaces: stampOf(held) } : replaces === undefined ? {} : { replaces }),
  };
}

function statementOf({ day, time, replaces }: Held, purpose: string, isCancelled: boolean): string {
  const what = purpose === '' ? 'an appointment' : `an appointment (${purpose})`;
  const when = `on ${day}${time === undefined ? '' : ` at ${time}`}`;
  if (isCancelled) return `cancelled ${what} ${when}`;
  return replaces === undefined
    ? `has ${what} ${when}`
    : `has ${what} ${when}, moved from ${replaces.replace('T', ' ')}`;
}
