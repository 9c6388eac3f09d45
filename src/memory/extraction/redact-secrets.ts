import { CARD_DIGITS_MAX, cardNumbersIn } from './secrets/card-numbers.js';
import { NOT_ASKED, SECRET_CUES, type SecretKind } from './secrets/secret-cues.js';
import { type Span, secretValueAt } from './secrets/secret-values.js';
import { type NumberRun, numberRunsOf, type SpokenToken, spokenTokensOf } from './secrets/spoken-tokens.js';

/** How many of each kind were taken out. */
export type Redactions = Readonly<Partial<Record<SecretKind, number>>>;

export interface RedactedText {
  /** With `[card number]`, `[security code]`, `[password]`, `[account number]`, `[national id]` for what is secret. */
  readonly text: string;
  readonly redactions: Redactions;
}

/** A turn, as far as its secrets go. */
export interface SpokenTurn {
  /** `agent`: what it asks for is not to be kept when it is answered. */
  readonly speaker: string;
  readonly text: string;
}

interface Secret extends Span {
  readonly kind: SecretKind;
}

/** Forms that need no cue. */
const SELF_EVIDENT: readonly {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  readonly holds?: (found: string) => boolean;
}[] = [
  { kind: 'account number', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gi, holds: isIban },
  { kind: 'national id', pattern: /\b(?!000|666|9\d\d)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}\b(?![- ]?\d)/g },
  { kind: 'national id', pattern: /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi },
];

/** Behind the last card number a code is the card's: "expires 04 28, code 123". */
const CODE_OF_CARD = /(?<!\b(?:zip|post|postal|area|promo|discount|booking|gate|door|entry) ?)\bcode\b/i;
const CODE_AFTER_CARD_MAX = 80;

/** A number without a sign between that is longer than those of cards: documents, accounts. */
const LONG_TOKEN = CARD_DIGITS_MAX + 1;

/** Digits that may be read back, and how many such numbers are remembered of a turn. */
const READ_BACK_MAX = 40;
const SPOKEN_MAX = 50;

/**
 * A text without what must not be kept: card numbers (also read out in words and groups), security codes, PINs and passwords,
 * account numbers and national numbers. Telephone numbers, dates, prices and order numbers stay. It takes time in proportion to the
 * length.
 */
export function redactSecrets(text: string): RedactedText {
  const tokens = spokenTokensOf(text);
  return replaced(text, secretsIn(text, tokens, numberRunsOf(tokens)));
}

/**
 * The turns of a call without their secrets. An answer to the agent's question for a secret is one, over several turns where a number is read out
 * in parts, and so is the agent's reading it back.
 */
export function redactTurns<T extends SpokenTurn>(
  turns: readonly T[],
): { readonly turns: readonly T[]; readonly redactions: Redactions } {
  const total: Partial<Record<SecretKind, number>> = {};
  let asked: Asked | undefined;
  const spoken = new Set<string>();
  const done = turns.map((turn) => {
    const tokens = spokenTokensOf(turn.text);
    const runs = numberRunsOf(tokens);
    const secrets = [...secretsIn(turn.text, tokens, runs)];
    if (turn.speaker === 'agent') {
      secrets.push(...readBack(runs, spoken));
      asked = askedAfter(turn.text, asked);
    } else {
      if (asked) secrets.push(...answerOf(turn.text, tokens, runs, asked));
      asked = continuedBy(turn.text, runs, asked);
    }
    const { text, redactions } = replaced(turn.text, secrets);
    for (const [kind, count] of Object.entries(redactions))
      total[kind as SecretKind] = (total[kind as SecretKind] ?? 0) + count;
    for (const digits of digitsOf(runs, secrets)) spoken.add(digits);
    return text === turn.text ? turn : { ...turn, text };
  });
  return { turns: done, redactions: total };
}

/** The digits of the runs that are secret, to know them again when the agent reads them back. */
function digitsOf(runs: readonly NumberRun[], secrets: readonly Secret[]): readonly string[] {
  const ordered = secrets.toSorted((a, b) => a.start - b.start);
  let at = 0;
  return runs
    .filter((run) => {
      while (at < ordered.length && (ordered[at] as Secret).end <= run.start) at += 1;
      const secret = ordered[at];
      return (
        secret !== undefined && secret.start < run.end && run.digits.length >= 4 && run.digits.length <= READ_BACK_MAX
      );
    })
    .slice(0, SPOKEN_MAX)
    .map(({ digits }) => digits);
}

