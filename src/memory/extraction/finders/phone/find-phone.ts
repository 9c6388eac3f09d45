import type { Finder } from '../../finder.js';
import { topicsAsked } from '../../language/asked-topics.js';
import { answeringTurn, correctionIn, questionBefore, readAnswer } from '../../language/assent.js';
import { type DigitRun, digitRunsIn } from '../../language/spoken-digits.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { asksOtherNumber, isAboutCaller, isOwnAnswer, isOwnNumber, leadsToOwn } from './number-owner.js';
import { readPhone } from './read-phone.js';

interface HeldPhone {
  readonly number: string;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

/** The telephone numbers that are the caller's own as far as the caller says so, or agrees to what the agent reads out. */
export const findPhone: Finder = (call) => {
  const held: HeldPhone[] = [];
  const agents = new Set<string>();
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') fromAgent(call, turn, held, agents);
    else if (turn.speaker === 'caller') fromCaller(call, turn, held, agents);
  }
  return held.map(({ number, turn, start, end }) => ({
    predicate: 'phone',
    value: number,
    statement: `has the phone number ${number}`,
    turn,
    quote: call.turns[turn]?.text.slice(start, end) ?? '',
    confidence: 0.9,
  }));
};

/** "And the best number is still 212 555 0143?" – "That's right." What the agent says of the business is kept apart. */
function fromAgent(call: ReadCall, turn: ReadTurn, held: HeldPhone[], agents: Set<string>): void {
  // "That's our friends' number", somebody else says.
  const isOthers = call.turns[turn.index + 1]?.speaker === 'other';
  const answer = isOthers ? undefined : answeringTurn(call, turn.index);
  const kind = answer?.speaker === 'caller' ? readAnswer(answer.text).kind : 'neither';
  const isOwn = answer?.speaker === 'caller' && isOwnAnswer(answer.plain, kind === 'yes');
  for (const run of digitRunsIn(turn.text)) {
    const number = readPhone(run.digits, call.country);
    if (number === undefined || held.some((other) => other.number === number)) continue;
    const before = turn.plain.slice(0, run.start);
    const isAsked = isAboutCaller(turn.text, before);
    const isLate = held.length > 0 && isReading(held, number);
    if (
      isOwn &&
      isAsked &&
      !isLate &&
      (topicsAsked(turn.text).has('phone') ||
        /\b(?:reach|call|text|ring|calling from|yours is|you on|you at|still (?:at|on|using)) ?(?:you)?\b|\b(?:is|are) (?:it|that|you) still\s*$/i.test(
          before,
        ))
    ) {
      add(held, { number, turn: turn.index, start: run.start, end: run.end });
    } else if (isOwn && isLate) replaceNear(held, number, turn.index, run);
    else agents.add(number);
  }
}

function fromCaller(call: ReadCall, turn: ReadTurn, held: HeldPhone[], agents: ReadonlySet<string>): void {
  const question = questionBefore(call, turn.index);
  const isAsked = question !== undefined && topicsAsked(question.text).has('phone') && !asksOtherNumber(question.text);
  const isOtherAsked = question !== undefined && asksOtherNumber(question.text) && !isAsked;
  const { plain } = turn;
  const runs = digitRunsIn(turn.text);
  let found = 0;
  for (const [index, run] of runs.entries()) {
    const previous = runs.slice(0, index).findLast(({ digits }) => digits.length > 6);
    const before = plain.slice(previous?.end ?? 0, run.start);
    for (const piece of piecesOf(run, call.country)) {
      if (runs.length > 1 && SET_APART.test(plain) && !/\b(?:mine|my|me)\b[^.]{0,25}$/.test(before)) continue;
      if (agents.has(piece) || !isOwnNumber(before, plain.slice(run.end), { isAsked, isOtherAsked })) continue;
      // A second number near to the one that was just said corrects it.
      const isCorrection = CORRECTING.test(plain.slice(0, 12)) || (previous !== undefined && CORRECTING.test(before));
      const near = held.find((other) => other.number !== piece && isOneNumber(other.number, piece));
      if (isCorrection && near) held.splice(held.indexOf(near), 1);
      add(held, { number: piece, turn: turn.index, start: run.start, end: run.end });
      found += 1;
    }
    if (found > 0 && previous && piecesOf(run, call.country).length === 0) correctOwnTail(held, turn, run, before);
  }
  if (found > 0) return;
  const joined = isAsked || overTurns(call, turn) ? joinedOverTurns(call, turn) : undefined;
  if (joined && !agents.has(joined.number)) add(held, joined);
  else correctTail(call, turn, question, held);
}

