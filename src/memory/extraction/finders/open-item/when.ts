import { addDays, type CivilDay } from '../../language/civil-day.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import type { Deed } from './deeds.js';
import { type CallStart, type Due, dueIn, dueOf, relativeDay, saysWhen, shortlyBefore } from './due.js';
import type { Promising } from './promising.js';
import { counterOf, isGrant } from './taken.js';

/** What may stand between a promise and its day: "on payday, the 28th", "I'll post it, Friday it will go". */
const APPOSITION =
  /^(?:,| -)? ?(?:(?:so|then,?|thats|that's|that is|it'll go|it will go|it'll be|it'll be in|you'll hear|you'll hear back|on|by|say|let me say|probably|maybe|around|about|for|sometime|first thing|let's say) ){0,3}(?:the |this )?$/i;
/** What goes on after it: "I'll upload them, I'll do it tomorrow", "I'll have it sorted. That'll be Friday". */
const SAYS_WHEN_IT_IS =
  /^(?: [\w' ]{0,20})?[,.]? (?:(?:and|so) )?(?:i'll do (?:that|it|this|them)|i will do (?:that|it|this|them)|that'll be|that will be|that should be|it'll go|it'll be in|it'll come)(?: [a-z]+)? (?:by |on |for |first thing )?$/i;

/** "I'll tell Derek not to come on Thursday": what is told has a day, not the telling. */
const IS_TOLD =
  /^(?:tell|let|remind|warn) .* (?:not )?to (?!you\b|ye\b|the\b|my\b|your\b|him\b|her\b|them\b|me\b|us\b)[a-z]/i;

/** "I'll post the bill for Monday", "I'll put one aside for Wednesday": what it is for. */
const FOR_THEN: ReadonlySet<Deed> = new Set<Deed>(['send', 'order']);

/** "I'll not charge you for today, and I'll credit the last one": each has its day. */
const WILL = /\b(?:i|we)(?:['’]ll| will)\b/i;

/** When things of one turn are done. */
export interface When {
  /** Whether words of the turn, or what goes on behind them, say when. */
  readonly hasDay: (from: number, to: number) => boolean;
  /** Where the words of a promise have days and times. */
  readonly inWords: (promising: Promising) => readonly { readonly start: number; readonly end: number }[];
  /** `open`, where the other side would have it at another time, and none is settled. A day of the previous promise is not this one's. */
  readonly dueOf: (promising: Promising, previous?: Promising) => Due | 'open' | undefined;
}

/**
 * Reads when the things are done that a turn says.
 *
 * @param reply what the other side says next
 */
export function whenIn(call: ReadCall, turn: ReadTurn, reply: ReadTurn | undefined, start: CallStart): When {
  const times = anchored(call, turn, start);
  const within = (from: number, to: number): readonly SpokenTime[] =>
    times.filter((time) => time.start >= from && time.end <= to + 1);
  const apposed = (at: number): readonly SpokenTime[] =>
    within(at, sentenceEnd(turn, at + 2)).filter(({ start: from }) => {
      const between = turn.text.slice(at, from).replaceAll('’', "'");
      return APPOSITION.test(between) || SAYS_WHEN_IT_IS.test(between);
    });
  const answered = reply === undefined ? [] : call.spokenTimes(reply);
  return {
    hasDay: (from, to) =>
      saysWhen(turn.text.slice(from, to)) ||
      [...within(from, to), ...apposed(to)].some((time) => dueOf(time, start) !== undefined),
    inWords: (promising) =>
      within(promising.start, promising.end)
        .filter(isWhen)
        .map((time) => ({ start: time.start - promising.start, end: time.end - promising.start })),
    dueOf: (promising, previous) => {
      const words = turn.text.slice(promising.start, promising.end);
      // "And I'll send the form same time".
      const isAlike = /\bsame time\b/i.test(words);
      const before = within(promising.clauseStart, promising.start).filter(
        ({ start: at, end, day }) =>
          promising.kind === 'promise' &&
          day !== undefined &&
          end <= promising.start &&
          (at >= (previous?.end ?? 0) || isAlike) &&
          !/\b(?:(?:pencil|put|book|slot|squeeze)\b[^.?!]* for|(?:move|moved|change|changed) you to) (?:the )?$/i.test(
            turn.text.slice(0, at),
          ) &&
          !/\bbut\b/i.test(turn.text.slice(end, promising.start)) &&
          !(
            !isAlike &&
            WILL.test(turn.text.slice(promising.clauseStart, at)) &&
            WILL.test(turn.text.slice(end, promising.start))
          ),
      );
      const near = within(promising.start, promising.end).filter(
        (time) =>
          !(promising.deed === 'tell' && IS_TOLD.test(turn.text.slice(promising.start, time.start))) &&
          !/ from $/i.test(turn.text.slice(promising.start, time.start)) &&
          !(FOR_THEN.has(promising.deed) && / for $/i.test(turn.text.slice(promising.start, time.start))),
      );
      const isContinued = /^ (?:when|once|after|as soon as|the minute)\b/i.test(turn.text.slice(promising.end));
      const after = isContinued ? within(promising.end, sentenceEnd(turn, promising.end)) : apposed(promising.end);
      const granted =
        promising.kind === 'promise' ? [] : answered.filter(({ start: at }) => isGrant(reply?.text.slice(0, at) ?? ''));
      const anchor = (): CivilDay | undefined => anchorBefore(call, turn, start, promising.start);
      const due =
        relativeDay(words, anchor) ??
        dueIn(words, [...granted, ...near], start) ??
        dueIn('', [...after, ...before], start) ??
        shortlyBefore(words, anchor);
      if (due === undefined || reply === undefined || promising.kind !== 'promise') return due;
      const counter = counterOf(reply.text, due, answered);
      // What is asked for instead is settled when the one who promised goes on with it.
      const isSettled = call.turns.slice(reply.index + 1).some(({ speaker }) => speaker === turn.speaker);
      return counter === undefined ? due : isSettled ? counter : 'open';
    },
  };
}

/** "The Monday" is the one of the week of the visit that was spoken of. */
function anchored(call: ReadCall, turn: ReadTurn, start: CallStart): readonly SpokenTime[] {
  const times = call.spokenTimes(turn);
  if (!times.some(isTheWeekday)) return times;
  const before = call.turns[turn.index - 1];
  const anchor = before === undefined ? undefined : anchorBefore(call, before, start);
  const read = call.spokenTimes(turn, { anchor });
  return times.map((time) => (isTheWeekday(time) ? (read.find((one) => one.start === time.start) ?? time) : time));
}

function isTheWeekday({ text, weekdayOnly }: SpokenTime): boolean {
  return weekdayOnly !== undefined && /^the \w+day$/i.test(text);
}

/** "In five working days" has a number that is no time. */
function isWhen({ day, form, part, period }: SpokenTime): boolean {
  return day !== undefined || part !== undefined || period !== undefined || (form !== undefined && form !== 'bare');
}

/** A day that is further off is a birthday rather than an appointment. */
const AHEAD_DAYS_MAX = 150;

/** The last day to come that was spoken of before a turn: that of the appointment. */
function anchorBefore(call: ReadCall, turn: ReadTurn, start: CallStart, to = turn.text.length): CivilDay | undefined {
  const last = addDays(start.day, AHEAD_DAYS_MAX);
  for (const one of call.turns.slice(0, turn.index + 1).reverse()) {
    const named = call
      .spokenTimes(one)
      .findLast(
        ({ day, vague, end }) =>
          (one.index < turn.index || end <= to) && day !== undefined && !vague && day > start.day && day < last,
      );
    if (named !== undefined) return named.day;
  }
  return undefined;
}

function sentenceEnd(turn: ReadTurn, at: number): number {
  const sentence = turn.sentences.findLast(({ start }) => start <= at);
  return sentence === undefined ? turn.text.length : sentence.start + sentence.text.length;
}
