import { CLOSED_WORDS, COMMON_WORDS, looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { readNameList, readRelatedName } from '../../names/read-related-name.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import type { ReadTurn } from '../../read-call.js';
import { petKindOf } from './pet-kinds.js';

/** A pet's name in a text. Pets are called anything: the place where a word stands says that it is a name. */
export interface SpokenPetName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Words that are part of a pet's name although they are no name themselves: "Admiral Byng", "Mr Tibbles". */
const TITLE =
  /^(?:sir|lady|lord|captain|cap'n|mr|mister|mrs|miss|ms|madame|madam|monsieur|señor|admiral|major|colonel|general|sergeant|sarge|king|queen|prince|princess|professor|doctor|dr|count|countess|duke|baron|baroness|chairman|chief|saint|saint|emperor|reverend|inspector|judge|president)$/i;

/** What is said in an answer and is no name, whatever its letter case. */
const NO_NAME =
  /^(?:yes|no|nope|yeah|yep|aye|thanks|thank|cheers|sorry|please|ok|okay|right|bye|great|perfect|just|well|only|good|hello|hi|hiya|hey|morning|afternoon|evening|lovely|brilliant|aww?|ooh|wow|gosh|bless|yikes|sure|fine|neither|both|either|none|mine|hers|why|what|not|still|one|two|three|four|five|god|lord|och|ah|oh|mind|correct|exactly|actually|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|march|april|june|july|august|september|october|november|december|dr|doctor|vet|vets|species|breed|age|colou?r|sex|weight|name|microchip|insurance)$/i;

/** Whether capitals mean something in a text: it has some, or begins with one. */
export const isCased = (text: string): boolean =>
  usesCapitals(text) || /^\P{L}*(?!I\b)\p{Lu}[\p{L}'’]/u.test(text) || /^\P{L}*I [^.!?]*[.!?]$/u.test(text.trim());

/**
 * The pet's name that begins at a place. Where capitals are used it has one; elsewhere an ordinary word is none, unless it is sure
 * that a name stands there.
 *
 * @param isSure "called" or a question for the name stands before
 */
export function petNameAt(text: string, at: number, isSure: boolean): SpokenPetName | undefined {
  const cased = isCased(text);
  const first = wordAt(text, at);
  if (!first || first.bare.length < 2 || !isName(first.bare, cased, isSure)) return undefined;
  const taken = [first.bare];
  let end = at + first.bare.length;
  for (let last = first; taken.length < 3 && last.bare === last.said; ) {
    const isTitled = TITLE.test(last.bare);
    const gap = (isTitled ? /^\.? / : /^ /).exec(text.slice(end))?.[0];
    const next = gap === undefined ? undefined : wordAt(text, end + gap.length);
    if (gap === undefined || !next || !goesOn(next.bare, cased, isTitled)) break;
    taken.push(next.bare);
    end += gap.length + next.bare.length;
    last = next;
  }
  return { name: inNameCase(taken.join(' ')), start: at, end };
}

/** The word at a place, as it is said and without what is short for "is" or "has". */
function wordAt(text: string, at: number): { said: string; bare: string } | undefined {
  const said = /^[\p{L}][\p{L}\p{M}'’-]*/u.exec(text.slice(at, at + 40))?.[0];
  return said === undefined ? undefined : { said, bare: withoutEnding(said) };
}

function goesOn(word: string, cased: boolean, isTitled: boolean): boolean {
  const lower = word.toLowerCase();
  if (word.length < 2 || CLOSED_WORDS.has(lower) || NO_NAME.test(word)) return false;
  return cased ? /^\p{Lu}/u.test(word) && (isTitled || !COMMON_WORDS.has(lower)) : isTitled;
}

const withoutEnding = (word: string): string => word.replace(/['’](?:s|ll|d)$/, '').replace(/['’]$/, '');

function isName(word: string, cased: boolean, isSure: boolean): boolean {
  const lower = word.toLowerCase().replaceAll('’', "'");
  // "My ESA, a lab mix"
  if (/^(?:esa|esd|akc|kc|gsd|vip|adhd|pts|gp|nhs|rspca|pdsa|spca)$/.test(lower)) return false;
  if (CLOSED_WORDS.has(lower) || NO_NAME.test(lower) || /'/.test(lower.replace(/^[od]'/, ''))) return false;
  if (TITLE.test(word)) return true;
  // "Ziggy's a saint. Lurcher."
  if (!isSure && petKindOf(lower) !== undefined) return false;
  if (cased) return /^\p{Lu}/u.test(word);
  return isSure || !looksOrdinary(lower) || isGivenName(lower);
}

/** `sir barksalot` is `Sir Barksalot`. */
export const inNameCase = (name: string): string =>
  name
    .replaceAll('’', "'")
    .replace(/(^|[ -])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** Whether a name has a word of those who speak. */
export const isOneOf = (name: string, others: ReadonlySet<string>): boolean =>
  name
    .toLowerCase()
    .split(' ')
    .some((word) => others.has(word));

/** "rolo and twix", "Salem, Sabrina and Pirate": one or more, up to where something else begins. */
export function petNamesAt(text: string, at: number, isSure: boolean): readonly SpokenPetName[] {
  const names: SpokenPetName[] = [];
  for (let from = at; names.length < 6; ) {
    const name = petNameAt(text, from, isSure);
    if (!name) break;
    names.push(name);
    const next = /^(?:['’]s)?(?:,? and (?:then )?|, | & )(?:the other(?: one)?(?: is|'s) )?/i.exec(
      text.slice(name.end),
    )?.[0];
    if (next === undefined) break;
    // "Bella, she's nine": after a comma it is a name only where another sign follows, or "and".
    if (
      /^(?:['’]s)?, $/.test(next) &&
      !/^[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?:[.,!?]|$| and )/u.test(text.slice(name.end + next.length))
    )
      break;
    from = name.end + next.length;
  }
  return names;
}

/** "Our rabbit clover shes not eating": without capitals, a word that is no ordinary one before what the animal does. */
function plainName(text: string, plain: string, at: number, end: number): SpokenPetName | undefined {
  if (usesCapitals(text)) return undefined;
  const isOwn = /(?:\b(?:my|our|me|have|got|there is|there's|theres|i've|ive|one)|^an?) (?:an? |\w+ ){0,2}$/.test(
    plain.slice(0, at),
  );
  if (!isOwn && !/^ \p{L}{3,} (?:um |uh |er )?(?:hes|shes|he's|she's|he|she) /u.test(plain.slice(end)))
    return undefined;
  const word =
    /^ (\p{L}{3,})(?= (?:um |uh |er )?(?:he|she|hes|shes|he's|she's|is|has|isn't|isnt|hasn't|hasnt|was|won't|wont|who|whos|who's|needs|keeps|got|ate|in|for|and|at|on|to|but|so)\b|[.,]|$)/u.exec(
      plain.slice(end),
    )?.[1];
  if (!word || looksOrdinary(word) || CLOSED_WORDS.has(word) || /^(?:mix|cross|breed|pup|named|welcome)$/.test(word))
    return undefined;
  return { name: inNameCase(word), start: end + 1, end: end + 1 + word.length };
}

/** Any word between commas or alone: "the budgie, sweep, he …", "He's a husky. Balto.", "the rabbit's Snowy". */
function petApposition(text: string, from: number, others: ReadonlySet<string>): SpokenPetName | undefined {
  const rest = text.slice(from);
  const gap =
    /^(?:, (?:that's |he's |she's |name of |called )?(?:(?:old|poor|little|wee|our|dear|big|young) )?|['’]s (?:called |name is |name's )?| is called | is (?=\p{Lu})| called | named | name of )(?=\p{L})/u.exec(
      rest,
    )?.[0] ??
    /^[.!?] (?=\p{Lu}[\p{Ll}-]+(?:[.!]|['’]s (?:after|not|got|been|lame|limping|off|having|still|had|sick)\b))/u.exec(
      rest,
    )?.[0];
  if (gap === undefined) return undefined;
  const isCalled = /called|name/.test(gap);
  const spoken = petNameAt(text, from + gap.length, isCalled);
  if (!spoken || isOneOf(spoken.name, others)) return undefined;
  const after = text.slice(spoken.end);
  if (
    !/^(?:['’]s\b|\s*(?:[.,!?;–-]|$)| we call (?:him|her|it))/.test(after) &&
    !(isCalled || (/^['’]s/.test(gap) && /^\p{Lu}/u.test(text.slice(spoken.start))))
  )
    return undefined;
  return spoken;
}

/** "Keep the spaniel in mind, Biscuit comes everywhere with me." */
export function subjectAfter(text: string, from: number, others: ReadonlySet<string>): SpokenPetName | undefined {
  const gap = /^[^.,!?]{0,30}, (?=\p{Lu})/u.exec(text.slice(from))?.[0];
  const spoken = gap === undefined || !isCased(text) ? undefined : petNameAt(text, from + gap.length, false);
  if (!spoken || isOneOf(spoken.name, others) || spoken.name.includes(' ')) return undefined;
  return /^(?:['’]s (?:gonna|going|not|a|all|just)| (?:comes|goes|sleeps|barks|bites|jumps|loves|hates|gets|eats|sheds|is|has|won't|doesn't|isn't)) /.test(
    text.slice(spoken.end),
  )
    ? spoken
    : undefined;
}

const CALLING =
  /^[^.!?]{0,80}?\b(?:calling (?:him|her|it|them)|(?:called|named|name|christened) (?:him|her|it)|answers to(?: the name(?: of)?)?|goes by(?: the name(?: of)?)?|(?:he's|she's|it's|hes|shes) (?:called|named)|by the name of|name of) (?=\p{L})/u;
const CALLING_NEXT =
  /^[^.!?]{0,60}[.!?] (?:and |so |but )?(?:we've |we |i've |i )?(?:call|called|calling|named|naming|christened) (?:him|her|it) (?=\p{L})/u;

/**
 * The name of the animal whose kind ends at a place: "my cat Dumpling", "a parrot, Admiral Byng", "a beagle in the kitchen, she answers
 * to Peggy".
 */
export function nameAfterKind(
  text: string,
  plain: string,
  at: number,
  end: number,
  others: ReadonlySet<string>,
): SpokenPetName | undefined {
  const direct = /^ (?=\p{Lu})/u.test(text.slice(end)) && isCased(text) ? petNameAt(text, end + 1, false) : undefined;
  if (direct && !isOneOf(direct.name, others)) return direct;
  const near = petApposition(text, end, others) ?? plainName(text, plain, at, end);
  if (near) return near;
  for (const form of [CALLING, CALLING_NEXT]) {
    const lead = form.exec(plain.slice(end))?.[0];
    const name =
      lead === undefined ||
      /\b(?:my|our) (?:\w+ )?(?:wife|husband|son|daughter|mum|mom|dad|brother|sister)\b/.test(lead)
        ? undefined
        : petNameAt(text, end + lead.length, true);
    if (name) return name;
  }
  const related = readRelatedName(text, end, others);
  // Where capitals are used a name has one: "He's a basset, he's welcome everywhere".
  return related && (!isCased(text) || text.slice(end).includes(related.name)) ? { ...related, start: end } : undefined;
}

/** A sentence that is a name and nothing else, or goes on after a comma: "Speedy, if you can believe it." */
export function loneName(text: string, at: number, others: ReadonlySet<string>): SpokenPetName | undefined {
  const spoken = /^\p{Lu}/u.test(text.slice(at)) ? petNameAt(text, at, false) : undefined;
  if (!spoken || isOneOf(spoken.name, others)) return undefined;
  if (COMMON_WORDS.has(spoken.name.toLowerCase()) && !isGivenName(spoken.name.toLowerCase())) return undefined;
  return /^(?:[.!?]|$|, (?:if you|we call|believe it|he's|she's|his name|her name|would you believe))/.test(
    text.slice(spoken.end),
  )
    ? spoken
    : undefined;
}

/** The next sentence, where it is a name. */
export function loneNameAfter(turn: ReadTurn, end: number): SpokenPetName | undefined {
  const gap = /^[^.!?]{0,20}[.!?]\s+/.exec(turn.text.slice(end))?.[0];
  return gap === undefined ? undefined : loneName(turn.text, end + gap.length, new Set());
}

/** The names in an answer to the question for them. */
export function namesOfAnswer(text: string, at: number): readonly SpokenPetName[] {
  const names = petNamesAt(text, at, true);
  if (names.length > 0) return names;
  return readNameList(text, at).map((name) => ({ ...name, start: at }));
}
