import { NOT_ASKED, SECRET_CUES, type SecretKind } from './secrets/secret-cues.js';
import { secretValueAt } from './secrets/secret-values.js';
import { type Secret, secretsIn } from './secrets/secrets-in.js';
import { type NumberRun, numberRunsOf, type SpokenToken, spokenTokensOf } from './secrets/spoken-tokens.js';
import { type Redactions, withoutSecrets } from './secrets/without-secrets.js';

/** A turn, as far as its secrets go. */
export interface SpokenTurn {
  /** `agent`: what it asks for is not to be kept when it is answered. */
  readonly speaker: string;
  readonly text: string;
}

/** Digits that may be read back, and how many such numbers are remembered of a turn. */
const READ_BACK_MAX = 40;
const SPOKEN_MAX = 50;

/**
 * The turns of a call without what must not be kept: card numbers (also read out in words and groups), security codes, PINs and
 * passwords, account numbers and national numbers. Telephone numbers, dates, prices and order numbers stay.
 *
 * An answer to the agent's question for a secret is one, over several turns where a number is read out in parts, and so is the agent's
 * reading it back. It takes time in proportion to the length.
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
    const { text, redactions } = withoutSecrets(turn.text, secrets);
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
