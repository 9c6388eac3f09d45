import { clockTime } from '../../language/clock.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { Mention } from './stance/stance.js';
import type { Talk } from './talk.js';

// "Half seven is seven thirty in the evening, yes?": which half of the day is meant, somebody says sooner or later.

/** A time in the half of the day in which the same hour was said before. */
export function inKnownHalf(spoken: SpokenTime, known: readonly (string | undefined)[]): SpokenTime {
  const { clock, part } = spoken;
  if (clock === undefined || clock.isSure || part !== undefined) return spoken;
  const halves = [clock.hour % 12, (clock.hour % 12) + 12].map((hour) =>
    clockTime({ hour, minute: clock.minute, isSure: true }, undefined, 'business'),
  );
  const time = known.find((one) => one !== undefined && halves.includes(one));
  return time === undefined ? spoken : { ...spoken, time };
}

/** Whether it was said which half of the day is meant. */
export const isSureHalf = ({ clock, part }: SpokenTime): boolean =>
  clock !== undefined && (clock.isSure || part !== undefined);

/** What is on the table, in the half of the day that a turn says it is in. */
export function inSaidHalf({ table, ...talk }: Talk, mentions: readonly Mention[]): Talk {
  const sure = mentions.flatMap(({ spoken }) => (isSureHalf(spoken) ? [spoken] : []));
  const slots = table.slots.map((slot) => {
    const said = sure.find(
      ({ day, time }) => (day === undefined || day === slot.day) && time !== undefined && time === otherHalf(slot.time),
    );
    return said === undefined ? slot : { ...slot, time: said.time };
  });
  return { ...talk, table: { ...table, slots } };
}

function otherHalf(time: string | undefined): string | undefined {
  return time === undefined
    ? undefined
    : `${`${(Number(time.slice(0, 2)) + 12) % 24}`.padStart(2, '0')}${time.slice(2)}`;
}
