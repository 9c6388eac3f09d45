import { TEN_VALUES, UNIT_VALUES } from '../../language/number-values.js';
import { CLOSED_WORDS } from '../../names/common-words.js';
import { distance } from '../../names/respell.js';
import { plainAddresses } from './plain-addresses.js';

/** An e-mail address as it was said or written. */
export interface SpokenEmail {
  /** In lower case. */
  readonly address: string;
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?|[@._+-]/gu;

/** Before the address, never in it. */
const LEADS = new Set(
  "is it's its it email mail e name address addresses to on yes yeah yep yup um uh er erm my the that's thats that this use send would be should will sure okay ok so and well no nope sorry actually now just personal work best one new for you can reach get me i'm i im hi hello thanks thank please still same but not old was oh sir madam ma'am mate home as a an or then again right correct said meant type write put have got email's with from mine gonna going capital of at".split(
    ' ',
  ),
);

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['dot', '.'],
  ['period', '.'],
  ['point', '.'],
  ['.', '.'],
  ['underscore', '_'],
  ['_', '_'],
  ['dash', '-'],
  ['hyphen', '-'],
  ['minus', '-'],
  ['-', '-'],
  ['plus', '+'],
  ['+', '+'],
]);

/** Endings of domains: those of countries have two letters. */
const TLD =
  /^(?:[a-z]{2}|com|net|org|edu|gov|mil|int|info|biz|name|pro|coop|nhs|app|dev|scot|wales|cymru|london|example|test|invalid|localhost|health|care|clinic|dental|vet|club|shop|store|online|email|site|website|tech|cloud|design|studio|agency|world|life|live|xyz|academy|church|school|farm|house|homes|law|legal|media|photo|photography|services|solutions|support|team|today|works|earth|family|network|company|group|ltd|inc)$/;

