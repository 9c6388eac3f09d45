import { CARD_DIGITS_MAX, cardNumbersIn } from './card-numbers.js';
import { SECRET_CUES, type SecretKind } from './secret-cues.js';
import { type Span, secretValueAt } from './secret-values.js';
import type { NumberRun, SpokenToken } from './spoken-tokens.js';

/** Where a secret stands in a text. */
export interface Secret extends Span {
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

/** The secrets that a text tells by itself, whatever was asked before; they may overlap. */
export function secretsIn(text: string, tokens: readonly SpokenToken[], runs: readonly NumberRun[]): readonly Secret[] {
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
