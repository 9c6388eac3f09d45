import { CLOSED_WORDS, COMMON_WORDS } from '../../names/common-words.js';
import { readOrganizationAt, type SpokenOrganization } from './read-organization.js';

/** Kinds of places that stand before a name: "at the bakery Warburton and Sons". */
const KIND_BEFORE =
  /^(?:,? (?:the|an?|our)) (?:(?:local|little|big) )?(?:[a-z]+ (?=\w+ called))?(?:startup|agency|school|hospital|nursery|bakery|shop|bank|office|firm|company|salon|restaurant|hotel|garage|factory|library|college|university|care home|nursing home|supermarket|store|pharmacy|brewery|farm|surgery|clinic|practice|depot|plant|warehouse|pub|cafe|bar)(?: called| named)?,? (?=\S)/;
/** What an institution's name ends with in small letters: "for the Belen schools". */
const KIND_BEHIND =
  /^ (?:public )?(?:(?:trade )?mission|schools|school district|school board|library|council|consulate|embassy|university|college|cathedral|museum|zoo)\b/;
/** Words of time and manner, with which the clause goes on after a name. */
const GOES_ON =
  /^(?:anyway|head|full|part|days?|nights?|mornings?|afternoons?|evenings?|weekends?|weekdays?|weekly|shifts?|currently|mostly|mainly|please|round|down|near|next|right|like|cause|cos|coz|sometimes|usually|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|half|early|late|til|doing|driving|working|everything|instead|overnight|last|every|first|second|third|downtown|uptown|later|summer|lots?|already|almost|nearly|most)$/;
/** Whose end is a place in a town, not a business. */
const ADDRESS =
  /\b(?:street|st|road|rd|avenue|ave|lane|drive|court|close|terrace|gardens|cottage|crescent|heights|house|lodge|place|row|view|apartments?|flats?|towers?|beach|cross|airport|station|junction|interstate|lights)$/i;

/** What everybody has but one of. */
export const ONE_OF_A_KIND =
  /^(?:(?:\w+ )?school board|(?:\w+ )?council|post office|nhs|bbc|police|army|navy|railways?|university)$/i;

/**
 * The workplace that stands directly behind a preposition, where it is sure to end: capitals stop, or the clause goes on. Nothing where
 * a name without capitals runs on into words that may be part of it.
 *
 * @param from behind the preposition
 */
export function readWorkplaceAt(text: string, plain: string, from: number): SpokenOrganization | undefined {
  const rest = plain.slice(from, from + 60);
  const kind = KIND_BEFORE.exec(rest)?.[0].length ?? 0;
  const named = kind > 0 ? readOrganizationAt(text, from + kind) : undefined;
  const isNamed =
    named !== undefined &&
    named.start <= from + kind + 4 &&
    !CLOSED_WORDS.has(named.name.toLowerCase().split(' ')[0] ?? '');
  const mayBePerson = /\bat$/.test(plain.slice(Math.max(0, from - 3), from)) || rest.startsWith(' the ');
  const spoken = isNamed ? named : readOrganizationAt(text, from, { mayBePerson });
  if (!spoken || spoken.start > from + (isNamed ? kind : 0) + 6 || /\d/.test(spoken.name) || ADDRESS.test(spoken.name))
    return undefined;
  return spoken.isCapital ? withKind(text, plain, spoken) : toSureEnd(plain, withoutTime(spoken));
}

/** With the kind of institution in small letters behind it: "the Amman trade mission". */
export function withKind(text: string, plain: string, spoken: SpokenOrganization): SpokenOrganization {
  const behind = KIND_BEHIND.exec(plain.slice(spoken.end))?.[0] ?? '';
  if (behind === '' || !/\bthe $/.test(plain.slice(Math.max(0, spoken.start - 5), spoken.start))) return spoken;
  const end = spoken.end + behind.length;
  return { ...spoken, name: text.slice(spoken.start, end), end };
}

/** "dunelm overnight": a word of time behind the name is none of it. */
function withoutTime(spoken: SpokenOrganization): SpokenOrganization {
  const [, name = '', last = ''] = /^(.+) (\S+)$/.exec(spoken.name) ?? [];
  const cut = spoken.name.length - name.length;
  return name !== '' && GOES_ON.test(last.toLowerCase()) ? { ...spoken, name, end: spoken.end - cut } : spoken;
}

function toSureEnd(plain: string, spoken: SpokenOrganization): SpokenOrganization | undefined {
  const [next, after] = plain
    .slice(spoken.end, spoken.end + 60)
    .split(/ +/)
    .filter((word) => word !== '');
  if (ONE_OF_A_KIND.test(spoken.name)) return spoken;
  if (!/^ +\p{L}/u.test(plain.slice(spoken.end)) || isEnd(next)) return spoken;
  // "midway bakery supply and": one more word that is ordinary by its ending alone.
  if (next === undefined || COMMON_WORDS.has(next) || !isEnd(after) || /[^a-z]/.test(next)) return undefined;
  const end = spoken.end + 1 + next.length;
  return { ...spoken, name: `${spoken.name} ${next[0]?.toUpperCase()}${next.slice(1)}`, end };
}

function isEnd(word: string | undefined): boolean {
  if (word === undefined || /^[^a-z]/.test(word)) return true;
  const bare = word.replace(/[^a-z']+$/, '');
  return CLOSED_WORDS.has(bare) || GOES_ON.test(bare);
}
