import type { ExtractedFact } from '../../extraction.js';
import type { Finder } from '../../finder.js';
import { topicsAsked } from '../../language/asked-topics.js';
import { questionBefore } from '../../language/assent.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { addressWeight, isStreetOf, speaksForAnother } from './address-weight.js';
import { agreedHome, readInQuestion } from './agreed-home.js';
import { answeredCities, isTownGuessed } from './answered-cities.js';
import { correctedUnit } from './corrected-unit.js';
import { numberPutRight } from './number-put-right.js';
import { type Place, RELATIVE } from './place.js';
import { putRight } from './put-right.js';
import { readAddresses } from './read-addresses.js';
import { knownTownAt, readTownAt } from './read-towns.js';
import { saidCities, widerTown } from './said-cities.js';
import type { SpokenAddress } from './spoken-address.js';
import { withUnitSaid } from './unit-said.js';

/** Where the caller lives now: number and street, and the town. */
export const findHome: Finder = (call) => {
  const addresses: Place[] = [];
  const cities: Place[] = [];
  let isForAnother = false;
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') {
      const agreed = agreedHome(call, turn, addresses.at(-1));
      addresses.push(...agreed.addresses);
      cities.push(...agreed.cities);
    }
    if (turn.speaker !== 'caller') continue;
    isForAnother ||= speaksForAnother(turn.plain);
    fromCaller(call, turn, { addresses, cities }, isForAnother);
  }
  const facts: ExtractedFact[] = [];
  const add = (predicate: 'address' | 'city', place: Place | undefined, statement: string): void => {
    if (!place) return;
    const { value, turn, start, end } = place;
    facts.push({
      predicate,
      value,
      statement: `${statement} ${value}`,
      turn,
      quote: call.turns[turn]?.text.slice(start, end) ?? '',
      confidence: place.weight > 1 ? 0.9 : 0.7,
    });
  };
  add('address', best(addresses), 'lives at');
  add('city', best(cities), 'lives in');
  return facts;
};

/** The last of those that are said most plainly. */
function best(places: readonly Place[]): Place | undefined {
  const weight = places.reduce((most, place) => Math.max(most, place.weight), 0);
  return places.findLast((place) => place.weight === weight);
}

/** @param isForAnother the caller has said by now to look after another's place, or to speak for another */
function fromCaller(
  call: ReadCall,
  turn: ReadTurn,
  { addresses, cities }: { readonly addresses: Place[]; readonly cities: Place[] },
  isForAnother: boolean,
): void {
  const question = questionBefore(call, turn.index);
  const topics = question ? topicsAsked(question.text) : new Set<string>();
  const asked = question?.plain ?? '';
  const { plain } = turn;
  const isOtherAsked =
    /\b(?:his|her|their|delivery|billing|work|business|forwarding|company|shipping|property|service at|pick ?up|drop ?off|venue|email|e-mail) (?:home )?address\b/.test(
      asked,
    ) && !/\bservice address|property address|delivery address/.test(asked);
  const isAnothers = isForAnother || ASKS_FOR_OTHERS.test(asked) || ASKS_OF_VISIT.test(asked);
  const isBusiness =
    isOtherAsked ||
    /\b(?:which (?:property|branch|store|listing|office|one)|deliver|delivery|venue|event|drop|collect|hotel|airbnb)\b/.test(
      asked,
    );
  const isAsked = (topics.has('address') || IS_TO_BE_SENT.test(asked) || IS_TO_BE_SENT.test(plain)) && !isOtherAsked;
  if (IS_IT_YOURS.test(asked) && saysItIsNot(turn)) withdraw(addresses);
  const taken: SpokenAddress[] = [];
  const refused: SpokenAddress[] = [];
  for (const spoken of readAddresses(turn.text, isAsked)) {
    const isNamed = isStreetOf(asked, spoken.address) || /\bstill (?:in|at|over in|living)\b/.test(asked);
    const weight = addressWeight(plain, spoken, isAsked || isNamed, topics, isBusiness, isAnothers);
    if (weight === 0) {
      refused.push(spoken);
      continue;
    }
    taken.push(spoken);
    const { address, end } = withUnitSaid(turn, spoken) ?? spoken;
    addresses.push({ value: address, turn: turn.index, start: spoken.start, end, weight });
    const city = cityOf(turn, spoken, call.country);
    if (city) cities.push({ ...city, weight });
  }
  const corrected = question && correctedUnit(turn, addresses.at(-1) ?? readInQuestion(question));
  if (corrected) addresses.push(corrected);
  const right =
    question &&
    (putRight(turn, question, addresses.at(-1)) ??
      (taken.length === 0 ? numberPutRight(turn, question, addresses.at(-1)) : undefined));
  if (right) {
    addresses.push(right);
    const read = readAddresses(question?.text ?? '', true).at(-1)?.city;
    if (read && right.start === 0) cities.push({ ...right, value: read });
  }
  const isCityAsked = (topics.has('city') || (topics.has('address') && /\bwhere/.test(asked))) && !isOtherAsked;
  const isGuessed = question !== undefined && isTownGuessed(question.text, call.country);
  const isOfRefused = ({ start }: Place): boolean =>
    refused.some(({ end }) => start >= end && /^[\s,]*(?:in )?$/.test(plain.slice(end, start)));
  cities.push(
    ...saidCities(turn, isCityAsked || isGuessed, call.country),
    ...answeredCities(turn, townAsked(topics, isCityAsked, isOtherAsked, isGuessed), taken, call.country).filter(
      (city) => !isOfRefused(city),
    ),
  );
}

