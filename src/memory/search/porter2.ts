/** Words whose stem the rules would get wrong, as the algorithm's authors list them. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word): [string, string] => [word, word]),
]);

/** Left as they are once a plural ending is off. */
const INVARIANT_AFTER_PLURAL = /^(?:inning|outing|canning|herring|earring|proceed|exceed|succeed)$/;

const VOWEL = '[aeiouy]';
const NON_VOWEL = '[^aeiouy]';
const REGION = new RegExp(`${VOWEL}${NON_VOWEL}`);
/** A short syllable at the end: a vowel between two consonants (not w, x, Y at the end), or a vowel that begins the word. */
const SHORT_SYLLABLE = new RegExp(`${NON_VOWEL}${VOWEL}[^aeiouywxY]$|^${VOWEL}${NON_VOWEL}$`);
const HAS_VOWEL = new RegExp(VOWEL);

const STEP_2: readonly (readonly [string, string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
];

const STEP_3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

const STEP_4 = [
  ...['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ion'],
  ...['al', 'er', 'ic'],
];

/**
 * The stem of an English word by the Porter2 algorithm (snowballstem.org, "english"): `consistency` and `consisting` are `consist`.
 *
 * @param word in lower case, straight apostrophes; other alphabets come back as they are
 */
export function porter2(word: string): string {
  if (word.length < 3) return word;
  const exception = EXCEPTIONS.get(word);
  if (exception !== undefined) return exception;
  let stem = markConsonantY(word.replace(/^'/, ''));
  const region1 = startOfRegion1(stem);
  const region2 = startOfRegion(stem, region1);

  stem = withoutPlural(withoutApostrophe(stem));
  if (INVARIANT_AFTER_PLURAL.test(stem)) return stem;
  stem = withoutPastOrGerund(stem, region1);
  stem = stem.replace(/(?<=.[^aeiouy])[yY]$/, 'i');
  stem = withoutDoubleSuffix(stem, region1);
  stem = withoutLongSuffix(stem, region1, region2);
  stem = withoutSuffix(stem, region2);
  return withoutLastLetter(stem, region1, region2).replaceAll('Y', 'y');
}

/** A y that begins the word or follows a vowel is a consonant. */
function markConsonantY(word: string): string {
  return word.replace(/^y/, 'Y').replace(/(?<=[aeiouy])y/g, 'Y');
}

function startOfRegion1(word: string): number {
  const prefix = /^(?:gener|commun|arsen)/.exec(word);
  return prefix === null ? startOfRegion(word, 0) : prefix[0].length;
}

/** Where the part behind the first non-vowel that follows a vowel begins. */
function startOfRegion(word: string, from: number): number {
  const at = word.slice(from).search(REGION);
  return at < 0 ? word.length : from + at + 2;
}

function withoutApostrophe(word: string): string {
  return word.replace(/'(?:s'?)?$/, '');
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/[us]s$/.test(word)) return word;
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutPastOrGerund(word: string, region1: number): string {
  const ending = /(?:eedly|ingly|edly|eed|ing|ed)$/.exec(word)?.[0];
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (ending.startsWith('eed')) return rest.length >= region1 ? `${rest}ee` : word;
  if (!HAS_VOWEL.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return rest.length <= region1 && SHORT_SYLLABLE.test(rest) ? `${rest}e` : rest;
}

function withoutDoubleSuffix(word: string, region1: number): string {
  for (const [suffix, replacement] of STEP_2) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    if (rest.length < region1) return word;
    if (suffix === 'ogi') return rest.endsWith('l') ? rest + replacement : word;
    if (suffix === 'li') return /[cdeghkmnrt]$/.test(rest) ? rest : word;
    return rest + replacement;
  }
  return word;
}

function withoutLongSuffix(word: string, region1: number, region2: number): string {
  for (const [suffix, replacement] of STEP_3) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    return rest.length < (suffix === 'ative' ? region2 : region1) ? word : rest + replacement;
  }
  return word;
}

function withoutSuffix(word: string, region2: number): string {
  for (const suffix of STEP_4) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    if (rest.length < region2 || (suffix === 'ion' && !/[st]$/.test(rest))) return word;
    return rest;
  }
  return word;
}

function withoutLastLetter(word: string, region1: number, region2: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith('e')) {
    return rest.length >= region2 || (rest.length >= region1 && !SHORT_SYLLABLE.test(rest)) ? rest : word;
  }
  return word.endsWith('ll') && rest.length >= region2 ? rest : word;
}
