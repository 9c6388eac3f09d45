import type { ExtractedFact } from '../../extraction.js';
import type { Finder } from '../../finder.js';
import { readAnswer } from '../../language/assent.js';
import { type CivilDay, wallClock } from '../../language/civil-day.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { withThing } from './antecedent.js';
import { type CallStart, type Due, dueIn, dueOf, relativeDay, saysWhen } from './due.js';
import { type Promising, promisesIn } from './promise.js';
import { taskOf } from './task.js';

type Side = 'caller' | 'agent';

interface Item {
  readonly by: Side;
  readonly deed: string;
  readonly task: string;
  readonly day: CivilDay | undefined;
  readonly time: string | undefined;
  readonly turn: number;
  readonly quote: string;
}

const AGREES =
  /\b(?:will do|of course|no problem|no worries|sure|certainly|absolutely|i can(?!'t)|i will|we will|we can(?!'t)|that's fine|not a problem|yes|yeah|yep|okay|ok|grand|no bother|done|consider it done|happy to|i'll do that|can do|please|that'd be|that would be)\b/i;
/** What may stand between a promise and its day: "on payday, the 28th", "I'll post it, Friday it will go". */
const APPOSITION =
  /^(?:,| -)? ?(?:(?:so|thats|that's|that is|it'll go|it will go|it'll be|you'll hear|you'll hear back|on|by|say|probably|maybe|around|about|for|sometime|first thing|let's say) ){0,3}(?:the |this )?$/i;
const DECLINES =
  /^\W*(?:no,? )?(?:you'll not|you will not|don'?t you|please don'?t|i don'?t do (?:e-?mail|texts?|post))\b|^\W*no,? (?:e-?mails?|texts?|calls?|post)\b|\bi've no truck\b|\b(?:no need|don'?t bother|don'?t worry about|not necessary|no thanks|no thank you|please don'?t|rather you didn'?t|don'?t (?:send|call|ring|text|email|post)\b(?! (?:it|them|that|me) (?:on|by|in|to|with|at|before|after)\b)|can you (?:post|email|text|send|ring|call) (?:it|me|that)|(?:email|text|post|e-?mail)(?:'s| is) (?:fine|better|easier|best) (?:instead|than)|i'd rather)\b/i;

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
    within(at, sentenceEnd(turn, at)).filter((time) => APPOSITION.test(turn.text.slice(at, time.start)));
  const hasDay = (from: number, to: number): boolean =>
    saysWhen(turn.text.slice(from, to)) ||
    [...within(from, to), ...apposed(to)].some((time) => dueOf(time, start) !== undefined);
  const items = promisesIn(turn, hasDay).flatMap((promising) => {
    const by = bySide(promising, speaker, reply);
    if (by === undefined || (turn.speaker === 'other' && (promising.kind !== 'promise' || promising.deed === 'call')))
      return [];
    const words = turn.text.slice(promising.start, promising.end);
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
    const granted = promising.kind === 'promise' ? [] : answered;
    const due =
      relativeDay(words, () => anchorBefore(call, turn, start)) ??
      dueIn(words, [...near, ...before, ...after, ...granted], start);
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

/** "You'll get my returns tonight, I'll send them from the other address": the second says how. */
function withoutWays(items: readonly Item[]): readonly Item[] {
  return items.filter((item, index) => {
    const first = items[index - 1];
    return !(
      first !== undefined &&
      first.by === item.by &&
      first.deed === 'send' &&
      item.deed === 'send' &&
      (item.day === undefined || item.day === first.day) &&
      /^\s*(?:\w+ )(?:it|them|that|those) /i.test(item.quote)
    );
  });
}

/** "In five working days" has a number that is no time. */
function isWhen({ day, form, part, period }: SpokenTime): boolean {
  return day !== undefined || part !== undefined || period !== undefined || (form !== undefined && form !== 'bare');
}

/** The task in the words of who does it. */
function named({ does, task: whole }: Promising, task: string): string {
  return whole ?? (does === undefined ? task : `${does} ${task}`);
}

/** "I'd have to ask the landlord. I'll text you today": asking and telling are one. */
function withAnswers(items: readonly Item[]): readonly Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    const asked = kept.at(-1);
    const isAnswer = asked?.deed === 'ask' && asked.by === item.by && /^(?:call|send|tell)$/.test(item.deed);
    if (asked !== undefined && isAnswer && !/ and /.test(asked.task)) {
      kept[kept.length - 1] = { ...item, task: `${asked.task} and ${item.task}`, day: item.day ?? asked.day };
    } else kept.push(item);
  }
  return kept;
}

/** "Monday at ten?" – "Better Tuesday": when it is done is still to be agreed on. */
function isCountered(reply: string, due: Due, named: readonly SpokenTime[]): boolean {
  const isOther = named.some(
    ({ day, time, form }) =>
      (day !== undefined && day !== due.day) || (time !== undefined && form !== 'bare' && time !== due.time),
  );
  return (
    isOther &&
    !/\b(?:i'll|i will|we'll|we will)\b|^\W*no (?:problem|worries|wahala|bother|trouble|sweat|drama)/i.test(reply) &&
    /\b(?:better|rather|instead|can't|cannot|could|not|no|don't|can (?:you|they|he|she|it|we)|how about|what about|make it)\b/i.test(
      reply,
    )
  );
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

const OWN_PROMISE =
  /\b(?:(?:i|we)(?:'ll|’ll| will| shall)|ill)(?: \w+)? (?:send|e-?mail|mail|post|text|call|ring|phone|get|have|drop|message|whatsapp)\b/i;

/** Who has taken it on; nobody, when an offer or a request is not answered with a yes. */
function bySide({ kind, isThird, isOwn, deed }: Promising, speaker: Side, reply: string): Side | undefined {
  if (kind === 'promise') {
    if (isThird && speaker === 'caller' && !isOwn) return undefined;
    return DECLINES.test(reply) && deed !== 'ask' ? undefined : speaker;
  }
  const answer = readAnswer(reply);
  // "Noted. I'll mail you the estimate": who answers so says what is done.
  if (kind === 'request' && (deed === 'send' || deed === 'call') && OWN_PROMISE.test(reply)) return undefined;
  const isTaken =
    (answer.kind === 'yes' || (answer.kind === 'neither' && AGREES.test(reply.slice(0, 60)))) &&
    !DECLINES.test(reply) &&
    !/\b(?:can't|cannot|afraid|unfortunately|unable|won't be able)\b/i.test(reply.slice(0, 60));
  if (!isTaken) return undefined;
  if (kind === 'offer') return speaker;
  return speaker === 'caller' ? 'agent' : 'caller';
}

/** The same promise, said again with more, is one item. */
function merged(items: readonly Item[]): readonly Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    const at = kept.findIndex((one) => one.by === item.by && isSame(one, item));
    const same = kept[at];
    if (same === undefined) kept.push(item);
    else {
      const task =
        item.deed === same.deed && contentOf(item.task).size > contentOf(same.task).size ? item.task : same.task;
      kept[at] = item.day !== undefined && item.day !== same.day ? { ...item, task } : { ...same, task };
    }
  }
  return kept;
}

/** "I'll get you our chart, I'll dig it out tomorrow": ways of one thing. */
const FETCHES: ReadonlySet<string> = new Set(['send', 'bring', 'order', 'read', 'change']);

function isSame(left: Item, right: Item): boolean {
  const isFetching = left.turn === right.turn && FETCHES.has(left.deed) && FETCHES.has(right.deed);
  if (left.deed !== right.deed && !isFetching) return false;
  const [one, other] = [contentOf(left.task), contentOf(right.task)];
  if (left.deed !== right.deed) return [...one].some((word) => other.has(word));
  if (one.size === 0 || other.size === 0) return right.turn - left.turn <= 2;
  if (left.deed === 'call' && (left.day === undefined || right.day === undefined || left.day === right.day))
    return true;
  return [...one].some((word) => other.has(word));
}

const EMPTY = new Set(
  'the a an it that them this to back over out off in on with for by and of up about your my you me him her send email mail post text call ring phone give message get drop put pop let know tell be touch later also then'.split(
    ' ',
  ),
);

function contentOf(task: string): ReadonlySet<string> {
  return new Set(
    task
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '' && !EMPTY.has(word)),
  );
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
