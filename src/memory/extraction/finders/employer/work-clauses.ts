import { townNamed } from '../../language/towns.js';
import { knownGivenName } from '../../names/known-given-name.js';
import type { ReadTurn, Sentence } from '../../read-call.js';
import { RELATION } from '../family/family-words.js';
import { inFull } from './named-employers.js';
import { DAY_OR_TITLE, isPlaceOrPerson } from './place-or-person.js';
import type { SpokenOrganization } from './read-organization.js';
import { readWorkplaceAt } from './read-workplace.js';
import { BUSINESS } from './work-cues.js';
import {
  BEING,
  BY_ROLE,
  BY_TRADE,
  ELLIPSIS,
  ELLIPTIC_BEING,
  FIELDS,
  I_AM_WORKING,
  I_WORK,
  MY_WORK,
  SHOPS,
} from './work-words.js';

/** A clause in which the caller works, or is, at, for, with or in a business. */
export interface WorkClause {
  readonly spoken: SpokenOrganization;
  readonly preposition: string;
  /** `work`: it says that it is work. `being`: "I'm at Emory": what is said around it must say so. */
  readonly kind: 'work' | 'being';
  /** Of the subject, in the turn's text. */
  readonly start: number;
  /** "I drive for": whoever follows is an employer, even one that is called like a town or a person. */
  readonly isTrade?: boolean;
}

