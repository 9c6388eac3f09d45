import { answeringTurn, questionBefore, readAnswer } from '../../language/assent.js';
import { firstMatches } from '../../language/first-matches.js';
import { CLOSED_WORDS, looksOrdinary } from '../../names/common-words.js';
import { readRelatedName } from '../../names/read-related-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { KIND, kindOf, MENTION, NO_PET, NOT_OWN_HERE } from './kind-mentions.js';
import type { Pet } from './pet.js';
import { LOOSE_KINDS, petKindOf } from './pet-kinds.js';
import { inNameCase, isCased, isOneOf, loneNameAfter, namesOfAnswer, petNameAt } from './pet-names.js';
import { ownKindIn } from './told-pets.js';

/** What the agent says of an animal, and the caller agrees to. */
const SUPPOSED = new RegExp(
  `(?<![\\p{L}])(\\p{Lu}[\\p{L}'-]+?)(?:,? (?:the|your|a|an|is an?|is your|is the|is down as an?|down as an?|as an?|was an?)|['’]s (?:the|your|an?|down as an?)) (?:(?:[\\p{L}]+) ){0,2}?(${KIND})(?![\\w-])|(?<=\\byour (?:\\p{Ll}+ )?)(${KIND}),? (?:called |named |is )?(\\p{Lu}[\\p{L}'-]+)`,
  'giu',
);

const SUPPOSED_CALLED = new RegExp(`\\ban? (?:\\p{Ll}+ )?(${KIND}),? (?:called|named) (\\p{Lu}[\\p{L}'-]+)`, 'gu');

/** "Dot the kelpie?" – "That's her"; "Is your pet still Pickle, a hedgehog?" – "Pickle, yes"; "Is Biscuit a beagle?" – "No, he's a cat". */
export function agreedPets(call: ReadCall, turn: ReadTurn): readonly Pet[] {
  const answer = answeringTurn(call, turn.index);
  if (answer?.speaker !== 'caller' || !/\?/.test(turn.text)) return [];
  const said = answer.plain;
  const supposed = [
    ...firstMatches(turn.text, SUPPOSED).map((match) => ({
      name: match[1] ?? match[4] ?? '',
      word: match[2] ?? match[3] ?? '',
      match,
    })),
    ...firstMatches(turn.text, SUPPOSED_CALLED).map((match) => ({
      name: match[2] ?? '',
      word: match[1] ?? '',
      match,
    })),
  ];
  return supposed.flatMap(({ name, word, match }): readonly Pet[] => {
    const kind = petKindOf(word.toLowerCase());
    if (
      !kind ||
      !/^\p{Lu}/u.test(name) ||
      CLOSED_WORDS.has(name.toLowerCase()) ||
      /^(?:And|So|Okay|Right|Is|For)$/.test(name)
    )
      return [];
    const place = { name, turn: turn.index, start: match.index, end: match.index + match[0].length };
    const isYes =
      readAnswer(answer.text).kind === 'yes' ||
      new RegExp(
        `^\\W*${name.toLowerCase()},? (?:yes|yeah|yep)|^\\W*(?:that's|thats) (?:her|him|the one|my)\\b|^\\W*the (?:very|same)\\b`,
      ).test(said);
    if (isYes) return [{ kind, ...place }];
    const other = new RegExp(`\\b(?:he's|she's|it's|hes|shes|he is|she is) an? (?:\\w+ )?(${KIND})(?![\\w-])`).exec(
      said,
    )?.[1];
    const right = other && petKindOf(other);
    return right ? [{ kind: right, ...place, turn: answer.index, start: 0, end: said.length }] : [];
  });
}

const ASKS_AFTER = new RegExp(
  `\\b(?:how's|hows|how is|is|bring|bringing|about) (?:the|your|that) (${KIND})(?![\\w-])(?:[^.!?]{0,25}[?]|$)`,
);

/** "How's the goat?" – "Clementine? She's tied up.", "are you bringing the dog" – "no trixies at my mums": whom the answer begins with. */
export function answeredByName(call: ReadCall, turn: ReadTurn, others: ReadonlySet<string>): readonly Pet[] {
  const word = ASKS_AFTER.exec(questionBefore(call, turn.index)?.plain ?? '')?.[1];
  const kind = word === undefined ? undefined : kindOf(word);
  const match =
    /^(?:\W|\b(?:yes|yeah|no|oh|ah|um|uh|well)\b)*(?:[^.!?]{0,25}[.!?] )??([\p{L}-]{3,}?)('s|s|\?|,)? (?:she|he|she's|he's|shes|hes|is|at|with|in|on|not|staying|stays|comes|gone)\b/u.exec(
      turn.plain,
    );
  const name = match?.[1] ?? '';
  if (!kind || !match || isOneOf(name, others) || CLOSED_WORDS.has(name) || looksOrdinary(name)) return [];
  const start = match.index + match[0].lastIndexOf(name);
  if (isCased(turn.text) && !/^\p{Lu}/u.test(turn.text.slice(start))) return [];
  return [{ kind, name: inNameCase(name), turn: turn.index, start, end: start + name.length }];
}