/** What the agent waits for, and how many digits of it were said. */
interface Asked {
  readonly kind: SecretKind;
  readonly cue: string;
  readonly digits: number;
}

/** Another question ends the wait; "go on", "and the rest?" does not. */
function askedAfter(text: string, before: Asked | undefined): Asked | undefined {
  const last = lastCue(text);
  if (last && !NOT_ASKED.test(last.clause)) return { kind: last.kind, cue: last.cue, digits: 0 };
  if (before === undefined) return undefined;
  const goesOn =
    /\b(?:go ahead|go on|next|rest|carry on|continue|again|repeat|slow|ready|fire away|whenever|mm-?hm+|uh-?huh|yes|yeah|yep|ok|okay|right|got (?:it|that)|perfect|great|lovely|and then|thank|sorry|sure|so far)\b/i;
  const asksElse =
    /\b(?:expir|valid|name|postcode|zip|address|phone|e-?mail|amount|date of birth|anything else|book|appointment|receipt)\w*\b/i;
  return goesOn.test(text) && !asksElse.test(text) && text.length < 120 ? before : undefined;
}

function continuedBy(text: string, runs: readonly NumberRun[], asked: Asked | undefined): Asked | undefined {
  const own = lastCue(text);
  const count = runs.reduce((sum, { digits }) => sum + digits.length, 0);
  if (own && (own.kind === 'card number' || own.kind === 'account number'))
    return { kind: own.kind, cue: own.cue, digits: count };
  if (!asked) return undefined;
  if (asked.kind === 'card number' || asked.kind === 'account number') {
    const digits = asked.digits + count;
    return digits < 16 ? { ...asked, digits } : undefined;
  }
  // "Hang on, let me find it": still waited for.
  return count === 0 &&
    /\b(?:hang on|hold on|wait|one (?:second|moment|sec)|let me|where is|find|sure|yes|ok|okay)\b/i.test(text)
    ? asked
    : undefined;
}