const PREPOSITION = /\b(?:at|for|with|in|(?<=\b(?:employed|contracted|placed|hired) )(?:by|through))(?= )/g;
const OWN = /\b(?:i'm|im|i am|i've|ive|i have|i'd|i'll|i|we're|we are|we've|we|my|me|our)\b(?!['’])/g;
const PERSON = `(?:${RELATION}|bloke|fella|mate|friend|roommate|flatmate|housemate|ex|kid|lad|missus|hubby|man|lodger|neighbou?r|landlord|tenant)`;
/** Who is spoken of is somebody else. "I'm his secretary" is not. */
const OTHER = new RegExp(
  `\\b(?:he|she|they|you|who|there|he's|hes|she's|shes|they're|theyre|who's|whos|you're|your|y'all|(?<!\\b(?:i'm|im|i am) )(?:his|her|their)|(?:my|our|the|me) (?:[a-z'-]+ ){0,2}?${PERSON}(?:'s|s)?|${PERSON}(?:'s| is| was| has| works)|everyone|nobody|somebody|someone|people)\\b`,
  'g',
);
/** "Theo's at the Mart", "Helen works": somebody is named, and something is said of him. */
const NAMED =
  /(?<![\p{L}'’])(?!(?:It|That|There|Here|What|Where|How|Who|Let)['’]s\b)(\p{Lu}\p{L}+)(?:['’]s| is| was| has| works| drives| teaches| used)(?= )/gu;
const PAST =
  /\b(?:used to|if|when|until|till|before|not|don't|didn't|never|wish|once|that|where|the company|place|says|said|whether|unless|suppose|imagine|why|what|how)\s*$/;
const QUESTION = /^(?:do|does|is|are|was|what|who|where|how|can|could|would|if|should|did)\b/i;

/** "I start at Barclays on the first". */
const STARTS_LATER =
  /^[\s,]*(?:(?:on|in|from|this|next) )*(?:next|tomorrow|the \w+|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|\d+|(?:a|two|three|four|six) (?:weeks?|months?))\b/;
const TO_ME = /\b(?:invoices?|bill|send|sent|post|e?mail|write)\b/;
type Said = Pick<WorkClause, 'kind' | 'start' | 'isTrade'>;

/** No subject stands further in front of its preposition; it bounds what a sentence without an end costs. */
const HEAD_MAX = 250;

/** The clauses of a caller's turn that place the caller at a business. */
export function workClauses(turn: ReadTurn, country: string): readonly WorkClause[] {
  return turn.sentences.flatMap((sentence) => {
    if (/\?$/.test(sentence.text) && QUESTION.test(sentence.text)) return [];
    return Array.from(sentence.plain.matchAll(PREPOSITION)).flatMap((match) => {
      const at = sentence.start + match.index;
      const spoken = inFull(turn, at + match[0].length) ?? readWorkplaceAt(turn.text, turn.plain, at + match[0].length);
      const found = spoken && clauseOf(sentence, match.index, match[0]);
      if (!found) return [];
      const clause = { ...found, spoken, preposition: match[0], start: sentence.start + found.start };
      const isFuture =
        /\bstart /.test(turn.plain.slice(clause.start, at)) && STARTS_LATER.test(turn.plain.slice(spoken.end));
      return !isFuture && isWorkplace(turn, clause, country) ? [clause] : [];
    });
  });
}

/** What the nearest subject before the preposition says of itself. */
function clauseOf({ text, plain }: Sentence, end: number, preposition: string): Said | undefined {
  const begin = Math.max(0, end - HEAD_MAX);
  const found = clauseIn(text.slice(begin, end), plain.slice(begin, end), preposition);
  return found && { ...found, start: begin + found.start };
}

/** The clause that ends where its sentence is cut off. */
function clauseIn(text: string, plain: string, preposition: string): Said | undefined {
  const head = plain.replace(/, so i am,? /g, (words) => ' '.repeat(words.length));
  const other = [...Array.from(head.matchAll(OTHER)), ...Array.from(text.matchAll(NAMED))]
    .toSorted((a, b) => a.index - b.index)
    .at(-1);
  const from = other ? other.index + other[0].length : 0;
  const own = Array.from(head.matchAll(OWN)).filter(({ index }) => index >= from);
  const last = own.at(-1);
  if (!last) {
    const segment = /[^,;:–—]*$/.exec(head)?.[0] ?? '';
    const start = head.length - segment.length;
    if (other || preposition === 'in') return undefined;
    if (ELLIPSIS.test(segment.trimStart())) return { kind: 'work', start };
    return ELLIPTIC_BEING.test(head) ? { kind: 'being', start } : undefined;
  }
  // "I finish my shift at four at Bombardier": what is mine is no subject there.
  const before = own.at(-2);
  return (
    said(head, last, preposition) ??
    (/^(?:my|our|me)$/.test(last[0]) && before ? said(head, before, preposition) : undefined)
  );
}

/** What a subject in front of a preposition says of itself. */
function said(head: string, { 0: subject, index: start }: RegExpExecArray, preposition: string): Said | undefined {
  if (PAST.test(head.slice(0, start))) return undefined;
  const words = head
    .slice(start + subject.length)
    .trimStart()
    .replace(/ {2,}$/, ' ');
  const work: Said = { kind: 'work', start, isTrade: BY_TRADE.test(words) || BY_ROLE.test(words) };
  const being: Said = { kind: 'being', start };
  switch (subject) {
    case 'me':
      // "The invoice should come to me at Nwosu and Partners"
      if (words === '' && preposition === 'at' && TO_ME.test(head)) return being;
      return MY_WORK.test(words) ? work : undefined;
    case 'my':
    case 'our':
      return MY_WORK.test(words) ? work : undefined;
    case "i'm":
    case 'im':
    case 'i am':
    case "we're":
    case 'we are':
      return I_AM_WORKING.test(words) ? work : BEING.test(words) ? being : undefined;
    default:
      if (I_WORK.test(words)) return work;
      return /(?:ve| have)$/.test(subject) && /^been /.test(words) && BEING.test(words) ? being : undefined;
  }
}

/** Whether what follows a preposition can be where somebody works: no town, nobody's house, no person. */
function isWorkplace({ text }: ReadTurn, { spoken, preposition, kind, isTrade }: WorkClause, country: string): boolean {
  const isBusiness = BUSINESS.test(spoken.name);
  if (preposition === 'in' && FIELDS.test(spoken.name)) return false;
  // "I am working in Infotech Global since last year"
  const isLong = isTrade === true && spoken.isCapital && spoken.name.includes(' ');
  if (preposition === 'in')
    return (
      (isLong && !isPlaceOrPerson(text, spoken, country)) ||
      SHOPS.test(spoken.name) ||
      isBusiness ||
      (kind === 'being' && townNamed(spoken.name, country) === undefined)
    );
  const owner = /^(\p{L}+)['’]s?$/u.exec(spoken.name)?.[1];
  // "I'm at Sarah's"
  if (owner !== undefined && kind === 'being' && knownGivenName(owner.toLowerCase()) === 'frequent') return false;
  if (!spoken.isCapital && !isBusiness && preposition === 'for' && !isTrade) return false;
  if (isBusiness || !isPlaceOrPerson(text, spoken, country)) return true;
  if (DAY_OR_TITLE.test(spoken.name)) return false;
  if (preposition !== 'at') return isTrade === true;
  return kind === 'work' || hasArticle(text, spoken) || townNamed(spoken.name, country) === undefined;
}

const hasArticle = (text: string, { start }: SpokenOrganization): boolean =>
  /\bthe $/i.test(text.slice(Math.max(0, start - 5), start));
