import type { ExtractedFact } from '../../extraction.js';
import type { Finder } from '../../finder.js';
import { type CivilDay, wallClock } from '../../language/civil-day.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { withThing } from './antecedent.js';
import { type CallStart, dueIn, dueOf, relativeDay, saysWhen } from './due.js';
import { type Promising, promisesIn } from './promise.js';
import { type Item, merged, withAnswers, withoutWays } from './same-item.js';
import { bySide, isCountered, isGrant, type Side } from './taken.js';
import { taskOf } from './task.js';

/** What may stand between a promise and its day: "on payday, the 28th", "I'll post it, Friday it will go". */
const APPOSITION =
  /^(?:,| -)? ?(?:(?:so|then,?|thats|that's|that is|it'll go|it will go|it'll be|it'll be in|you'll hear|you'll hear back|on|by|say|let me say|probably|maybe|around|about|for|sometime|first thing|let's say) ){0,3}(?:the |this )?$/i;
/** What goes on after it: "I'll upload them, I'll do it tomorrow", "I'll have it sorted. That'll be Friday". */
const SAYS_WHEN_IT_IS =
  /^(?: [\w' ]{0,20})?[,.]? (?:(?:and|so) )?(?:i'll do (?:that|it|this|them)|i will do (?:that|it|this|them)|that'll be|that will be|that should be|it'll go|it'll be in|it'll come)(?: [a-z]+)? (?:by |on |for |first thing )?$/i;

/**
 * What either side says it will do after the call, with the day when one was said: promises ("I'll send you the quote by Friday"),
 * offers that are taken, requests that are granted. Not what is done while they talk, nor what hangs on a condition.
 */
export const findOpenItems: Finder = (call) => {
  const start = wallClock(call.startedAt, call.timeZone);
  const items = call.turns.flatMap((turn) => itemsIn(call, turn, start));
  return merged(items.map((item) => asked(call, item, start))).map(factOf);
};

function itemsIn(call: ReadCall, turn: ReadTurn, start: CallStart): readonly Item[] {
  // Who is handed the telephone speaks for the caller.
  const speaker: Side = turn.speaker === 'other' ? 'caller' : turn.speaker;
  const times = call.spokenTimes(turn);
  const within = (from: number, to: number): readonly SpokenTime[] =>
    times.filter((time) => time.start >= from && time.end <= to + 1);
  const next = call.turns.slice(turn.index + 1).find((one) => one.speaker !== 'other');
  const reply = next !== undefined && next.speaker !== speaker ? next.text : '';
  const apposed = (at: number): readonly SpokenTime[] =>
    within(at, sentenceEnd(turn, at + 2)).filter(({ start: from }) => {
      const between = turn.text.slice(at, from).replaceAll('’', "'");
      return APPOSITION.test(between) || SAYS_WHEN_IT_IS.test(between);
    });
  const hasDay = (from: number, to: number): boolean =>
    saysWhen(turn.text.slice(from, to)) ||
    [...within(from, to), ...apposed(to)].some((time) => dueOf(time, start) !== undefined);
  const items = promisesIn(turn, hasDay).flatMap((promising) => {
    const words = turn.text.slice(promising.start, promising.end);
    const by = bySide(promising, speaker, reply, words);
    if (by === undefined || (turn.speaker === 'other' && (promising.kind !== 'promise' || promising.deed === 'call')))
      return [];
    const before = within(promising.clauseStart, promising.start).filter(({ end }) => end <= promising.start);
    const near = within(promising.start, promising.end);
    const isContinued = /^ (?:when|once|after|as soon as|the minute)\b/i.test(turn.text.slice(promising.end));
    const after = isContinued ? within(promising.end, sentenceEnd(turn, promising.end)) : apposed(promising.end);
    const task = taskOf(
      words,
      near.filter(isWhen).map((time) => ({ start: time.start - promising.start, end: time.end - promising.start })),
    );
    if (task === '') return [];
    const answered = next === undefined ? [] : call.spokenTimes(next);
    const granted = promising.kind === 'promise' ? [] : answered.filter(({ start: at }) => isGrant(reply.slice(0, at)));
    const due =
      relativeDay(words, () => anchorBefore(call, turn, start)) ??
      dueIn(words, [...granted, ...near], start) ??
      dueIn('', [...before, ...after], start);
    // What one brings along belongs to coming, unless a day is said for it.
    if (by === 'caller' && due === undefined && /^bring\b(?!.*\bback\b)/i.test(words)) return [];
    if (due?.time !== undefined && promising.kind === 'promise' && isCountered(reply, due, answered)) return [];
    return [
      {
        by,
        deed: promising.deed,
        task: withThing(named(promising, task), call, turn, promising),
        day: due?.day,
        time: due?.time,
        turn: turn.index,
        quote: words.trim(),
      },
    ];
  });
  // "I'll get the hospital to send it, I'll call them tomorrow": one thing, and its way.
  const means = items.filter(
    (item, index) =>
      !(/^(?:get|have) /i.test(item.task) && /\b(?:them|him|her)\b/i.test(items[index + 1]?.quote ?? '')),
  );
  return withAnswers(withoutWays(means));
}

const ASKS_WHEN =
  /^\W*(?:(?:ok|okay|right|and|great|so|good|well|but|by)[\s,]+)*(?:when|what day|how soon)\b[^.!?]{0,40}\??$/i;

/** "I'll ring you back." – "When, though?" – "By noon tomorrow." */
function asked(call: ReadCall, item: Item, start: CallStart): Item {
  const [question, answer] = [call.turns[item.turn + 1], call.turns[item.turn + 2]];
  const isAsked = question !== undefined && ASKS_WHEN.test(question.text.replace(/[.!?] .*$/s, ''));
  if (item.day !== undefined || !isAsked || !answer || answer.text.split(/\s+/).length > 9) return item;
  const due = dueIn(answer.text, call.spokenTimes(answer), start);
  return due === undefined ? item : { ...item, day: due.day, time: due.time };
}

/** "In five working days" has a number that is no time. */
function isWhen({ day, form, part, period }: SpokenTime): boolean {
  return day !== undefined || part !== undefined || period !== undefined || (form !== undefined && form !== 'bare');
}

/** The task in the words of who does it. */
function named({ does, task: whole }: Promising, task: string): string {
  return whole ?? (does === undefined ? task : `${does} ${task}`);
}

/** The last day to come that was spoken of before a turn: that of the appointment. */
function anchorBefore(call: ReadCall, turn: ReadTurn, start: CallStart): CivilDay | undefined {
  return call.turns
    .slice(0, turn.index + 1)
    .flatMap((one) => call.spokenTimes(one))
    .findLast(({ day, vague }) => day !== undefined && !vague && day > start.day)?.day;
}

function sentenceEnd(turn: ReadTurn, at: number): number {
  const sentence = turn.sentences.findLast(({ start }) => start <= at);
  return sentence === undefined ? turn.text.length : sentence.start + sentence.text.length;
}

function factOf({ by, task, day, time, turn, quote }: Item): ExtractedFact {
  const due = day === undefined ? '' : `${day}${time === undefined ? '' : `T${time}`}`;
  return {
    predicate: 'open_item',
    value: due === '' ? task : `${due} ${task}`,
    statement: `will ${task}${due === '' ? '' : ` (${due.replace('T', ' ')})`}`,
    turn,
    quote,
    by,
    confidence: 0.8,
  };
}
