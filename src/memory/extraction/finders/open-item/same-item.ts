import type { CivilDay } from '../../language/civil-day.js';
import type { Side } from './taken.js';

/** One thing that one side says it will do. */
export interface Item {
  readonly by: Side;
  readonly deed: string;
  readonly task: string;
  readonly day: CivilDay | undefined;
  readonly time: string | undefined;
  readonly turn: number;
  readonly quote: string;
}

/** "You'll get my returns tonight, I'll send them from the other address": the second says how. */
export function withoutWays(items: readonly Item[]): readonly Item[] {
  return items.filter((item, index) => {
    const second = items[index + 1];
    // "You'll have them Monday, I'm sending the spreadsheet Monday": the second says what.
    if (second?.by === item.by && second.deed === item.deed && /^send (?:it|them|that|those)$/.test(item.task))
      return false;
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

/** "I'd have to ask the landlord. I'll text you today": asking and telling are one. */
export function withAnswers(items: readonly Item[]): readonly Item[] {
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

/** The same promise, said again with more, is one item. */
export function merged(items: readonly Item[]): readonly Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    const at = kept.findIndex((one) => one.by === item.by && isSame(one, item));
    const same = kept[at];
    if (same === undefined) kept.push(item);
    else {
      const task =
        item.deed === same.deed && contentOf(item.task).size > contentOf(same.task).size ? item.task : same.task;
      // "We'll ship it Thursday, you should have it Saturday": the first says when it is done.
      const isLater = item.turn > same.turn || same.day === undefined;
      kept[at] = item.day !== undefined && item.day !== same.day && isLater ? { ...item, task } : { ...same, task };
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
  'the a an it that them this to back over out off in on with for by and of up about your my pass along you me send email mail post text call ring phone give message get drop put pop let know tell be touch later also then'.split(
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
