import { cancelsIn } from '../cancel-words.js';
import { CHANGES } from './change-words.js';
import { isBookedForFamily } from './existing.js';
import type { TimeClause } from './time-clause.js';

// Times at which somebody else does something, or the caller does something else.

const OTHERS =
  /\b(?:(?:my|our) (?:wife|husband|partner|son|daughter|mum|mom|mother|father|dad|sister|brother|friend|boss|neighbour|neighbor|kids?|boys?|girls?)|he|she|they|the (?:kids|children|boys|girls))(?:'s| is| are| has| have|'ve|'re)?\s+(?:got |having |booked |off |back |working |coming |visiting |flying |home |at |away |in on |starting |an? |her |his |their |the (?:dentist|doctor|physio|hospital|clinic|optician|orthodontist)|swimming |school |training |starts? |goes |works? |leaves |finishes |flies |plays |joins |eats |sleeps |lives |dines |naps )/i;
const STAFF =
  /\b(?:he|she|they)(?:'s| is| has|'ve|'re| are| have)? (?:got |booked |back |working |in on |an? |starts? |works? )/gi;
const TRAVEL =
  /\b(?:i|we)(?:'m|'re| am| are|'ll be| will be)?\s+(?:only |just |also )?(?:land|landing|touch down|fly|flying|leave|leaving|travel|travelling|traveling|get back|back|move|moving|start|starting|finish|finishing|home|off|away|going|go|on holiday|on vacation|in (?:london|leeds|town)|out)\b/i;

/** "But I've got to take my mum to hospital at two": what the caller must do then. */
const MUST =
  /\b(?:but|because|cause|cos|cuz|so|since|as|only|and) (?:i|we|he|she)(?:'ve|'s| have| has)? ?(?:got to|gotta|have to|has to|need to|to|must) (?!come|be (?:in\b|there|with)|see you|book|move|change|cancel|resched|bring|make|push|get (?:in|there)|have (?:it|him|her|them))[^,.;]{2,60}$/i;

/** "The wedding's at two": the caller tells of what is not booked here. */
const EVENT =
  /\b(?:the|my|our|his|her|their|a|i've(?: got)?|we've(?: got)?) (?:[\w'-]+ )?(?:wedding|party|funeral|match|game|film|concert|flight|train|plane|boat|ferry|meeting|interview|exam|ceremony|mass|hearing|kick-?off|school|shift|play|recital|gig|christening|keys?|bus)(?:'s| is| are| starts?| we get)?(?: at| on)? (?:about |around )?$/i;

/** "I arrive by train at 22:40". */
const TRANSPORT =
  /\b(?:by (?:train|plane|bus|coach|ferry|boat)|(?:my|our|the|a) (?:[\w-]+ )?(?:train|plane|flight|bus|coach|ferry)(?:'s| is| comes| gets in| arrives| lands| leaves)*)(?: in)? (?:at |about |around )?$/i;

/** Who makes appointments for themselves. */
const PERSON =
  '(?:wife|husband|partner|mum|mom|mam|mammy|mother|ma|dad|da|daddy|father|sister|brother|cousin|aunt|auntie|uncle|nan|gran|granny|grandma|grandad|grandpa|boyfriend|girlfriend|fella|boss|colleague|co-?worker|friend|mate|pal|buddy|neighbou?r|flatmate|roommate|housemate|tenant|landlord|lodger|(?:mother|father|sister|brother|son|daughter)[- ]in[- ]law)';
/** "And me dad's in with yous at nine", "Eleni, my wife, she's got a colour with you on the second". */
const HAS_THEIRS = new RegExp(
  `\\b(?:my|me|our|your|the) ${PERSON}(?:'?s)?\\b(?: [\\w']+){0,2}?,?(?: (?:he|she|they))?(?:'s|'ve|s| is| has| have| had)?(?: also| already| just)? (?:got|in(?! (?:the|a|hospital|bed|work|court|there)\\b)|coming (?:in|from|to)|booked|having|getting|due|down|there|been given|on our|on your)\\b[^.?!]*$`,
  'i',
);
/** "Thursday my father has the heart clinic". */
const DAY_OF_PERSON = new RegExp(
  `^,? (?:is )?(?:my|me|our) ${PERSON}(?:'s|s| has|'ve| is| have| goes| needs)\\b(?![^.?!]*\\bwith (?:you|yous|ye)\\b)`,
  'i',
);
/** "His is to be collected Monday", "he's got his own at ten", "put him down for eleven thirty, he said". */
const IS_THEIRS =
  /\b(?:hers|theirs)(?:'s| is|'ll)?\b[^.?!,]*$|\bhis (?:is|was|one)\b[^.?!,]*$|\b(?:he|she|they)(?:'s|'ve| has| have)(?: got)? (?:his|her|their) (?:own|room|table)\b[^.?!]*$|\b(?:he|she|they) (?:said|says|asked)(?: (?:to|you could|could you))? (?:put|book|squeeze|fit)\b[^.?!]*$/i;
/** "I've another couple seeing it at half past two", "4B next to you is staying on Tuesday". */
const OTHER_CLIENT =
  /\b(?:another|other) (?:couple|client|customer|patient|family|party|viewer|viewing|booking|lady|gentleman|guest|tenant|people|person|lot)\b[^.?!,]*$|\bnext (?:to you|door)\b[^.?!,]*$/i;

/** Whether it is when somebody else is booked in here, beside what this call is about. */
export function isTheirs({ speaker, whole, lead, isBeside }: TimeClause): boolean {
  if (!isBeside) return false;
  if (speaker === 'agent' && OTHER_CLIENT.test(lead)) return true;
  if (CHANGES.test(whole) || cancelsIn(whole, true)) return false;
  return HAS_THEIRS.test(lead) || IS_THEIRS.test(lead);
}

/** Whether it is when somebody else is busy, or the caller is on the way. */
export function isOthers({ spoken, speaker, whole, lead, near, trail }: TimeClause): boolean {
  if (spoken.time !== undefined && TRANSPORT.test(lead)) return true;
  if (speaker === 'caller' && (EVENT.test(lead) || MUST.test(lead))) return true;
  if (speaker === 'caller' && DAY_OF_PERSON.test(trail) && !CHANGES.test(whole)) return true;
  // Who is in with a business is its staff.
  return (
    (OTHERS.test(speaker === 'agent' ? near.replace(STAFF, '') : near) && !isBookedForFamily(whole)) ||
    (TRAVEL.test(near) && !CHANGES.test(whole))
  );
}