/** The addresses of a text: written (`sarah@example.com`) or spoken ("sarah dot johnson at gmail dot com", "j as in jam, smith 84 at …"). */
export function readEmails(said: string): readonly SpokenEmail[] {
  const text = plainAddresses(said);
  const tokens = Array.from(
    text.matchAll(TOKEN),
    (match): Token => ({
      text: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
  const emails: SpokenEmail[] = [];
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < from || (token.text !== 'at' && token.text !== '@')) continue;
    const domain = readDomain(text, tokens, at + 1);
    const local = domain && readLocal(text, tokens, at, from);
    const first = local && tokens[local.first];
    const last = domain && tokens[domain.last];
    if (!domain || !local || !first || !last) continue;
    emails.push({ address: `${local.text}@${domain.text}`, start: first.start, end: last.end });
    from = domain.last + 1;
  }
  return emails;
}

/** "gmail dot com", "example dot co dot uk", "fulton dash street dot org", "g mail dot com". */
function readDomain(text: string, tokens: readonly Token[], from: number): { text: string; last: number } | undefined {
  let at = /^(?:sign|symbol)$/.test(tokens[from]?.text ?? '') ? from + 1 : from;
  const labels: string[] = [''];
  let words = 0;
  let last = -1;
  for (; at < tokens.length && words < 8; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const gap = text.slice(tokens[at - 1]?.end ?? 0, token.start);
    const sign = SIGNS.get(token.text);
    if (sign === '.') {
      if (labels.at(-1) === '') {
        if (labels.length > 1 && last >= 0) break;
        continue;
      }
      // A full stop that ends the sentence: nothing that is a part of a domain follows.
      const isTyped = token.text === '.';
      const isApart = isTyped && /^\s/.test(text.slice(token.end));
      if (isApart && (last >= 0 || nextWord(tokens, at).length < 3)) break;
      if (!TLD.test(nextWord(tokens, at)) && (isTyped || last >= 0)) break;
      labels.push('');
      continue;
    }
    if (sign === '-') {
      labels[labels.length - 1] += '-';
      continue;
    }
    if (sign || token.text === 'at' || token.text === '@') break;
    // The last part of it is one word.
    if (labels.length > 1 && labels.at(-1) !== '') break;
    if (labels.length > 1 && !TLD.test(token.text)) break;
    if (labels.length === 1 && words > 0 && /[!?;]/.test(gap)) break;
    if (labels.length === 1 && /^(?:the|my|home|work|about|least|all|this|that|noon|night)$/.test(token.text))
      return undefined;
    labels[labels.length - 1] += spokenPart(tokens, at).text;
    if (labels.length > 1) last = at;
    words += 1;
  }
  while (labels.at(-1) === '') labels.pop();
  return last >= 0 && labels.length > 1 && labels[0] !== '' ? { text: labels.join('.'), last } : undefined;
}

const nextWord = (tokens: readonly Token[], at: number): string => tokens[at + 1]?.text ?? '';

/** What stands before "at", back to where the address begins. */
function readLocal(
  text: string,
  tokens: readonly Token[],
  at: number,
  floor: number,
): { text: string; first: number } | undefined {
  let first = at;
  for (let index = at - 1; index >= floor; index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (isLead(tokens, index, at) || token.text.includes("'")) break;
    const gap = text.slice(token.end, tokens[index + 1]?.start ?? token.end);
    if (/[!?:;\n]/.test(gap)) break;
    // A full stop as a sentence's end, not as a sign: a blank follows it, and no single letters.
    if (token.text === '.' && /^\s/.test(gap) && !isPause(tokens, index)) break;
    if (/,/.test(gap) && endsAtComma(tokens, index)) break;
    first = index;
  }
  while (first < at && /^[.]$/.test(tokens[first]?.text ?? '')) first += 1;
  const parts: { text: string; isLetter: boolean; isWord: boolean }[] = [];
  for (let index = first; index < at; ) {
    const token = tokens[index];
    if (!token) break;
    const sign = SIGNS.get(token.text);
    const isStop = token.text === '.' && /^\s/.test(text.slice(token.end));
    if (sign !== undefined) {
      const isTypedHyphen = token.text === '-' && isSpelledHyphen(tokens, index);
      if (!isStop && !isTypedHyphen) parts.push({ text: sign, isLetter: false, isWord: false });
      index += 1;
      continue;
    }
    const part = spokenPart(tokens, index);
    parts.push({
      text: part.text,
      isLetter: part.text.length === 1 && /\p{L}/u.test(part.text),
      isWord: part.count === 1 && token.text.length > 2,
    });
    index += part.count;
  }
  const local = withoutDoubles(parts)
    .replace(/^[._-]+|[._-]+$/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return /^[a-z0-9][a-z0-9._+-]*$/.test(local) ? { text: local, first } : undefined;
}

/** "will dot i dot am": a pronoun or auxiliary beside a sign belongs to the address, and so do letters and given names. */
function isPart(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.text ?? '';
  return (
    word.length === 1 ||
    isNumber(word) ||
    /^(?:oh|will|may|shall|done|might|double|triple|now|am|me)$/.test(word) ||
    SIGNS.has(tokens[index + 1]?.text ?? '') ||
    SIGNS.has(tokens[index - 1]?.text ?? '')
  );
}

function isLead(tokens: readonly Token[], index: number, at: number): boolean {
  const word = tokens[index]?.text ?? '';
  if (word === 'one' && !LEADS.has(tokens[index - 1]?.text ?? '')) return false;
  if (!LEADS.has(word) && !(CLOSED_WORDS.has(word) && !isPart(tokens, index))) return false;
  // "me at tombaker dot com"; letters: "a", "e", "i" between other letters; "m as in mike".
  if (word === 'me' && index === at - 1 && LEADS.has(tokens[index - 1]?.text ?? 'is')) return false;
  if (word.length === 1) {
    const [previous, next] = [tokens[index - 1]?.text, tokens[index + 1]?.text ?? ''];
    if (word === 'e' && next === 'mail') return true;
    return (
      (previous === undefined || LEADS.has(previous)) &&
      next.length > 1 &&
      !SIGNS.has(next) &&
      !isNumber(next) &&
      index !== at - 1 &&
      !/^(?:as|for|like|double)$/.test(next)
    );
  }
  if (word === 'oh') return !isNumber(tokens[index + 1]?.text ?? '') || LEADS.has(tokens[index - 1]?.text ?? 'is');
  const before = tokens[index - 1]?.text ?? '';
  if (word === 'as' || word === 'for')
    return !(before.length === 1 && (tokens[index + (word === 'as' ? 2 : 1)]?.text ?? '').startsWith(before));
  if (word === 'in') return before !== 'as';
  if (word === 'work' || word === 'home' || word === 'mail' || word === 'new' || word === 'best')
    return !SIGNS.has(tokens[index + 1]?.text ?? '') && !SIGNS.has(before);
  return true;
}

/** "s. a. r. a. h." and ", dot, ": a pause inside the address. */
function isPause(tokens: readonly Token[], index: number): boolean {
  const [before, here, after] = [
    tokens[index - 1]?.text ?? '',
    tokens[index]?.text ?? '',
    tokens[index + 1]?.text ?? '',
  ];
  return here.length === 1 && here !== '.'
    ? true
    : (after.length === 1 && (here !== '.' || before.length === 1 || isNumber(before) || SIGNS.has(before))) ||
        SIGNS.has(after) ||
        (here === '.' && before.length === 1) ||
        after === 'at' ||
        isNumber(after);
}

/**
 * Whether the address begins after the comma that follows a token: the token is a whole word ("email me the bill, p lindqvist at"), or
 * says of the letters after it what they say again ("double p, p i p p a").
 */
function endsAtComma(tokens: readonly Token[], index: number): boolean {
  const [before, here, after] = [
    tokens[index - 1]?.text ?? '',
    tokens[index]?.text ?? '',
    tokens[index + 1]?.text ?? '',
  ];
  if (SIGNS.has(here) || SIGNS.has(after) || after === 'at' || after === '@') return false;
  if (here.length > 1) return !isNumber(here);
  if (!/^(?:double|triple)$/.test(before)) return false;
  let letters = '';
  for (let at = index + 1; /^\p{L}$/u.test(tokens[at]?.text ?? ''); at += 1) letters += tokens[at]?.text;
  return letters.includes(here + here);
}

const isNumber = (word: string): boolean => /^\d+$/.test(word) || UNIT_VALUES.has(word) || TEN_VALUES.has(word);

/** "S-A-R-A-H": the hyphens of a transcriber who writes spelling. */
function isSpelledHyphen(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1]?.text ?? '', tokens[index + 1]?.text ?? ''];
  return /^\p{L}$/u.test(before) && /^\p{L}$/u.test(after);
}