/** "The office is …, mine's …". */
const SET_APART = /\bthe (?:office|clinic|house|main one|landline|home|shop)(?:'s| is)\b.{10,70}\bmine(?:'s| is)\b/;
const CORRECTING =
  /(?:^|[\s,.])(?:no+|sorry|actually|wait|oh sorry|hang on|i mean|scratch that|correction|make that|not)\b/;

/** "… oh one three oh. No, wait, oh one oh three": the end of the number that was just said, once more. */
function correctOwnTail(held: HeldPhone[], turn: ReadTurn, run: DigitRun, before: string): void {
  const last = held.at(-1);
  const isEnd = /\b(?:it's|its|ends?|ending|that's|with)\b|[,.]\s*$/.test(before) || before.length < 40;
  if (last?.turn !== turn.index || !CORRECTING.test(before) || !isEnd) return;
  if (run.digits.length < 3 || run.digits.length > 7 || last.number.endsWith(run.digits)) return;
  replaceLast(held, last.number.slice(0, -run.digits.length) + run.digits, turn);
}

/** A run is one number, or two that were said one after the other. */
function piecesOf(run: DigitRun, country: string): readonly string[] {
  const whole = readPhone(run.digits, country);
  if (whole !== undefined) return [whole];
  // "The one that ends in one five eight. Oh four nine one, five seven oh, one five eight."
  for (const length of [2, 3, 4]) {
    const [end, rest] = [run.digits.slice(0, length), run.digits.slice(length)];
    const number = rest.endsWith(end) ? readPhone(rest, country) : undefined;
    if (number !== undefined) return [number];
  }
  for (let end = 9; end <= run.digits.length - 9; end += 1) {
    const [first, second] = [readPhone(run.digits.slice(0, end), country), readPhone(run.digits.slice(end), country)];
    if (first && second) return [first, second];
  }
  return [];
}

/** Whether the caller's turn before asks for going on: it ended in digits, and the agent only hummed. */
function overTurns(call: ReadCall, turn: ReadTurn): boolean {
  const [hum, before] = [call.turns[turn.index - 1], call.turns[turn.index - 2]];
  return (
    hum?.speaker === 'agent' &&
    before?.speaker === 'caller' &&
    hum.text.split(/\s+/).length <= 7 &&
    digitRunsIn(before.text).length > 0
  );
}

/** Of a number with the prefix of its country; see `readPhone`. */
const DIGITS_MAX = 16;

/** "It's four one five" – "uh-huh" – "five five five" – "yes" – "oh one two three". */
function joinedOverTurns(call: ReadCall, turn: ReadTurn): HeldPhone | undefined {
  let digits = '';
  for (let index = turn.index; index >= 0; index -= 2) {
    const said = call.turns[index];
    const last = said?.speaker === 'caller' ? digitRunsIn(said.text).at(-1) : undefined;
    if (!said || !last || said.text.slice(last.end).trim().length > 12) break;
    digits = last.digits + digits;
    if (digits.length > DIGITS_MAX) break;
    const number = index < turn.index ? readPhone(digits, call.country) : undefined;
    const asked = call.turns[index - 1];
    if (number && (!asked || topicsAsked(asked.text).has('phone') || leadsToOwn(said.plain.slice(0, last.start)))) {
      if (asked && asksOtherNumber(asked.text)) return undefined;
      if (/^\s*(?:no|sorry)\b/i.test(turn.text)) return undefined;
      const own = digitRunsIn(turn.text).at(-1) ?? last;
      return { number, turn: turn.index, start: own.start, end: own.end };
    }
    const hum = call.turns[index - 1];
    if (hum?.speaker !== 'agent' || hum.text.split(/\s+/).length > 7) break;
  }
  return undefined;
}

