import { CARD_DIGITS_MAX, CARD_DIGITS_MIN } from './card-numbers.js';
import type { SecretKind } from './secret-cues.js';
import { numberRunsOf, type SpokenToken } from './spoken-tokens.js';

/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Between a cue and its value: "is", "it's", "um", "for you". */
const LEAD = new Set(
  "is are was it its it's that's thats the my a an um uh er erm so ok okay yes yeah sure number no code and then here here's be would should'd of to for you on this that card one's one word digits which sorry hi well right oh going ending visa mastercard amex debit credit expiry goes like says say set as reads front back account sort type".split(
    ' ',
  ),
);
const LEAD_MAX = 8;

/** What a password "is" that is none. */
const NO_PASSWORD = new Set(
  "not wrong right incorrect expired locked reset working invalid the same too very being protected required needed no longer correct fine good ok okay forgotten lost unknown blocked asking stuck weird broken sent in on with for and or but so because i i'm my we you he she they it please thanks can could what how why if when never don't didn't doesn't isn't wasn't been gone changed about different strong weak safe secure long short case any from by at to old new saved rejected refused accepted denied there missing available coming out up still also just really kind only already actually".split(
    ' ',
  ),
);
const ENDS_PASSWORD = new Set(
  "so but and please thanks thank ok okay can could i i'm i'll my we you is it it's that that's then if because for with do does is in on at all small capital? yes no right".split(
    ' ',
  ),
);

/**
 * The value that follows a cue, or that answers the question for it.
 *
 * @param tokens of the text
 * @param from index of the first token after the cue
 * @param isAnswer nothing but the value is expected
 */
export function secretValueAt(
  text: string,
  tokens: readonly SpokenToken[],
  from: number,
  kind: SecretKind,
  { isAnswer, cue }: { readonly isAnswer: boolean; readonly cue: string },
): Span | undefined {
  let at = from;
  while (at < tokens.length && at - from < LEAD_MAX && isLead(tokens[at] as SpokenToken, kind, tokens[at + 1])) at += 1;
  if (kind === 'password') return passwordAt(text, tokens, at, { isAnswer, cue, isSaid: at > from });
  const mixed = kind === 'national id' || kind === 'account number' ? mixedAt(tokens, at) : undefined;
  if (mixed) return mixed;
  const run = numberRunsOf(tokens.slice(at, at + 40))[0];
  if (!run || run.start !== tokens[at]?.start) return undefined;
  const { length } = run.digits;
  if (kind === 'security code') {
    const code = firstDigits(run.tokens, 3, 4);
    return code;
  }
  if (kind === 'card number') return length >= CARD_DIGITS_MIN && length <= CARD_DIGITS_MAX + 10 ? run : undefined;
  return length >= 4 ? run : undefined;
}

function isLead(token: SpokenToken, kind: SecretKind, next: SpokenToken | undefined): boolean {
  if (token.lower === 'one' && kind !== 'password') return false;
  if (!LEAD.has(token.lower)) return false;
  if (token.lower === 'a' && next && (/^[a-z]$/.test(next.lower) || next.digits !== '')) return false;
  // "oh" and "o" may begin the number.
  return !(token.digits !== '' && next?.digits !== '');
}

/** The first tokens that have so many digits together. */
function firstDigits(tokens: readonly SpokenToken[], min: number, max: number): Span | undefined {
  let count = 0;
  let end: number | undefined;
  for (const token of tokens) {
    if (count + token.digits.length > max) break;
    count += token.digits.length;
    if (count >= min) end = token.end;
  }
  const start = tokens[0]?.start;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Digits and spelled letters: "QQ 12 34 56 C", "D E eight nine …". */
function mixedAt(tokens: readonly SpokenToken[], from: number): Span | undefined {
  let characters = 0;
  let digits = 0;
  let end: number | undefined;
  for (let at = from; at < tokens.length && at - from < 60; at += 1) {
    const token = tokens[at] as SpokenToken;
    if (token.digits === '' && token.isFiller) continue;
    const isCode =
      token.digits === '' &&
      (/^[a-z]$/.test(token.lower) ||
        (/\d/.test(token.lower) && /^[a-z\d]+$/.test(token.lower)) ||
        (characters === 0 && /^[a-z]{2}$/.test(token.lower) && (tokens[at + 1]?.digits ?? '') !== ''));
    if (token.digits === '' && !isCode) break;
    characters += token.digits.length || token.lower.length;
    digits += token.digits.length || token.lower.replace(/\D/g, '').length;
    end = token.end;
  }
  const start = tokens[from]?.start;
  return characters >= 4 && digits >= 3 && start !== undefined && end !== undefined ? { start, end } : undefined;
}

const PASSWORD_WORDS_MAX = 6;

function passwordAt(
  text: string,
  tokens: readonly SpokenToken[],
  at: number,
  { isAnswer, cue, isSaid }: { readonly isAnswer: boolean; readonly cue: string; readonly isSaid: boolean },
): Span | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  const run = first.digits === '' ? undefined : numberRunsOf(tokens.slice(at, at + 20))[0];
  // In India a PIN code is a postal code of six digits.
  if (run && /^pin ?code$/i.test(cue) && run.digits.length === 6) return undefined;
  if (run && run.digits.length >= 3 && (/\b(?:pin|otp|code|one)/i.test(cue) || run.tokens.length > 1))
    return { start: run.start, end: run.end };
  if (/\b(?:pin|otp|one[- ]time|code)/i.test(cue)) return mixedAt(tokens, at);
  const isStated = isSaid || isAnswer || /[:=]\s*$/.test(text.slice(Math.max(0, first.start - 3), first.start));
  if (!isStated || NO_PASSWORD.has(first.lower)) return undefined;
  let end = spacedEnd(text, first.end);
  for (let next = at + 1; next < tokens.length && next - at < PASSWORD_WORDS_MAX; next += 1) {
    const token = tokens[next] as SpokenToken;
    if (token.start < end) continue;
    if (ENDS_PASSWORD.has(token.lower) || /[.,;!?](?:\s|$)/.test(text.slice(end - 1, token.start))) break;
    end = spacedEnd(text, token.end);
  }
  return { start: first.start, end };
}

/** Signs are part of a password: `pass@word!1`. Not the full stop of the sentence. */
function spacedEnd(text: string, from: number): number {
  const rest = /^[^\s]*/.exec(text.slice(from, from + 100))?.[0] ?? '';
  return from + rest.replace(/[.,;!?)'"]+$/, '').length;
}
