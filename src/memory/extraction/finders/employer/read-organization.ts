import { looksOrdinary } from '../../names/common-words.js';
import { isSureGivenName } from '../../names/given-names.js';
import { usesCapitals } from '../../names/uses-capitals.js';

/** A business or institution as it was said. */
export interface SpokenOrganization {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
}

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}'’&.-]*|&|\d+/uy;
const LEAD = /(?:[\s,]|\b(?:a (?:company|firm|place|business|shop|startup) called|the|um+|uh+|er+m?|like)\b)*/iy;
/** Words that end most names of organisations; alone, with "the", they name none. */
const KIND =
  /^(?:hospital|general|school|university|college|council|bank|clinic|surgery|practice|hotel|restaurant|cafe|store|shop|office|church|library|station|airport|factory|warehouse|company|firm|agency|department|centre|center|group|services?|foods?|motors|logistics|systems|software|insurance|electrical|electric|plumbing|construction|primary|secondary|academy|institute|trust|police|brigade|service|farms?|garage|pharmacy|bakery|brewery|studios?|partners|associates|solutions|technologies|energy|water|gas|airlines?|airways|railways?|trains?|transport|taxis?|supermarket|markets?|union|health|medical|dental|veterinary|foundation|museum|gym|salon|hire|rescue|board|authority|county|city|district|state|mail|records|theatre|theater|fire|co-?op|nails|trawlers|works|labs?|press|print|freight|petroleum|mill|mills|yard|brewing|publishing)$/i;
const NO_ORGANIZATION =
  /^(?:home|nights?|days?|weekends?|mornings?|afternoons?|evenings?|shifts?|night|myself|me|them|him|her|you|us|it|that|this|there|here|a|an|my|your|his|their|our|one|two|three|four|work|school|college|uni|university|lunch|dinner|noon|the moment|present|least|first|last|all|once|times|hand|risk|fault|monday|tuesday|wednesday|thursday|friday|saturday|sunday|town|someone|people|children|kids|animals|computers|wood|formerly|previously|presently|five|six|seven|eight|nine|ten|eleven|twelve|\d+)$/i;
/** "the dmv": no word has no vowel. */
const ACRONYM = /^[b-df-hj-np-tv-xz]{3,5}$/;
const JOINER = /^(?:and|&|of|for|the|de|la|del)$/i;

/**
 * The organisation that stands in a text from a place on: capitalised words with "and", "of", "&" between; without capitals, up to
 * four words before the clause goes on. "The hospital" alone names none, but for the post office.
 *
 * @param mayBePerson a given name alone is one too: "at Emory"
 */
export function readOrganizationAt(
  text: string,
  from: number,
  { mayBePerson = false }: { readonly mayBePerson?: boolean } = {},
): SpokenOrganization | undefined {
  LEAD.lastIndex = from;
  const leadLength = LEAD.exec(text)?.[0].length ?? 0;
  const hasArticle = /\bthe\s*$/i.test(text.slice(from, from + leadLength));
  let at = from + leadLength;
  const start = at;
  // The ones of which everybody has but one.
  const post = (
    hasArticle
      ? /^(?:post office|(?:parish |county |city )?school (?:board|district)|(?:borough|county|city|town|parish|district|local) council|water board|health service|university|seminary|council|police(?: force)?|army|navy|air force|coast guard|fire (?:brigade|department|service)|ambulance service|nhs|bbc|railways?)\b(?! of )/i
      : /^post office\b/i
  ).exec(text.slice(at));
  if (post && !/^ \p{Lu}/u.test(text.slice(at + post[0].length)))
    return { name: post[0], start, end: at + post[0].length, isCapital: /^\p{Lu}/u.test(post[0]) };
  const capitals = usesCapitals(text);
  const words: { text: string; end: number }[] = [];
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0]?.replace(/[.'’]+$/, '');
    if (
      !token ||
      !goesOn(
        text,
        token,
        at,
        words.map((word) => word.text),
        capitals,
      )
    )
      break;
    at += token.length;
    words.push({ text: token, end: at });
    if (words.length > 5) break;
    const gap = /^(?:\.(?=\s\p{Lu}))?[^\S\n]+/u.exec(text.slice(at))?.[0];
    if (!gap || (gap.startsWith('.') && !/^(?:st|dr|mt)$/i.test(token))) break;
    at += gap.length;
  }
  while (words.length > 0 && JOINER.test(words.at(-1)?.text ?? '')) words.pop();
  const last = words.at(-1);
  const [first] = words;
  if (!first || !last) return undefined;
  const isCapital = /^\p{Lu}/u.test(first.text);
  const plain = text.slice(start, last.end);
  if (words.length === 1 && (first.text.length < 2 || (KIND.test(first.text) && first.text !== 'Co-op')))
    return undefined;
  // "the local council", "the big school".
  if (
    !isCapital &&
    words.every(({ text: word }) => KIND.test(word) || JOINER.test(word) || looksOrdinary(word.toLowerCase()))
  )
    return undefined;
  if (!isCapital && hasArticle && words.length < 2 && !ACRONYM.test(first.text)) return undefined;
  // "with Anna" is a person.
  if (!mayBePerson && words.length === 1 && isSureGivenName(first.text.toLowerCase()) && !/['’]s$/.test(first.text))
    return undefined;
  return { name: isCapital ? plain : titled(plain), start, end: last.end, isCapital };
}

function goesOn(text: string, token: string, at: number, before: readonly string[], capitals: boolean): boolean {
  const lower = token.toLowerCase().replaceAll('’', "'");
  if (before.length === 0) {
    if (NO_ORGANIZATION.test(lower) && !/^ of \p{Lu}/u.test(text.slice(at + token.length))) return false;
    if (capitals) return /^[\p{Lu}\d]/u.test(token);
    return (
      !looksOrdinary(lower) ||
      /^post office\b/i.test(text.slice(at)) ||
      (KIND.test(lower) && /^\s+(?:of|and)\b/.test(text.slice(at + token.length))) ||
      /^(?:saint|st|city|first|bright|green|blue|red|golden|north|south|east|west|united|national|royal|general|best|whole|home|little|old|new|allied|associated|consolidated|advanced|applied)$/.test(
        lower,
      )
    );
  }
  if (JOINER.test(token)) {
    const next = /^\s+(?:the\s+)?(\S+)/.exec(text.slice(at + token.length))?.[1] ?? '';
    return capitals
      ? /^\p{Lu}/u.test(next) && !/^(?:I|I'm|My|We)\b/.test(next)
      : /^(?:of|&|and)$/.test(lower) &&
          next.length > 2 &&
          !looksOrdinary(next.toLowerCase()) &&
          !(lower === 'and' && isSureGivenName(next.toLowerCase()));
  }
  if (capitals) return /^(?:\p{Lu}|\d)/u.test(token) && !/^(?:I|I'm|I've|I'd)$/.test(token);
  if (KIND.test(lower)) return true;
  return before.length < 3 && !looksOrdinary(lower.replace(/'s$/, ''));
}

/** "bayou state welding" is `Bayou State Welding`. */
export function titled(words: string): string {
  return words
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(?:Of|And|The)\b/g, (word) => word.toLowerCase());
}
