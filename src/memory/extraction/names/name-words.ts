import { CLOSED_WORDS, COMMON_WORDS, DOUBTFUL_NAMES, looksOrdinary, SURNAME_WORDS } from './common-words.js';
import { isGivenName } from './given-names.js';
import { PARTICLE } from './name-particles.js';

/** "I mind my grandkids Mondays" */
export const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;
const AFTER_SURNAME_WORD =
  /^(?:\s*$|\s*[.,;!?…-]|\s+(?:calling|speaking|here|from|and|i|i'm|im|i'd|ringing|again|please|on|at|but|yes|my|we|uh|um|with|that's|thats|it's|its|as|it|spelled|spelt|the|phone|number|hyphen|dash|\p{L}\b))/iu;

/**
 * Whether a word belongs to a name of which some words, or none, have been read.
 *
 * @param rest what follows the word
 * @param position how many words of the name were read before it
 */
export function isWordOfName(
  rest: string,
  token: string,
  lower: string,
  position: number,
  { capitals, isSurname, isAfterParticle }: { capitals: boolean; isSurname: boolean; isAfterParticle: boolean },
): boolean {
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
          !/^\s+\p{L}+\s+\p{L}(?:\s|$)/u.test(rest);
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
export const isParticleNext = (rest: string): boolean =>
  /^ (?:da|de|dos|das|do|van|von|del|della|di|bin) \p{L}{3,}/u.test(rest) &&
  !isOrdinaryNext(rest.replace(/^ \p{L}+/u, ''));

/** A word that follows, and the one behind it, where no sign stands between. */
const NEXT_WORDS = /^ (\p{L}{3,40})(?=$|[.,!?;]| ([\p{L}']{1,40}))/u;

/** A word follows that is none of the language's, and then nothing that goes on with it. */
function isUnknownName(rest: string): boolean {
  const [, word = '', next] = NEXT_WORDS.exec(rest) ?? [];
  return word !== '' && !looksOrdinary(word) && (next === undefined || CLOSED_WORDS.has(next));
}

/** Without capitals: "packie joe tierney here", "jasmine kaur gill everyone says jas": one more word that is none of the language's, and then the clause goes on. */
export function isThirdName(rest: string): boolean {
  const irish = /^ (?:o|mac|mc|ní|ni) (\p{L}{4,40})/u.exec(rest)?.[1];
  if (irish !== undefined) return !looksOrdinary(irish);
  const [, word = '', next] = NEXT_WORDS.exec(rest) ?? [];
  const isSaidByAll = /^every(?:one|body)$/.test(next ?? '');
  if (word === '' || looksOrdinary(word) || /^(?:road|street|here)$/.test(word)) return false;
  if (isGivenName(word)) return isSaidByAll || /^(?:here|speaking|calling)$/.test(next ?? '');
  return next === undefined || CLOSED_WORDS.has(next) || isSaidByAll;
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
