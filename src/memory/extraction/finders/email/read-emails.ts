import { distance } from '../../names/respell.js';
import { endsAtComma, isLead, isPause } from './address-bounds.js';
import { SIGNS, spokenPart, type Token, tokensOf } from './email-tokens.js';
import { plainAddresses } from './plain-addresses.js';

/** An e-mail address as it was said or written. */
export interface SpokenEmail {
  /** In lower case. */
  readonly address: string;
  readonly start: number;
  readonly end: number;
  /** Its domain was said with its ending, here or before; "at gmail" is left out by some and means the provider for others. */
  readonly isWhole: boolean;
}

/** Endings of domains: those of countries have two letters. */
const TLD =
  /^(?:[a-z]{2}|com|net|org|edu|gov|mil|int|info|biz|name|pro|coop|nhs|app|dev|scot|wales|cymru|london|example|test|invalid|localhost|health|care|clinic|dental|vet|club|shop|store|online|email|site|website|tech|cloud|design|studio|agency|world|life|live|xyz|academy|church|school|farm|house|homes|law|legal|media|photo|photography|services|solutions|support|team|today|works|earth|family|network|company|group|ltd|inc)$/;

/** Whose addresses all end alike, so that many leave the ending out. */
const PROVIDERS: readonly string[] = ['gmail.com', 'icloud.com', 'aol.com', 'outlook.com', 'comcast.net'];

/**
 * The addresses of a text: written (`sarah@example.com`) or spoken ("sarah dot johnson at gmail dot com", "j as in jam, smith 84 at …").
 *
 * @param domains that were spoken of before: "ngozi dot o at swiftpost" is at the one of them that begins so
 */
export function readEmails(said: string, domains: readonly string[] = []): readonly SpokenEmail[] {
  if (!/\bat\b|@/i.test(said)) return [];
  const text = plainAddresses(said);
  const tokens = tokensOf(text);
  const emails: SpokenEmail[] = [];
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < from || (token.text !== 'at' && token.text !== '@')) continue;
    const whole = readDomain(text, tokens, at + 1);
    const domain = whole ?? knownDomain(tokens, at + 1, domains);
    const local = domain && readLocal(text, tokens, at, from);
    const first = local && tokens[local.first];
    const last = domain && tokens[domain.last];
    if (!domain || !local || !first || !last) continue;
    emails.push({
      address: `${local.text}@${domain.text}`,
      start: first.start,
      end: last.end,
      isWhole: whole !== undefined || domains.includes(domain.text),
    });
    from = domain.last + 1;
    if (emails.length >= EMAILS_MAX) break;
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
    if (labels.length === 1 && /^(?:my|home|work|about|least|all|this|that|noon|night)$/.test(token.text))
      return undefined;
    labels[labels.length - 1] += spokenPart(tokens, at).text;
    if (labels.length > 1) last = at;
    words += 1;
  }
  while (labels.at(-1) === '') labels.pop();
  return last >= 0 && labels.length > 1 && labels[0] !== '' ? { text: labels.join('.'), last } : undefined;
}

/** "At gmail", "at halden marsh": a domain whose ending is known. */
function knownDomain(
  tokens: readonly Token[],
  from: number,
  domains: readonly string[],
): { text: string; last: number } | undefined {
  const [first, second] = [tokens[from]?.text ?? '', tokens[from + 1]?.text ?? ''];
  const named = (label: string): string | undefined =>
    [...domains, ...PROVIDERS].find((domain) => domain.split('.')[0] === label);
  const one = named(first);
  if (one !== undefined) return { text: one, last: from };
  const two = named(first + second);
  return two === undefined ? undefined : { text: two, last: from + 1 };
}

const nextWord = (tokens: readonly Token[], at: number): string => tokens[at + 1]?.text ?? '';

/** Nobody says more of them in one turn. */
const EMAILS_MAX = 30;
/** The first part of an address has 64 characters at most, and few are spelled. */
const LOCAL_TOKENS_MAX = 80;

/** What stands before "at", back to where the address begins. */
function readLocal(
  text: string,
  tokens: readonly Token[],
  at: number,
  floor: number,
): { text: string; first: number } | undefined {
  let first = at;
  for (let index = at - 1; index >= Math.max(floor, at - LOCAL_TOKENS_MAX); index -= 1) {
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
    // "Dash Brenner": no address begins with a sign.
    const isName = index === first && token.text.length > 2 && /^\p{L}{3,}$/u.test(tokens[index + 1]?.text ?? '');
    const sign = isName ? undefined : SIGNS.get(token.text);
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
      // "Double n" is two letters.
      isLetter: /^(\p{L})\1*$/u.test(part.text) && (part.text.length === 1 || part.count > 1),
      isWord: part.count === 1 && token.text.length > 2,
    });
    index += part.count;
  }
  const local = withoutDoubles(parts)
    .replace(/^[._-]+|[._-]+$/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  // What is cut off by a comma or a word between may lack its beginning: "o'brien with no apostrophe, 77 at".
  const before = tokens[first - 1]?.text ?? '';
  const isRest = first > floor && local.length < 4 && (!isLead(tokens, first - 1, at) || /^(?:an?|with)$/.test(before));
  // "Zach with an h dot stone": the beginning is before the remark.
  const isAfterRemark =
    /^(?:with|without)$/.test(before) ||
    (/^(?:an?|one|two)$/.test(before) && /^with(?:out)?$/.test(tokens[first - 2]?.text ?? ''));
  // Nobody's is one letter: "S-E-U-N, not only S. At outlook dot com".
  const isWhole = local.length > 1 && !isAfterRemark && (!isRest || !/^(?:\d+|[a-z])$/.test(local));
  return isWhole && /^[a-z0-9][a-z0-9._+-]*$/.test(local) ? { text: local, first } : undefined;
}

/** "S-A-R-A-H": the hyphens of a transcriber who writes spelling. */
function isSpelledHyphen(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1]?.text ?? '', tokens[index + 1]?.text ?? ''];
  return /^\p{L}$/u.test(before) && /^\p{L}$/u.test(after);
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
