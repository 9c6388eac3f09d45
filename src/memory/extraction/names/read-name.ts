import { CLOSED_WORDS, looksOrdinary } from './common-words.js';
import { isGivenName, isSureGivenName } from './given-names.js';
import { PARTICLE } from './name-particles.js';
import { isTitle, TITLES_MAX } from './name-titles.js';
import { isParticleNext, isThirdName, isWordOfName } from './name-words.js';
import { usesCapitals } from './uses-capitals.js';
import { inUsualCase } from './usual-case.js';

/** A person's name as it was said somewhere in a text. */
export interface SpokenName {
  /** Without title, in the usual letter case: `Sarah Johnson`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** "Mrs Johnson": what follows a title alone is a surname. */
  readonly hasTitle: boolean;
  /** It begins with a given name that is known and means nothing else. */
  readonly isKnown: boolean;
  /** It is written with capitals in a text that uses them. */
  readonly isCapital: boolean;
}

/** "Ana Lucia Ferreira da Costa e Silva": a name has no more words, particles among them. */
const WORDS_MAX = 8;

/** A word, which may be a double one. Its length is bounded, as nobody's name is longer. */
const TOKEN = /[\p{L}\p{M}]{1,40}(?:['’-][\p{L}\p{M}]{1,40}){0,5}/uy;
const GAP = /(?:[^\S\n]+(?:(?:hyphen|dash)[^\S\n]+(?=\p{L}{2}))?|\.[^\S\n]+(?=\p{L}))/iuy;
const LEAD =
  /(?:[\s,…:–—-]|\b(?:um+|uh+|er+m?|ah+|well|yes|yeah|it's|like|wee|only me|your old friend|good old)\b){0,40}/iy;
/** "this is Sarah's mum", "Dr Patel's office" name somebody else. */
const POSSESSED =
  /^(?:mum|mom|mummy|mother|dad|father|husband|wife|partner|son|daughter|sister|brother|carer|assistant|secretary|pa|office|surgery|practice|house|residence|phone|place|neighbour|neighbor|friend|boss|landlord|aunt|uncle|gran|nan|grandmother|mate)$/;

/**
 * The name that stands in a text from a place on (after fillers). Up to four words; without capitals three, and none that is an
 * ordinary word. Nothing when the first word is no name, or when something of that person's is meant ("Sarah's mum").
 *
 * @param isSurname what stands there is said to be a surname: ordinary words are allowed ("Brown", "Long")
 */
export function readNameAt(text: string, from: number, isSurname = false): SpokenName | undefined {
  LEAD.lastIndex = from;
  let at = from + (LEAD.exec(text)?.[0].length ?? 0);
  at +=
    /^the (?:(?:right|very|most) )?(?=(?:Rev|Reverend|Doctor|Dr|Hon|Honou?rable|Dowager|Contessa|Countess|Captain|Commodore)\b)/.exec(
      text.slice(at),
    )?.[0].length ?? 0;
  const capitals = usesCapitals(text);
  const taken: { text: string; lower: string; start: number; end: number }[] = [];
  let titles = 0;
  let isCapital = true;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = irishToken(text, at, taken.length) ?? TOKEN.exec(text)?.[0];
    if (!token || taken.length === WORDS_MAX) break;
    const lower = token.toLowerCase().replaceAll('’', "'");
    const end = at + token.length;
    if (taken.length === 0 && isTitle(text, token, end)) {
      // "Sister Agnes" has a title, "sister agnes" and "brother's" have none.
      if (/^(?:sister|brother|father)$/.test(lower) && !/^\p{Lu}\S+\s+\p{Lu}/u.test(text.slice(at))) return undefined;
      titles += 1;
      if (titles > TITLES_MAX) return undefined;
      // "Sergeant First Class" is one.
      const rank = /^ (?:first|second|third|1st|2nd|3rd) class\b/i.exec(text.slice(end))?.[0].length ?? 0;
      LEAD.lastIndex = end + rank + (text[end] === '.' ? 1 : 0);
      at = LEAD.lastIndex + (LEAD.exec(text)?.[0].length ?? 0);
      continue;
    }
    // Spelled letters, and "Pilk-ing-TREE", which says how it sounds.
    if (/^\p{L}(?:-\p{L})+$/u.test(token)) return undefined;
    if (/-\p{Ll}+-\p{Lu}{2}|\p{Ll}-\p{Lu}{3}/u.test(token)) return undefined;
    if (/'s$|s'$/.test(lower) && !/^o's/.test(lower) && !CLOSED_WORDS.has(lower)) return undefined;
    if (POSSESSED.test(lower) && taken.length > 0 && /s$/.test(taken.at(-1)?.lower ?? '') && !capitals)
      return undefined;
    if (
      !isWordOfName(text.slice(end), token, lower, taken.length, {
        capitals,
        isSurname: isSurname || titles > 0,
        isAfterParticle: PARTICLE.test(taken.at(-1)?.text ?? ''),
      })
    )
      break;
    const isUpper = /^\p{Lu}/u.test(token);
    if (!isUpper && !PARTICLE.test(token)) isCapital = false;
    taken.push({ text: token, lower, start: at, end });
    const small = taken.filter((word) => PARTICLE.test(word.text) || word.text.length === 1).length;
    const limit = (capitals ? 4 : 2) + small;
    const isDouble =
      !capitals &&
      /^[23]$/.test(`${taken.length - small}`) &&
      taken.slice(0, 2).every((word) => isGivenName(word.lower));
    const isThird = !capitals && isThirdName(text.slice(end));
    const isAgain = taken.length === 2 && isSaidAt(text, afterGap(text, end), taken[0]?.lower ?? ' ');
    const isInParticles = !capitals && taken.length > 1 && (PARTICLE.test(token) || isParticleNext(text.slice(end)));
    if (!isInParticles && taken.length >= limit + (isDouble ? 1 : 0) + (isAgain || isThird ? 1 : 0)) break;
    const next = afterGap(text, end);
    // A full stop ends the name unless it is of an initial.
    if (next === end || (text[end] === '.' && token.length > 1 && lower !== 'st')) break;
    at = next;
  }
  while (taken.length > 0 && PARTICLE.test(taken.at(-1)?.text ?? '') && taken.length > 1) taken.pop();
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last || (taken.length === 1 && first.text.length < 2)) return undefined;
  return {
    name: joined(text, taken, capitals),
    start: first.start,
    end: last.end,
    hasTitle: titles > 0,
    isKnown: isSureGivenName(first.lower) || (/^\p{Lu}/u.test(first.text) && isGivenName(first.lower)),
    isCapital: isCapital && capitals,
  };
}

/** "Eze hyphen Williams" is `Eze-Williams`, "Otis T. Hargrove" keeps its full stop. */
function joined(
  text: string,
  taken: readonly { text: string; start: number; end: number }[],
  capitals: boolean,
): string {
  return taken
    .map((word, index) => {
      const before = taken[index - 1];
      const gap = before ? text.slice(before.end, word.start) : '';
      const sign = before
        ? /hyphen|dash/i.test(gap)
          ? '-'
          : gap.startsWith('.') && before.text.length < 3
            ? '. '
            : ' '
        : '';
      return sign + inUsualCase(word.text, capitals);
    })
    .join('');
}

const isSaidAt = (text: string, at: number, lower: string): boolean =>
  text.slice(at, at + lower.length).toLowerCase() === lower;

/** "o brien" after a given name, which transcribers write for O'Brien. */
function irishToken(text: string, at: number, position: number): string | undefined {
  const token = position === 0 ? undefined : /^[Oo] (\p{L}{4,})/u.exec(text.slice(at));
  return token?.[1] && !looksOrdinary(token[1].toLowerCase()) ? token[0] : undefined;
}

function afterGap(text: string, at: number): number {
  GAP.lastIndex = at;
  return at + (GAP.exec(text)?.[0].length ?? 0);
}