const ASKS_FOR_PETS = /\b(?:any|have|got|are there) (?:any )?(?:pets|animals|dogs or cats|cats or dogs)\b/;
const HAS_ONE = new RegExp(
  `(?:^|[.,] |\\b(?:yes|yeah|just|only|got|have|we've|i've|one|there's|theres) )(?:an?|one|two|three) (?:\\w+ )?(${KIND})(?![\\w-])`,
);

/** "Any pets?" – "a goldfish if that counts". */
export function petsOfAnswer(call: ReadCall, turn: ReadTurn): readonly Pet[] {
  if (!ASKS_FOR_PETS.test(questionBefore(call, turn.index)?.plain ?? '')) return [];
  const match = HAS_ONE.exec(turn.plain);
  const kind = match?.[1] === undefined ? undefined : kindOf(match[1]);
  if (!match || !kind || /\b(?:no|not|used to|had|lost|want|getting)\b/.test(turn.plain)) return [];
  return [{ kind, turn: turn.index, start: match.index, end: match.index + match[0].length }];
}

const ASKS_FOR_NAME = new RegExp(
  `\\b(?:${KIND}|pet|his|her|its|their|animal|patient)(?:'s|s)? names?\\b|^(?:and |what about )*(?:the|your) (?:other )?(?:${KIND})\\W*$|\\bwhat(?:'s| is| are|re)? (?:he|she|it|they|the (?:${KIND})|your (?:${KIND})) called|\\b(?:name of|what do you call) (?:the|your|him|her|them)\\b|\\bwho (?:are we|is it we're|do we have|will we be) seeing|\\bwhat(?:'s| is) (?:his|her|its|their) names?|^names?\\?*$|\\bwhich (?:ones?|${KIND}|pets?|animals?)\\b|\\bhow many (?:${KIND}|pets|animals)\\b|^(?:thanks|thank you|ok|okay|right|lovely|great)?,? ?(?:\\w+ )?and the (?:${KIND})\\W*$`,
);
const ASKS_FOR_KIND = new RegExp(`\\bwhat (?:kind|kinda|sort|breed|type)\\b[^?]*\\b(?:${KIND}|pet)|\\bwhat breed\\b`);
const LEAD =
  /^(?:[\s,.]|\b(?:it's|its|his|her|their|names?|is|are|name's|he's|she's|they're|hes|shes|yeah|yes|sure|uh|um|er|oh|called|this is|that's|thats|that'd be|would be|ha|haha|right|so|well|we call (?:him|her|it)|goes by|one|two|three|just|only|the|now|there's|theres|there is|there are)\b)*/;

/** "What's your dog's name?" – "Rex"; "What kinda dog?" – "a Newfie. Bear." */
export function answeredPets(call: ReadCall, turn: ReadTurn, found: readonly Pet[]): readonly Pet[] {
  const question = questionBefore(call, turn.index);
  if (!question) return [];
  const { plain } = turn;
  const asked = question.plain;
  const kindAsked = new RegExp(`\\b(${KIND})\\b`).exec(asked)?.[1];
  const isName = ASKS_FOR_NAME.test(asked) || question.sentences.some(({ plain }) => ASKS_FOR_NAME.test(plain));
  const isKind = ASKS_FOR_KIND.test(asked);
  if (!isName && !isKind) return [];
  const last = found.findLast(({ turn: at, name }) => name === undefined && at >= turn.index - 4);
  const kind =
    (kindAsked && kindOf(kindAsked)) ??
    (isName ? (last?.kind ?? kindBefore(call, turn.index) ?? kindHere(plain)) : undefined);
  if (!kind) return [];
  if (!isName) {
    const said = new RegExp(`\\b(${KIND})(?![\\w-])`).exec(plain);
    const end = said ? said.index + said[0].length : plain.search(/[.,]|$/);
    const named = readRelatedName(turn.text, end) ?? loneNameAfter(turn, end);
    const own = (said && petKindOf(said[1] ?? '')) || kind;
    return named ? [{ kind: own, name: named.name, turn: turn.index, start: 0, end: named.end }] : [];
  }
  if (/\b(?:he|she|it|they) belongs? to\b/.test(plain)) return [];
  const lead = LEAD.exec(plain)?.[0].length ?? 0;
  return namesOfAnswer(turn.text, lead).map(({ name, end }) => ({ kind, name, turn: turn.index, start: lead, end }));
}

/** "rolo and twix theyre both cockapoos": the kind that the answer says. */
const kindHere = (plain: string): string | undefined => {
  const word = new RegExp(`\\b(?:an?|the|both|all|my|two|three) (?:\\w+ )?(${KIND})(?![\\w-])`).exec(plain)?.[1];
  return word === undefined ? undefined : kindOf(word);
};

/** The kind that the caller spoke of last. */
function kindBefore(call: ReadCall, index: number): string | undefined {
  for (const turn of call.turns.slice(0, index).reverse()) {
    const { plain } = turn;
    const kind = turn.speaker === 'caller' ? (ownKindIn(plain) ?? aKindIn(plain)) : undefined;
    if (kind) return kind;
  }
  return undefined;
}

