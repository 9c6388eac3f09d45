import type { Day, DaySpan } from './calendar.js';
import { isStopWord } from './stop-words.js';
import type { TermReader } from './term.js';
import { readTimeExpressions, type TimeExpression } from './time-expressions.js';
import { type Token, tokenize } from './tokens.js';

/** A question as the ranking reads it. */
export interface Question {
  /** Each once, in the question's order. */
  readonly terms: readonly string[];
  /** All its words, in lower case. */
  readonly words: ReadonlySet<string>;
  readonly asksWhen: boolean;
  readonly asksName: boolean;
  /** Days that the calendar names ("May 2023"). */
  readonly spans: readonly DaySpan[];
  /** Days counted from now ("last week"). */
  readonly relativeSpans: readonly DaySpan[];
}

const WHEN = /\b(?:when|how long|(?:what|which) (?:time|date|day|week|month|year))\b/i;
const NAME = /\b(?:who|whom|whose|where|which|names?|named|called)\b/i;

/** Longer questions are cut; terms beyond these are not looked for. */
const CHARACTERS_MAX = 4_000;
const TERMS_MAX = 64;

export function readQuestion(text: string, today: Day | undefined, terms: TermReader): Question {
  const cut = text.slice(0, CHARACTERS_MAX);
  const times = today === undefined ? [] : readTimeExpressions(cut, today);
  const tokens = tokenize(cut);
  const found = tokens.filter((token) => isAskedFor(token, times)).map(({ word }) => terms.read(word));
  return {
    terms: [...new Set(found)].slice(0, TERMS_MAX),
    words: new Set(tokens.map(({ word }) => word)),
    asksWhen: WHEN.test(cut),
    asksName: NAME.test(cut),
    spans: times.filter(({ relative }) => !relative),
    relativeSpans: times.filter(({ relative }) => relative),
  };
}

/** The words of a date are, also "May"; "last week" is the same words as everybody's last week. */
function isAskedFor({ word, start, end }: Token, times: readonly TimeExpression[]): boolean {
  const time = times.find((expression) => start < expression.end && expression.start < end);
  if (time?.relative) return false;
  return !isStopWord(word) || (time !== undefined && word === 'may');
}
