import { mondayOf } from '../../language/civil-day.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadTurn } from '../../read-call.js';
import { isSureHalf } from './half-of-day.js';
import { isOpening } from './stance/aside.js';
import type { Mention } from './stance/stance.js';
import type { Talk, Topic } from './talk.js';
import { CONTACT_DAY, SCHEDULING } from './talk-words.js';

/** "I don't like mornings": the part of the day that is not wanted. */
const UNWANTED = /\b(?:not|no|never|hate|avoid|except)\b|n't\b/i;

/** What is spoken of after a turn. */
export function topicAfter(
  { topic, setting }: Talk,
  turn: ReadTurn,
  read: {
    readonly times: readonly SpokenTime[];
    readonly mentions: readonly Mention[];
    readonly isAbout: boolean;
  },
): Topic {
  let { aside, isDaySaid, month, week, part } = topic;
  for (const { spoken, stance } of read.mentions) {
    const isComing = spoken.day !== undefined && !spoken.vague && spoken.day > setting.start.day;
    isDaySaid ||= isComing;
    if (isComing && stance !== 'refused' && !CONTACT_DAY.test(turn.text)) aside = { day: spoken.day, turn: turn.index };
    // "Not next week." – "The week after, then."
    const isNamedWeek = read.isAbout || UNWANTED.test(turn.text.slice(Math.max(0, spoken.start - 25), spoken.start));
    if (isNamedWeek && spoken.period?.kind === 'week') week = spoken.period.from;
    if (spoken.period?.kind === 'month') month = spoken.period.from;
    if (stance === 'aside') continue;
    const isGreeting = turn.index <= 2 && spoken.start === 0 && spoken.day === undefined && spoken.time === undefined;
    const isUnwanted = isGreeting || UNWANTED.test(turn.text.slice(Math.max(0, spoken.start - 25), spoken.start));
    if (spoken.part !== undefined && !isUnwanted && !/tonight|^this /i.test(spoken.text))
      part = { part: spoken.part, turn: turn.index };
    // "Thursday eight pm" … "Friday eight thirty".
    if (spoken.part === undefined && spoken.clock?.isSure === true && spoken.clock.hour >= 18)
      part = { part: 'evening', turn: turn.index };
    if (spoken.setsWeek && spoken.day !== undefined) week = mondayOf(spoken.day);
  }
  // "Any day that week after four."
  const spokenOf = aside?.day ?? topic.focus;
  if (spokenOf !== undefined && /\b(?:that|the same) week\b/i.test(turn.text)) week = mondayOf(spokenOf);
  const opened = read.mentions.map(({ spoken }) => spoken).filter((spoken) => isOpening(spoken, turn));
  const windows = read.times.flatMap(({ time, until }) => (time === undefined || until === undefined ? [] : [time]));
  const sure = read.mentions.flatMap(({ spoken, stance }) =>
    stance !== 'aside' && spoken.time !== undefined && isSureHalf(spoken) ? [spoken.time] : [],
  );
  const isScheduled = read.times.length > 0 && SCHEDULING.test(turn.text);
  const last = read.mentions.at(-1)?.aside;
  const elseIn = last === undefined ? topic.elseIn : { turn: turn.index, aside: last, times: read.times };
  return {
    ...topic,
    aside,
    elseIn,
    sure: [...new Set([...sure, ...topic.sure])],
    isDaySaid,
    month,
    week,
    part,
    openings: [...topic.openings, ...opened],
    windows: [...new Set([...topic.windows, ...windows])],
    scheduledIn: isScheduled ? turn.index : topic.scheduledIn,
  };
}
