import { CLOSED_WORDS, COMMON_WORDS, DOUBTFUL_NAMES, looksOrdinary, SURNAME_WORDS } from './common-words.js';
import { isGivenName, isSureGivenName } from './given-names.js';

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

/** With "o brien", which transcribers write for O'Brien. */
const TOKEN = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/uy;
const GAP = /(?:[^\S\n]+(?:(?:hyphen|dash)[^\S\n]+(?=\p{L}{2}))?|\.[^\S\n]+(?=\p{L}))/iuy;
const LEAD = /(?:[\s,…:–—-]|\b(?:um+|uh+|er+m?|ah+|well|yes|yeah|it's|like|wee|only me|your old friend|good old)\b)*/iy;
const TITLE =
  /^(?:mr|mister|mrs|missus|ms|miss|miz|mx|dr|doctor|prof|professor|sir|dame|rev|revd|reverend|madam|captain|sister|brother|father|pastor|rabbi|imam|coach|hon|hono?u?rable|viscount|viscountess|alhaji|alhaja|councillor|señora?|senora|monsieur|madame|signora?)$/i;
/** In front of a name only where they are written with a capital. */
const CAPITAL_TITLE =
  /^(?:Chief|Lord|Lady|Major|Colonel|Col|Lieutenant|Lt|Sergeant|Sgt|Officer|Judge|Deacon|Canon|Master|Engr|Engineer|Aunty|Auntie|Aunt|Uncle|Nurse|Baroness|Baron|Coach|Elder|Barrister|Mama|Smt|Shri|Sri|Frau|Herr|Detective|Constable|Inspector|Sheriff|Deputy|Corporal|General|Admiral|Commander|Commodore|Captain|Private|Lance|Staff|Warrant|Squadron|Wing|Flight|Contessa|Count|Countess|Professor|Reverend|Doctor|Bishop|Ambassador|Senator)$/;
const PARTICLE =
  /^(?:de|la|le|las|los|del|della|dela|van|vander|vande|der|den|von|zu|da|dos|das|du|di|bin|bint|ibn|ben|al|el|abu|st|san|santa|ter|ten|te|af|y|mac|ni|ní|nic|ó|ui|o|ap|ould)$/i;
/** Particles that are written with a capital. */
const CAPITAL_PARTICLE = /^(?:st|san|santa|mac|ni|ní|nic|ó|o|ui|ben|abu|te)$/i;
/** "I mind my grandkids Mondays" */
export const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;
/** "this is Sarah's mum", "Dr Patel's office" name somebody else. */
const POSSESSED =
  /^(?:mum|mom|mummy|mother|dad|father|husband|wife|partner|son|daughter|sister|brother|carer|assistant|secretary|pa|office|surgery|practice|house|residence|phone|place|neighbour|neighbor|friend|boss|landlord|aunt|uncle|gran|nan|grandmother|mate)$/;
const AFTER_SURNAME_WORD =
  /^(?:\s*$|\s*[.,;!?…-]|\s+(?:calling|speaking|here|from|and|i|i'm|im|i'd|ringing|again|please|on|at|but|yes|my|we|uh|um|with|that's|thats|it's|its|as|it|spelled|spelt|the|phone|number|hyphen|dash|\p{L}\b))/iu;

/** Whether capitals mean something in a text: some stand inside its sentences. A transcriber without capitals writes "I" at most. */
export function usesCapitals(text: string): boolean {
  return (
    /[^.!?\s]['")]*\s+(?!I\b)\p{Lu}\p{L}+|\p{Ll}-\p{Lu}\p{Ll}/u.test(text) ||
    /^\P{L}*\p{Lu}\p{Ll}+\P{L}*$/u.test(text.trim())
  );
}

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
  let hasTitle = false;
  let isCapital = true;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = irishToken(text, at, taken.length) ?? TOKEN.exec(text)?.[0];
    if (!token) break;
    const lower = token.toLowerCase().replaceAll('’', "'");
    const end = at + token.length;
    if (taken.length === 0 && (TITLE.test(token) || isCapitalTitle(text, token, end))) {
      // "Sister Agnes" has a title, "sister agnes" and "brother's" have none.
      if (/^(?:sister|brother|father)$/.test(lower) && !/^\p{Lu}\S+\s+\p{Lu}/u.test(text.slice(at))) return undefined;
      hasTitle = true;
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
      !goesOn(text, token, lower, end, taken.length, {
        capitals,
        isSurname: isSurname || hasTitle,
        isAfterParticle: PARTICLE.test(taken.at(-1)?.text ?? ''),
      })
    )
      break;
    const isUpper = /^\p{Lu}/u.test(token);
    if (!isUpper && !PARTICLE.test(token)) isCapital = false;
    taken.push({ text: token, lower, start: at, end });
    const small = taken.filter((word) => PARTICLE.test(word.text) || word.text.length === 1).length;
    const limit = (capitals ? 4 : 2) + small;
    const isDouble = !capitals && taken.length - small === 2 && taken.every((word) => isGivenName(word.lower));
    const isAgain =
      taken.length === 2 &&
      text
        .slice(afterGap(text, end))
        .toLowerCase()
        .startsWith(taken[0]?.lower ?? ' ');
    const isInParticles = !capitals && taken.length > 1 && (PARTICLE.test(token) || isParticleNext(text.slice(end)));
    if (
      !isInParticles &&
      taken.length >= limit + (isDouble || isAgain || (!capitals && isThirdName(text, end)) ? 1 : 0)
    )
      break;
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
    hasTitle,
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

/** Without capitals: "packie joe tierney here", "jasmine kaur gill everyone says jas": one more word that is none of the language's, and then the clause goes on. */
function isThirdName(text: string, end: number): boolean {
  const match = /^ (\p{L}{3,})(?=$|[.,!?;]| ([\p{L}']+))/u.exec(text.slice(end));
  const [, word = '', next] = match ?? [];
  if (
    word === '' ||
    looksOrdinary(word) ||
    (isGivenName(word) && !/^(?:every(?:one|body)|here|speaking|calling)$/.test(next ?? ''))
  )
    return false;
  return (
    (next === undefined || CLOSED_WORDS.has(next) || /^every(?:one|body)$/.test(next)) &&
    !/^(?:road|street|here)$/.test(word)
  );
}

function isCapitalTitle(text: string, token: string, end: number): boolean {
  return CAPITAL_TITLE.test(token) && /^\.?\s+\p{Lu}\p{L}/u.test(text.slice(end, end + 6));
}

/** "o brien" after a given name. */
function irishToken(text: string, at: number, position: number): string | undefined {
  const token = position === 0 ? undefined : /^[Oo] (\p{L}{4,})/u.exec(text.slice(at));
  return token?.[1] && !looksOrdinary(token[1].toLowerCase()) ? token[0] : undefined;
}

function afterGap(text: string, at: number): number {
  GAP.lastIndex = at;
  return at + (GAP.exec(text)?.[0].length ?? 0);
}

function goesOn(
  text: string,
  token: string,
  lower: string,
  end: number,
  position: number,
  { capitals, isSurname, isAfterParticle }: { capitals: boolean; isSurname: boolean; isAfterParticle: boolean },
): boolean {
  const rest = text.slice(end);
  const isUpper = /^\p{Lu}/u.test(token);
  if (token.length === 1) {
    // "Sarah J. Johnson"; but "Sarah S A R A H" is spelling.
    if (position === 0)
      return (
        isUpper &&
        !/^[aio]$/.test(lower) &&
        /^\.?\s*(?:\p{Lu}\.?\s+){0,2}\p{Lu}\p{Ll}/u.test(rest) &&
        !/^\s*,/.test(rest)
      );
    if (isUpper && capitals) return lower !== 'i' && /^\.?\s+\p{Lu}['’]?\p{L}/u.test(rest);
    // "otis t hargrove"; but "sarah s a r a h", and "o brien".
    const next = /^\s+([\p{L}'’]{3,})/u.exec(rest)?.[1]?.toLowerCase();
    return lower === 'o'
      ? next !== undefined && !looksOrdinary(next)
      : !/^[aio]$/.test(lower) &&
          next !== undefined &&
          !looksOrdinary(next) &&
          !/^\s+\p{L}+(?:\s+\p{L})+(?:\s|$)/u.test(rest);
  }
  if (position > 0 && PARTICLE.test(token))
    return /^(?:\.(?=\s+\p{Lu}))?\s+\p{L}{2,}/u.test(rest) && !isOrdinaryNext(rest);
  if (DAY.test(lower)) return false;
  // "van der meer three words"
  if (position === 0 && isSurname && /^(?:van|von|de|del|della|da|dos|di|du)$/.test(lower))
    return /^\s+\p{L}{2,}/u.test(rest) && !isOrdinaryNext(rest);
  if (CLOSED_WORDS.has(lower) && !(lower === 'will' || lower === 'may')) return false;
  if (capitals) {
    if (!isUpper) return false;
    return (
      position > 0 ||
      isSurname ||
      !COMMON_WORDS.has(lower) ||
      isGivenName(lower) ||
      isSurnameFirst(lower, rest) ||
      isParticleFirst(token, rest)
    );
  }
  if (position === 0 && !isSurname) {
    return isGivenName(lower) || !looksOrdinary(lower);
  }
  // "loretta may thibodeaux um"; but "sarah may be late".
  if ((lower === 'will' || lower === 'may') && position > 0) return lower === 'may' && isUnknownName(rest);
  if (SURNAME_WORDS.has(lower)) return !looksOrdinary(lower) || AFTER_SURNAME_WORD.test(rest);
  if (position > 0 && isAfterParticle) return !COMMON_WORDS.has(lower);
  return !looksOrdinary(lower) || (position === 1 && isGivenName(lower) && !DOUBTFUL_NAMES.has(lower));
}

/** "ana lucia ferreira da costa" */
const isParticleNext = (rest: string): boolean =>
  /^ (?:da|de|dos|das|do|van|von|del|della|di|bin) \p{L}{3,}/u.test(rest) &&
  !isOrdinaryNext(rest.replace(/^ \p{L}+/u, ''));

/** A word follows that is none of the language's, and then nothing that goes on with it. */
function isUnknownName(rest: string): boolean {
  const [, word = '', next] = /^ (\p{L}{3,})(?=$|[.,!?;]| ([\p{L}']+))/u.exec(rest) ?? [];
  return word !== '' && !looksOrdinary(word) && (next === undefined || CLOSED_WORDS.has(next));
}

/** "Brown, Sarah Brown": a surname that is a word, alone. */
function isSurnameFirst(lower: string, rest: string): boolean {
  return SURNAME_WORDS.has(lower) && /^\s*(?:$|[.,;!?-])/.test(rest);
}

/** "Van der Linden". */
function isParticleFirst(token: string, rest: string): boolean {
  const next = /^\s+([\p{L}'’]+)/u.exec(rest)?.[1];
  return PARTICLE.test(token) && next !== undefined && (PARTICLE.test(next) || /^\p{Lu}/u.test(next));
}

function isOrdinaryNext(rest: string): boolean {
  const next = /^\s+([\p{L}'’]+)/u.exec(rest)?.[1]?.toLowerCase() ?? '';
  return COMMON_WORDS.has(next) && !SURNAME_WORDS.has(next) && !PARTICLE.test(next);
}

/** `sarah` → `Sarah`, `o'brien` → `O'Brien`, `mcdonald` → `McDonald`; what has capitals already stays. */
export function inUsualCase(word: string, keep = true): string {
  if (keep && /\p{Lu}/u.test(word) && !word.includes(' ') && !/^\p{Lu}{3,}$/u.test(word))
    return word.replaceAll('’', "'");
  if (!keep && /^\p{Lu}.*\p{Ll}/u.test(word)) return word.replaceAll('’', "'");
  const lower = word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^o (?=\p{L})/u, "o'");
  if (PARTICLE.test(lower) && !CAPITAL_PARTICLE.test(lower)) return lower;
  return lower
    .replace(/(^|[-'])(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