const ASKS_FOR_OTHERS =
  /\bwhere(?:'s| is| does| do| are)? (?:he|she|they)(?!(?:'s| is) (?:kept|parked|stored|garaged|registered))(?:'s| is| live| living| based)?\b|\b(?:his|her|their) (?:home )?address\b/;

/** Who is to be sent something says where to: "I'll post you the menu", "delivery is to where", "I'd rather you posted it". */
const IS_TO_BE_SENT =
  /\b(?:post|mail)(?:ed|ing)? (?:you|it|them|that|out|one|a|the|me)\b|\bdelivery (?:is )?to where\b|\bwhere (?:is|'s|are) (?:it|this|that|they) (?:going|to go)\b|\bwhere (?:to|are you at|will it go)\b/;

/** "Where are you staying while you're in town?", "what street was the dog found on". */
const ASKS_OF_VISIT =
  /\bstaying\b[^.!?]{0,20}\b(?:while|in town|during|visit)|\b(?:party|wedding|ceremony|funeral|reception)\b|\b(?:what|which|where)\b[^.!?]{0,25}\b(?:is|does|was) (?:he|she)\b(?![^.!?]*\byou\b)|\baddress (?:of|for|at) (?:the|your) (?:job|site|office|shop|venue|branch|event|party)\b|\b(?:found|accident|happen(?:ed)?|incident|crash(?:ed)?|stolen|towed|saw|seen)\b/;

/** "Is that your property?" – "it's my girlfriend's": the address that was given is another's. */
const IS_IT_YOURS =
  /\bis (?:that|this|it) (?:your (?:own )?(?:property|house|home|place|flat|address)|where you live|yours)\b|\bdo you live there\b/;
const saysItIsNot = ({ plain }: ReadTurn): boolean =>
  new RegExp(
    `^\\W*no\\b|^[^.!?]{0,30}\\b(?:it'?s|that'?s|thats) (?:my|me|the|his|her) (?:\\w+ )?(?:${RELATIVE}|tenant'?s|landlord'?s|office|work)`,
  ).test(plain);

function withdraw(addresses: Place[]): void {
  const last = addresses.at(-1);
  if (last && last.weight < 3) addresses.pop();
}

function townAsked(
  topics: ReadonlySet<string>,
  isCityAsked: boolean,
  isOtherAsked: boolean,
  isGuessed: boolean,
): 'town' | 'with-more' | undefined {
  if (isOtherAsked) return undefined;
  if ((isCityAsked || topics.has('address')) && (topics.has('name') || !isCityAsked)) return 'with-more';
  return isCityAsked || isGuessed ? 'town' : undefined;
}

/** What leads from an address to its town: "Oak Lane, Leeds", "Marine Walk. In Penarth.", "Magnolia Bend now, right here in Waxahachie". */
const TO_TOWN =
  /^(?:[\s,.]|\b(?:now|that's|thats|which is|it's|its|is|right|just|over|out|up|down|here|in|near|there|flat|downstairs|upstairs|the|um|uh|er|erm)\b)*(?:[,.]\s*|\bin |\b(?:uh|um|er|erm) )(?:in )?/;

function cityOf(turn: ReadTurn, spoken: SpokenAddress, country: string): Omit<Place, 'weight'> | undefined {
  const rest = turn.plain.slice(spoken.end);
  // "unit C as in cat, Tacoma", "12 Elm Road, the yellow one, Leeds".
  const gap =
    /^[^.!?]{0,40}?, (?=\p{L})/u.exec(rest)?.[0].match(/^ (?:as in|for|like) \w+, |^, (?:the|a) [^,]{2,30}, /)?.[0] ??
    TO_TOWN.exec(rest)?.[0];
  const next = usesCapitals(turn.text) ? undefined : knownTownAt(turn.text, spoken.end + 1, country);
  if (next && rest.startsWith(' ')) return { value: next.city, turn: turn.index, start: next.start, end: next.end };
  const town = gap === undefined ? undefined : readTownAt(turn.text, spoken.end + gap.length, country);
  if (
    town?.isKnown &&
    (/\bin $/.test(gap ?? '') ||
      /^\s*(?:[,.!?;]|$|and\b|but\b|now\b|since\b|till\b|please\b|\d|\p{Lu})/u.test(turn.text.slice(town.end)))
  ) {
    const wider = widerTown(turn.text, town, country);
    return { value: wider.city, turn: turn.index, start: wider.start, end: wider.end };
  }
  if (!spoken.city) return undefined;
  const value = spoken.city.replace(/^(?:(?:in|still|now|here|right|over|up|down|out)\s+)+/i, '');
  const start = turn.text.toLowerCase().indexOf(value.toLowerCase(), spoken.end);
  if (start < 0) return undefined;
  const wider = widerTown(
    turn.text,
    {
      city: value,
      start,
      end: start + value.length,
      isCapital: /^\p{Lu}/u.test(turn.text.slice(start)),
      isKnown: false,
    },
    country,
  );
  return { value: wider.city, turn: turn.index, start: wider.start, end: wider.end };
}
