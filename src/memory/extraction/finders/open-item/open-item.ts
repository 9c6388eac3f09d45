import type { ExtractedFact } from '../../extraction.js';
import type { Finder } from '../../finder.js';
import { wallClock } from '../../language/civil-day.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { CANDIDATES_MAX } from '../candidates-max.js';
import { withThing } from './antecedent.js';
import { type CallStart, dueIn, saysSomeDay } from './due.js';
import { promisesIn } from './promise.js';
import type { Promising } from './promising.js';
import { type Item, merged, withAnswers, withoutWays } from './same-item.js';
import { bySide, type Side } from './taken.js';
import { taskOf } from './task.js';
import { whenIn } from './when.js';

/**
 * What either side says it will do after the call, with the day when one was said: promises ("I'll send you the quote by Friday"),
 * offers that are taken, requests that are granted. Not what is done while they talk, nor what hangs on a condition.
 */
export const findOpenItems: Finder = (call) => {
  const start = wallClock(call.startedAt, call.timeZone);
  const items: Item[] = [];
  for (const turn of call.turns) if (items.length < CANDIDATES_MAX) items.push(...itemsIn(call, turn, start));
  return merged(items.map((item) => asked(call, item, start))).map(factOf);
};

function itemsIn(call: ReadCall, turn: ReadTurn, start: CallStart): readonly Item[] {
  // Who is handed the telephone speaks for the caller.
  const speaker: Side = turn.speaker === 'other' ? 'caller' : turn.speaker;
  const next = call.turns.slice(turn.index + 1).find((one) => one.speaker !== 'other');
  const reply = next !== undefined && next.speaker !== speaker ? next : undefined;
  const when = whenIn(call, turn, reply, start);
  const items = promisesIn(turn, when.hasDay).flatMap((promising, index, all) => {
    const words = turn.text.slice(promising.start, promising.end);
    const by = bySide(promising, speaker, reply?.text ?? '', words);
    if (by === undefined || (turn.speaker === 'other' && (promising.kind !== 'promise' || promising.deed === 'call')))
      return [];
    const task = taskOf(words, when.inWords(promising));
    if (task === '' || NOTHING_SAID.test(task)) return [];
    const due = when.dueOf(promising, all[index - 1]);
    // What one brings along belongs to coming, unless a day is said for it.
    if (by === 'caller' && due === undefined && /^bring\b(?!.*\bback\b)/i.test(words)) return [];
    if (due === 'open') return [];
    // "I'll take her off from today" is done at once, and holds from then.
    if (
      due === undefined &&
      DATED.has(promising.deed) &&
      !/^(?:have|get) /i.test(words) &&
      !saysSomeDay(turn.text.slice(promising.start, promising.end + 40))
    )
      return [];
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

/** "I'll get him to do it", "I'll cancel the ninth": nothing is left that says what. */
const NOTHING_SAID =
  /\bdo (?:it|that|so|this)$|^(?:cancel|change|remove|update|order|send|start|stop|check|review|read|make|give|put|take|get|have|tell|let|ask|inform)$/i;

/** What is open only when a day is said. */
const DATED: ReadonlySet<string> = new Set(['change', 'confirm', 'read', 'fetch']);

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

/** The task in the words of who does it. */
function named({ does, task: whole }: Promising, task: string): string {
  return whole ?? (does === undefined ? task : `${does} ${task}`);
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