/** "register a kitten", "both my dogs". */
function aKindIn(plain: string): string | undefined {
  const match = new RegExp(`\\b(?:an?|the|both|this) (?:\\w+ )?(${KIND})(?![\\w-])`).exec(plain);
  return match?.[1] && !NO_PET.test(plain.slice(match.index + match[0].length)) && !LOOSE_KINDS.has(match[1])
    ? kindOf(match[1])
    : undefined;
}

const NAMED_ALONE =
  /\b(?:name's|names|his name is|her name is|its name is|his name's|her name's|he's called|she's called|hes called|shes called|it's called) ([\p{L}'-]+)|(?:^|[.!?,] |\b(?:pup|puppy|kitten|thing) )([\p{L}'-]+),? (?:he's|she's|it's|hes|shes|its|he is|she is) called\b/u;

/** "Names tater", "Snowy, he's called": of the animal that was spoken of last, by either side. */
export function namedAlone(call: ReadCall, turn: ReadTurn): readonly Pet[] {
  const { plain } = turn;
  const question = questionBefore(call, turn.index);
  const match =
    NAMED_ALONE.exec(plain) ??
    mineIs(turn.text) ??
    (/\bnames?\b|\bcalled\b/i.test(question?.text ?? '') ? namedHere(turn.text) : namedThere(turn.text, plain));
  const word = match?.[1] ?? match?.[2];
  if (!match || !word || CLOSED_WORDS.has(word) || PEOPLE.test(plain.slice(0, match.index + match[0].length)))
    return [];
  const said = plain.slice(0, match.index);
  const person = SOMEBODY.exec(said);
  // "Otis is my sister's. Her name's Willow.": the last one spoken of is a person.
  if (person && !new RegExp(`\\b(?:${KIND})\\b`).test(said.slice(person.index))) return [];
  const kind = lastKind(call, turn.index, said);
  if (!kind) return [];
  const at = match.index + match[0].lastIndexOf(word);
  const name = petNameAt(turn.text, at, true)?.name ?? inNameCase(word);
  const place = { kind, turn: turn.index, start: match.index, end: match.index + match[0].length };
  const second = match[1] === undefined ? undefined : match[2];
  return [name, ...(second === undefined ? [] : [inNameCase(second)])].map((one) => ({ ...place, name: one }));
}

/** "Pangur belongs to the housekeeper. Mine is Augustine". */
const mineIs = (text: string): RegExpExecArray | null => {
  const match = /\b[Mm]ine(?:'s| is|'s called| is called) (\p{Lu}\p{L}+)(?=[.,!?]|$| and\b)/u.exec(text);
  if (match?.[1]) match[1] = match[1].toLowerCase();
  return match;
};

/** "Hers or mine? She's Clementine.", in answer to a question for a name. */
const namedHere = (text: string): RegExpExecArray | null => {
  const match = /\b(?:[Hh]e's|[Ss]he's) (\p{Lu}\p{L}+)(?=[.,!?]|$)/u.exec(text);
  if (match?.[1]) match[1] = match[1].toLowerCase();
  return match;
};

/** "For goats. They are Peter and Paul", "if the mule's in the road, that's Mrs. Roosevelt". */
const namedThere = (text: string, plain: string): RegExpExecArray | null => {
  const match =
    /(?:[.!,] |^)(?:[Tt]hat's|[Tt]hat is|[Tt]hat'd be|[Tt]hey are|[Tt]hey're) ((?:Mrs?\.? |Miss |Sir |Lady )?\p{Lu}[\p{L}. ]+?)(?: and (\p{Lu}\p{L}+))?(?=[.,!?]|$)/u.exec(
      text,
    );
  const kind = match && new RegExp(`\\b${KIND}\\b`).exec(plain.slice(Math.max(0, match.index - 60), match.index));
  if (!match?.[1] || !kind) return null;
  match[1] = match[1].toLowerCase();
  return match;
};

/** People whose name it may be: those between the animal and the name. */
const PEOPLE =
  /\b(?:my|our|the) (?:wife|husband|son|daughter|mum|mom|dad|mother|father|sister|brother|partner|boss|doctor|vet|guy|lady|girl|manager|friend|neighbou?r|colleague)\b[^.!?]*$|\bmy name\b/;

const SOMEBODY =
  /\b(?:my|our) (?:wife|husband|son|daughter|mum|mom|dad|mother|father|sister|brother|partner|boss|friend|neighbou?r|girlfriend|boyfriend)\b(?!.*\b(?:dropped|took|found|brought))/;

function lastKind(call: ReadCall, index: number, before: string): string | undefined {
  const texts = [...call.turns.slice(Math.max(0, index - 5), index).map(({ plain }) => plain), before];
  for (const text of texts.reverse()) {
    const last = Array.from(text.matchAll(MENTION)).findLast(
      (match) =>
        !LOOSE_KINDS.has(match[1] ?? '') &&
        !NO_PET.test(text.slice(match.index + match[0].length)) &&
        !NOT_OWN_HERE.test(text.slice(Math.max(0, match.index - 45), match.index).replace(/\byour\b/g, 'the')),
    );
    if (last?.[1]) return kindOf(last[1]);
  }
  return undefined;
}
