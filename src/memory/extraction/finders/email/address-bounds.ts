import { CLOSED_WORDS } from '../../names/common-words.js';
import { isNumber, SIGNS, type Token } from './email-tokens.js';

/** Before the address, never in it. */
const LEADS = new Set(
  "is it's its it email mail e name address addresses to on yes yeah yep yup um uh er erm my the that's thats that this use send would be should will sure okay ok so and well no nope sorry actually now just personal work best one new for you can reach get me i'm i im hi hello thanks thank please still same but not old was oh sir madam ma'am mate home as a an or then again right correct said meant type write put have got want take try think see know guess say says tell let check remember spell hear nah aye hmm ehm email's with from mine gonna going capital of at".split(
    ' ',
  ),
);

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

/** "It's a pringle 68 at", "take i aalto at": before a single name nobody needs an article. */
function isInitial(tokens: readonly Token[], index: number, at: number): boolean {
  const previous = tokens[index - 1]?.text;
  const names = tokens.slice(index + 1, at).filter(({ text }) => !isNumber(text));
  const isFirst = previous === undefined || /^(?:it's|its|is|to|take|use|try|want|yes|yeah|email)$/.test(previous);
  return isFirst && names.length === 1 && (names[0]?.text.length ?? 0) > 2 && !LEADS.has(names[0]?.text ?? '');
}

/** Whether a word before an address leads to it, and is no part of it. */
export function isLead(tokens: readonly Token[], index: number, at: number): boolean {
  const word = tokens[index]?.text ?? '';
  if (word === 'one' && !LEADS.has(tokens[index - 1]?.text ?? '')) return false;
  // "Send me a copy flat9 at", "have the invoice pat at": nouns after an article.
  if (
    /^(?:an?|the|any)$/.test(tokens[index - 1]?.text ?? '') &&
    index > 1 &&
    LEADS.has(tokens[index - 2]?.text ?? '') &&
    index < at - 1 &&
    word.length > 3 &&
    !SIGNS.has(tokens[index + 1]?.text ?? '')
  )
    return true;
  // "My assistant priya at": whose it is.
  if (
    /^(?:my|his|her|our|their)$/.test(tokens[index - 1]?.text ?? '') &&
    index < at - 1 &&
    !SIGNS.has(tokens[index + 1]?.text ?? '')
  )
    return true;
  if (!LEADS.has(word) && !(CLOSED_WORDS.has(word) && !isPart(tokens, index))) return false;
  // "hello at the paper shop dot com": a greeting before "at" greets nobody.
  if (word === 'hello' && index === at - 1) return false;
  // "me at tombaker dot com"; letters: "a", "e", "i" between other letters; "m as in mike".
  if (word === 'me' && index === at - 1 && LEADS.has(tokens[index - 1]?.text ?? 'is')) return false;
  if (word.length === 1) {
    const [previous, next] = [tokens[index - 1]?.text, tokens[index + 1]?.text ?? ''];
    if (word === 'e' && next === 'mail') return true;
    if (isInitial(tokens, index, at)) return false;
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
export function isPause(tokens: readonly Token[], index: number): boolean {
  const [before, here, after] = [
    tokens[index - 1]?.text ?? '',
    tokens[index]?.text ?? '',
    tokens[index + 1]?.text ?? '',
  ];
  return here.length === 1 && here !== '.'
    ? true
    : (after.length === 1 &&
        (here !== '.' || before.length === 1 || (isNumber(before) && before !== 'one') || SIGNS.has(before))) ||
        SIGNS.has(after) ||
        (here === '.' && before.length === 1) ||
        after === 'at' ||
        isNumber(after);
}

/**
 * Whether the address begins after the comma that follows a token: the token is a whole word ("email me the bill, p lindqvist at"), or
 * says of the letters after it what they say again ("double p, p i p p a").
 */
export function endsAtComma(tokens: readonly Token[], index: number): boolean {
  const [before, here, after] = [
    tokens[index - 1]?.text ?? '',
    tokens[index]?.text ?? '',
    tokens[index + 1]?.text ?? '',
  ];
  if (SIGNS.has(here) || SIGNS.has(after) || after === 'at' || after === '@') return false;
  // "F as in Frank, s i d" goes on.
  if (/^(?:in|for|like)$/.test(before) && here.startsWith(tokens[index - (before === 'in' ? 3 : 2)]?.text ?? ' '))
    return false;
  if (here.length > 1) return !isNumber(here);
  if (!/^(?:double|triple)$/.test(before)) return false;
  let letters = '';
  for (let at = index + 1; /^\p{L}$/u.test(tokens[at]?.text ?? ''); at += 1) letters += tokens[at]?.text;
  return letters.includes(here + here);
}