/** What the caller says to the question for a secret. */
function answerOf(
  text: string,
  tokens: readonly SpokenToken[],
  runs: readonly NumberRun[],
  asked: Asked,
): readonly Secret[] {
  const { kind, cue } = asked;
  if (kind === 'card number') {
    return runs
      .filter(
        (run) =>
          run.digits.length >= (asked.digits > 0 ? 1 : 3) &&
          !/\b(?:expir\w*|exp|valid\w*|phone|mobile|number is|cell|postcode|zip)\W+(?:\w+\W+){0,2}$/i.test(
            text.slice(Math.max(0, run.start - 40), run.start),
          ),
      )
      .map(({ start, end }) => ({ kind, start, end }));
  }
  if (kind === 'account number' && asked.digits > 0) {
    return runs.filter(({ digits }) => digits.length >= 2).map(({ start, end }) => ({ kind, start, end }));
  }
  if (kind === 'password') {
    if (
      /^\W*(?:i (?:don't|do not|can't|forgot|have|haven't|never)|no\b|not\b|what\b|why\b|sorry\b|which\b|hmm|hang|hold|wait|can\b|could\b|do\b|is\b(?! it)|you\b|oh no|never|none)/i.test(
        text,
      )
    )
      return [];
    if (tokens.length > 12)
      return runs
        .filter(({ digits }) => digits.length >= 4 && digits.length <= 8)
        .map(({ start, end }) => ({ kind, start, end }));
  }
  const value = secretValueAt(text, tokens, 0, kind, { isAnswer: true, cue });
  return value ? [{ kind, ...value }] : [];
}

/** Numbers of the agent's that are parts of a secret one said before. The last four digits may stay. */
function readBack(runs: readonly NumberRun[], spoken: ReadonlySet<string>): readonly Secret[] {
  const all = [...spoken].join('');
  return runs
    .filter(
      ({ digits }) =>
        digits.length > 4 &&
        digits.length <= READ_BACK_MAX &&
        (all.includes(digits) || [...spoken].some((one) => one.length > 4 && digits.includes(one))),
    )
    .map(({ start, end }) => ({ kind: 'card number', start, end }));
}

/** The secret that is named last, unless something else is asked after it. */
function lastCue(
  text: string,
): { readonly kind: SecretKind; readonly cue: string; readonly clause: string } | undefined {
  const near = text.slice(-600);
  let last: { kind: SecretKind; cue: string; at: number } | undefined;
  for (const { kind, cue } of SECRET_CUES) {
    for (const match of near.matchAll(cue)) {
      if (!last || match.index > last.at) last = { kind, cue: match[0], at: match.index };
    }
  }
  if (!last) return undefined;
  const before = near.slice(0, last.at).split(/[.!?]/).at(-1) ?? '';
  const after = near.slice(last.at).split(/[.!?]/)[0] ?? '';
  if (near.slice(last.at + after.length + 1).includes('?')) return undefined;
  return { kind: last.kind, cue: last.cue, clause: before + after };
}

function secretsIn(text: string, tokens: readonly SpokenToken[], runs: readonly NumberRun[]): readonly Secret[] {
  const secrets: Secret[] = [];
  for (const { kind, pattern, holds } of SELF_EVIDENT) {
    for (const match of text.matchAll(pattern)) {
      if (holds && !holds(match[0])) continue;
      secrets.push({ kind, start: match.index, end: match.index + match[0].length });
    }
  }
  for (const run of runs) {
    for (const span of cardNumbersIn(run)) secrets.push({ kind: 'card number', ...span });
  }
  const [card] = secrets.filter(({ kind }) => kind === 'card number').toSorted((one, other) => other.end - one.end);
  const code = card && CODE_OF_CARD.exec(text.slice(card.end, card.end + CODE_AFTER_CARD_MAX));
  if (code) {
    const after = card.end + code.index + code[0].length;
    const at = tokens.findIndex(({ start }) => start >= after);
    const value =
      at === -1 ? undefined : secretValueAt(text, tokens, at, 'security code', { isAnswer: false, cue: 'code' });
    if (value) secrets.push({ kind: 'security code', ...value });
  }
  for (const { digits, start, end } of tokens) {
    if (digits.length >= LONG_TOKEN) secrets.push({ kind: 'account number', start, end });
  }
  for (const { kind, cue } of SECRET_CUES) {
    let at = 0;
    for (const match of text.matchAll(cue)) {
      const after = match.index + match[0].length;
      while (at < tokens.length && (tokens[at] as SpokenToken).start < after) at += 1;
      const value = secretValueAt(text, tokens, at, kind, { isAnswer: false, cue: match[0] });
      // A sentence's end lies between the cue and what follows.
      if (value && !/[.!?]\s+\S*[A-Z]/.test(text.slice(after, value.start))) secrets.push({ kind, ...value });
    }
  }
  return secrets;
}

/** Where spans overlap the first of the list counts. */
function replaced(text: string, secrets: readonly Secret[]): RedactedText {
  const ordered = secrets
    .map((secret, rank) => ({ ...secret, rank }))
    .sort((a, b) => a.start - b.start || a.rank - b.rank || b.end - a.end);
  const redactions: Partial<Record<SecretKind, number>> = {};
  const pieces: string[] = [];
  let from = 0;
  let last: { end: number } | undefined;
  for (const { kind, start, end } of ordered) {
    if (last && start < last.end) {
      // What reaches further than the one before is secret too.
      last.end = Math.max(last.end, end);
      from = last.end;
      continue;
    }
    pieces.push(text.slice(from, start), `[${kind}]`);
    redactions[kind] = (redactions[kind] ?? 0) + 1;
    last = { end };
    from = end;
  }
  return { text: pieces.length === 0 ? text : pieces.join('') + text.slice(from), redactions };
}

/** By its check digits (ISO 7064, modulo 97). */
function isIban(found: string): boolean {
  const plain = found.replaceAll(' ', '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  const turned = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const character of turned) {
    const value = /\d/.test(character) ? character : String(character.charCodeAt(0) - 55);
    for (const digit of value) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