/** One word as it is written in an address, and how many tokens it takes: "double t", "seventy two", "b as in boy", "oh". */
function spokenPart(tokens: readonly Token[], index: number): { text: string; count: number } {
  const word = tokens[index]?.text ?? '';
  const [next, second, third] = [
    tokens[index + 1]?.text ?? '',
    tokens[index + 2]?.text ?? '',
    tokens[index + 3]?.text ?? '',
  ];
  if (word === 'double' || word === 'triple') {
    const times = word === 'double' ? 2 : 3;
    if (next === 'u' && times === 2) return { text: 'w', count: 2 };
    if (/^[\p{L}\d]$/u.test(next)) return { text: next.repeat(times), count: 2 };
    const digit = next === 'oh' ? 0 : UNIT_VALUES.get(next);
    if (digit !== undefined && digit < 10) return { text: String(digit).repeat(times), count: 2 };
  }
  if (/^\p{L}$/u.test(word)) {
    if (next === 'as' && second === 'in' && third.startsWith(word)) return { text: word, count: 4 };
    if ((next === 'for' || next === 'like') && second.startsWith(word) && second.length > 1)
      return { text: word, count: 3 };
    if (word === 'o' && (isNumber(next) || isNumber(tokens[index - 1]?.text ?? ''))) return { text: '0', count: 1 };
  }
  if (word === 'zed' || word === 'zee') return { text: 'z', count: 1 };
  if (word === 'oh' && (isNumber(next) || isNumber(tokens[index - 1]?.text ?? ''))) return { text: '0', count: 1 };
  const unit = UNIT_VALUES.get(word);
  if (unit !== undefined) return { text: String(unit), count: 1 };
  const ten = TEN_VALUES.get(word);
  if (ten !== undefined) {
    const more = UNIT_VALUES.get(next);
    return more !== undefined && more > 0 && more < 10
      ? { text: String(ten + more), count: 2 }
      : { text: String(ten), count: 1 };
  }
  return { text: word, count: 1 };
}

/** The parts joined; a word that is spelled right after it ("sarah s a r a h") stands there once, as it is spelled. */
function withoutDoubles(parts: readonly { text: string; isLetter: boolean; isWord: boolean }[]): string {
  let local = '';
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) break;
    let letters = '';
    for (let at = index + 1; parts[at]?.isLetter; at += 1) letters += parts[at]?.text ?? '';
    if (part.isWord && letters.length > 2 && distance(part.text, letters) <= Math.ceil(letters.length * 0.4)) continue;
    local += part.text;
  }
  return local;
}