/** What the caller says to a number that was read back wrong: "oh one oh nine", "nine, not five". */
function correctTail(call: ReadCall, turn: ReadTurn, question: ReadTurn | undefined, held: HeldPhone[]): void {
  if (!question) return;
  if (sameButEnding(call, turn, question, held)) return;
  const last = held.at(-1) ?? readByAgent(call, turn, question);
  if (!last) return;
  const read = digitRunsIn(question.text).flatMap((run) => readPhone(run.digits, call.country) ?? [])[0];
  const isAbout = read !== undefined && isOneNumber(read, last.number);
  if (!isAbout && !/^\s*(?:no|sorry|actually|wait)\b/i.test(turn.text)) return;
  for (const { text } of turn.sentences) {
    const { right, wrong } = correctionIn(text) ?? {};
    const [good, bad] = [digitRunsIn(right ?? '')[0]?.digits, digitRunsIn(wrong ?? '')[0]?.digits];
    if (!good || !bad || good.length !== bad.length) continue;
    if (last.number.endsWith(good) || !last.number.includes(bad)) continue;
    const at = last.number.lastIndexOf(bad);
    replaceLast(held, last.number.slice(0, at) + good + last.number.slice(at + bad.length), turn);
    return;
  }
  const tail = tailIn(turn);
  if (!isAbout || !tail || tail.length > 7 || last.number.includes(tail)) return;
  replaceLast(held, last.number.slice(0, -tail.length) + tail, turn);
}

/** The last few digits that a turn says, of no address: "still 2/88 Kembla Street". */
const tailIn = ({ text }: ReadTurn): string | undefined =>
  digitRunsIn(text).findLast(({ digits, start, end }) => digits.length > 2 && !text.slice(start, end).includes('/'))
    ?.digits;

/** The number on file that the agent reads and whose end the caller corrects: "Phone's 773 555 0162?" – "zero one six three at the end". */
function readByAgent(call: ReadCall, turn: ReadTurn, question: ReadTurn): HeldPhone | undefined {
  const run = digitRunsIn(question.text).find(({ digits }) => readPhone(digits, call.country) !== undefined);
  const number = run && readPhone(run.digits, call.country);
  const tail = tailIn(turn) ?? '';
  if (!run || !number || tail === '' || !isAboutCaller(question.text, question.plain.slice(0, run.start)))
    return undefined;
  return isOneNumber(number.slice(-tail.length), tail)
    ? { number, turn: question.index, start: run.start, end: run.end }
    : undefined;
}

/** "Mine's the same but ending double four": the agent's number with another end. */
function sameButEnding(call: ReadCall, turn: ReadTurn, question: ReadTurn, held: HeldPhone[]): boolean {
  const match =
    /\b(?:ending|ends|end|last (?:two|three|four)(?: digits?)?|finish(?:es|ing))(?: (?:in|with|is|are))?\s+/i.exec(
      turn.text,
    );
  const read = digitRunsIn(question.text).flatMap((run) => readPhone(run.digits, call.country) ?? [])[0];
  const tail = match && digitRunsIn(turn.text.slice(match.index + match[0].length))[0]?.digits;
  if (!read || !tail || tail.length < 2 || tail.length > 6) return false;
  add(held, { number: read.slice(0, -tail.length) + tail, turn: turn.index, start: 0, end: turn.text.length });
  return true;
}

function replaceLast(held: HeldPhone[], number: string, turn: ReadTurn): void {
  held.pop();
  add(held, { number, turn: turn.index, start: 0, end: turn.text.length });
}

function replaceNear(held: HeldPhone[], number: string, turn: number, run: DigitRun): void {
  const at = held.findIndex((other) => isOneNumber(other.number, number));
  if (at >= 0) held[at] = { number, turn, start: run.start, end: run.end };
}

/** The agent reads back a number that the caller said just now, with a slip. */
function isReading(held: readonly HeldPhone[], number: string): boolean {
  return held.some((other) => isOneNumber(other.number, number));
}

/** The same number with up to two digits heard differently. */
function isOneNumber(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let different = 0;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) different += 1;
  return different <= 2;
}

/** Nobody has more telephones; it bounds what a call that only says numbers costs. */
const PHONES_MAX = 20;

function add(held: HeldPhone[], phone: HeldPhone): void {
  if (held.length < PHONES_MAX && !held.some(({ number }) => number === phone.number)) held.push(phone);
}
