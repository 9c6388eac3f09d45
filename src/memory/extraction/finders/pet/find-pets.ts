import type { Finder } from '../../finder.js';
import { answeringTurn, questionBefore, readAnswer } from '../../language/assent.js';
import { plainText } from '../../language/plain-text.js';
import { CLOSED_WORDS, looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { readNameAt, usesCapitals } from '../../names/read-name.js';
import { readCalledAfter, readNameList, readRelatedName } from '../../names/read-related-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { agentNames } from '../family/find-family.js';
import { KIND_WORDS, LOOSE_KINDS, petKindOf } from './pet-kinds.js';

/** An animal of the caller. */
export interface Pet {
  readonly kind: string;
  readonly name?: string | undefined;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

const ADJECTIVES =
  '(?:(?:little|wee|big|large|small|old|older|elderly|young|new|other|poor|lovely|beautiful|house|pet|rescue|indoor|outdoor|male|female|black|white|brown|grey|gray|ginger|tabby|chocolate|yellow|golden|miniature|mini|standard|toy|giant|bloody|silly|crazy|two|three|four|registered|\\w+[- ](?:year|month|week)[- ]old|\\d+)[ ,-]+){0,4}';
const KIND = `(?:${KIND_WORDS})(?:s|es)?`;
const OWN = new RegExp(
  `\\b(my|our|me|yes|yeah|we've|i've|we have|i have|have|got|there's|theres|there is|we've also|own|registered) (?:just |also |now |still |already |only |both )*(?:got |adopted |taken on )?(?:an? |the |this |another |one |my late \\w+'s )?(${ADJECTIVES})(${KIND})(?![\\w-])`,
  'g',
);
const THE = new RegExp(
  `\\b(?:the|this) (${ADJECTIVES})(dog|cat|puppy|pup|kitten|rabbit|parrot|hamster|tortoise)(?![\\w-])`,
  'g',
);
/** "Rex, he's a labrador", "she's Pretzel, a dachshund", "Mabel … she's the new cat". */
const NAME_FIRST = new RegExp(
  `([\\p{L}'-]+)(?:,? (?:he's|she's|it's|hes|shes|he is|she is|is|who's|that's)|,|(?= the ))(?: \\w+ing)? (?:just |only |still )?(?:an?|the|my|our) (${ADJECTIVES})(?:[\\w-]+ )?(${KIND})(?![\\w-])`,
  'gu',
);
/** "Mabel this time as well, she's the new cat". */
const NAME_LONG_BEFORE = new RegExp(
  `([\\p{L}'-]+)(?: [a-z]+){1,4}, (?:he's|she's) (?:the|my|our|a) (${ADJECTIVES})(${KIND})(?![\\w-])`,
  'gu',
);
const NO_PET =
  /^[ -]+(?:yoga|cheese|milk|curry|meat|food|sitter|sitters|groomer|grooming|walker|kennels?|hair|person|people|friendly|park|lover|flap|litter|bed|allergy|show|treats?|lead|leash|collar|insurance|policy|scan|owner|breeder|nap|burglar|eared|day|days|bowl|house|box)\b/;
const NOT_OWN =
  /\b(?:neighbou?r's|neighbou?rs|friend's|sister's|brother's|mum's|mom's|daughter's|son's|his|her|their|your|someone's|somebody's|no|any|not an?|without an?|if|like an?|allergic to|hate|afraid of|scared of|used to have an?|had an?|lost|want an?|getting an?|get an?|looking for an?|buy an?|allow|hot|sick as an?|a dead|a guard)\s*$/;
const GONE_AFTER =
  /^[^.!?]{0,30}\b(?:was (?:of )?my|belongs to|belonged to|passed|died|was put (?:down|to sleep)|has gone|flew off|ran away|is dead|passed away)\b/;

/** The caller's pets, with their names where these were said. */
export const findPets: Finder = (call) =>
  petsIn(call).map(({ kind, name, turn, start, end }) => ({
    predicate: 'pet',
    value: name ? `${kind} ${name}` : kind,
    statement: `has a ${kind}${name ? ` called ${name}` : ''}`,
    turn,
    quote: call.turns[turn]?.text.slice(start, end) ?? '',
    confidence: 0.85,
  }));

/** The caller's animals at the end of the call. */
export function petsIn(call: ReadCall): readonly Pet[] {
  const found: Pet[] = [];
  const gone = new Set<string>();
  const others = agentNames(call);
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') found.push(...agreed(call, turn));
    if (turn.speaker !== 'caller') continue;
    const plain = plainText(turn.text);
    const dead = /(?:^|[.!?]\s*|\b)(\p{L}+)\?? (?:he|she|it)?'?s? ?(?:passed|died|was put)/u.exec(plain);
    if (dead?.[1]) gone.add(dead[1]);
    found.push(
      ...nameFirst(turn, plain),
      ...mentioned(turn, plain, others),
      ...owned(turn, plain, others),
      ...namedAlone(call, turn, plain),
      ...pointed(call, turn, plain, others, found),
      ...answered(call, turn, plain, found),
    );
  }
  return merged(found.filter(({ name }) => !name || !gone.has(name.toLowerCase())));
}

function nameFirst(turn: ReadTurn, plain: string): readonly Pet[] {
  return [...plain.matchAll(NAME_FIRST), ...plain.matchAll(NAME_LONG_BEFORE)].flatMap((match) => {
    const spoken = readNameAt(turn.text, match.index);
    const kind = petKindOf(match[3] ?? '');
    // "the lad's Jeevan, the rabbit's Snowy".
    if (/^['’]s \p{Lu}/u.test(turn.text.slice(match.index + match[0].length))) return [];
    if (!spoken || !kind || spoken.start !== match.index || NO_PET.test(plain.slice(match.index + match[0].length)))
      return [];
    const word = (match[1] ?? '').toLowerCase();
    if (
      !spoken.isCapital &&
      !(isGivenName(word) || /\b(?:called|named|name is|name's) $/.test(plain.slice(0, match.index)))
    )
      return [];
    if (looksOrdinary(word) && !isGivenName(word) && !spoken.isCapital) return [];
    return [{ kind, name: spoken.name, turn: turn.index, start: match.index, end: match.index + match[0].length }];
  });
}

const MENTION = new RegExp(`(?<![\\w'-])(${KIND})(?![\\w-])`, 'g');
const NOT_OWN_HERE =
  /\b(?:his|her|their|your|no|any|another|not an?|without an?|if|like an?|allergic to|allergic to the|as in|like|like the|for|keep an?|have kept an?|hate|scared of|afraid of|used to have an?|had an?|lost|lost our|want an?|getting an?|buy an?|hot|sick as an?|(?!(?:that|it|he|she|there|what|here|who)'s)\w+'s|next door's|neighbou?rs?|sister's|mate's|late|old (?:neighbou?r|friend)'s)(?: \w+)?\s*$/;
const ELSEWHERE =
  /\b(?:next door|neighbou?r'?s?|my (?:sister|brother|mum|mom|mate|friend|housemate|flatmate|son|daughter)'s|belongs to (?:him|her|them|the))\b/;

/** Animals with their names, in whatever words: "the tortoise, Herbert", "Irish setter called Brandy", "twa ponies, Heather and Thistle". */
function mentioned(turn: ReadTurn, plain: string, others: ReadonlySet<string>): readonly Pet[] {
  return Array.from(plain.matchAll(MENTION)).flatMap((match): readonly Pet[] => {
    const word = match[1] ?? '';
    const end = match.index + match[0].length;
    const kind = petKindOf(word) ?? petKindOf(word.replace(/e?s$/, ''));
    const before = plain.slice(Math.max(0, match.index - 45), match.index);
    const after = plain.slice(end);
    if (!kind || NO_PET.test(after) || GONE_AFTER.test(after) || NOT_OWN_HERE.test(before) || ELSEWHERE.test(before))
      return [];
    if (/\bno (?:pets|animals)\b|\bdon't (?:have|keep) (?:any )?(?:pets|animals)\b/.test(plain)) return [];
    // "Lizard Island" is a place.
    if (/[^.!?] $/.test(before) && /^\p{Lu}[\p{Ll}]+ \p{Lu}/u.test(turn.text.slice(match.index))) return [];
    if (isPlural(word)) {
      const gap = /^(?: (?:are )?(?:called|named) |[,:] |,? their names are |,? names? of |,? that's |,? )/.exec(
        after,
      )?.[0];
      const names =
        gap === undefined
          ? []
          : readNameList(turn.text, end + gap.length).filter(({ name }) => !others.has(name.toLowerCase()));
      return names.length > 1
        ? names.map(({ name, end: to }) => ({ kind, name, turn: turn.index, start: match.index, end: to }))
        : [];
    }
    const named =
      petApposition(turn.text, end, others) ??
      plainName(turn.text, plain, match.index, end) ??
      readRelatedName(turn.text, end, others) ??
      (LOOSE_KINDS.has(word) ? undefined : readCalledAfter(turn.text, end));
    return named ? [{ kind, name: named.name, turn: turn.index, start: match.index, end: named.end }] : [];
  });
}

const isPlural = (word: string): boolean =>
  word.endsWith('s') &&
  !/^(?:siamese|bernese)$/.test(word) &&
  petKindOf(word.replace(/e?s$/, '').replace(/i$/, 'y')) !== undefined;

/** "Our rabbit clover shes not eating": without capitals, a word that is no ordinary one before what the animal does. */
function plainName(text: string, plain: string, at: number, end: number): { name: string; end: number } | undefined {
  if (usesCapitals(text)) return undefined;
  const isOwn = /\b(?:my|our|me) (?:\w+ ){0,2}$/.test(plain.slice(0, at));
  if (!isOwn && !/^ \p{L}{3,} (?:hes|shes|he's|she's)\b/u.test(plain.slice(end))) return undefined;
  const word =
    /^ (\p{L}{3,})(?= (?:he|she|hes|shes|he's|she's|is|has|isn't|isnt|hasn't|hasnt|was|won't|wont|who|whos|who's)\b|[.,]|$)/u.exec(
      plain.slice(end),
    )?.[1];
  if (!word || looksOrdinary(word) || CLOSED_WORDS.has(word)) return undefined;
  return { name: word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()), end: end + 1 + word.length };
}

/** Any word between commas or alone: "the budgie, sweep, he …", "He's a husky. Balto.", "the rabbit's Snowy". */
function petApposition(
  text: string,
  from: number,
  others: ReadonlySet<string>,
): { name: string; end: number } | undefined {
  const rest = text.slice(from);
  const gap =
    /^(?:, (?:that's |he's |she's |name of |called )?|['’]s (?:called |name is |name's )?| is called | called | named )(?=\p{L})/u.exec(
      rest,
    )?.[0] ??
    /^[.!?] (?=\p{Lu}[\p{Ll}-]+(?:[.!]|['’]s (?:after|not|got|been|lame|limping|off|having|still|had|sick)\b))/u.exec(
      rest,
    )?.[0];
  if (gap === undefined) return undefined;
  const word = /^[\p{L}][\p{L}'’-]*/u.exec(rest.slice(gap.length))?.[0].replace(/['’]s$/, '');
  if (!word || word.length < 2 || CLOSED_WORDS.has(word.toLowerCase()) || others.has(word.toLowerCase()))
    return undefined;
  const end = from + gap.length + word.length;
  const after = text.slice(end);
  if (
    !/^(?:['’]s\b|\s*(?:[.,!?;–-]|$)| we call (?:him|her|it))/.test(after) &&
    !(/called|name/.test(gap) || (/^['’]s/.test(gap) && /^\p{Lu}/u.test(word)))
  )
    return undefined;
  const isCapital = /^\p{Lu}/u.test(word);
  if (usesCapitals(text) ? !isCapital : looksOrdinary(word.toLowerCase()) && !isGivenName(word.toLowerCase()))
    return undefined;
  if (
    /^(?:Yes|No|Yeah|Thanks|Please|Sorry|Ok|Okay|Right|Great|Bye|Cheers|Just|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/i.test(
      word,
    )
  )
    return undefined;
  return { name: word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()), end };
}

const NAMED_ALONE =
  /\b(?:name's|names|his name is|her name is|its name is|his name's|her name's|he's called|she's called|hes called|shes called|it's called) ([\p{L}'-]+)|(?:^|[.!?,] |\b(?:pup|puppy|kitten|thing) )([\p{L}'-]+),? (?:he's|she's|it's|hes|shes|its|he is|she is) called\b/u;

/** "Names tater", "Snowy, he's called": of the animal that was spoken of last, by either side. */
function namedAlone(call: ReadCall, turn: ReadTurn, plain: string): readonly Pet[] {
  const question = questionBefore(call, turn.index);
  const match =
    NAMED_ALONE.exec(plain) ?? (/\bnames?\b|\bcalled\b/i.test(question?.text ?? '') ? namedHere(turn.text) : null);
  const word = match?.[1] ?? match?.[2];
  if (!match || !word || CLOSED_WORDS.has(word) || PEOPLE.test(plain.slice(0, match.index + match[0].length)))
    return [];
  const said = plain.slice(0, match.index);
  const person = SOMEBODY.exec(said);
  // "Otis is my sister's. Her name's Willow.": the last one spoken of is a person.
  if (person && !new RegExp(`\\b(?:${KIND})\\b`).test(said.slice(person.index))) return [];
  const kind = lastKind(call, turn.index, said);
  if (!kind) return [];
  const name = word.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return [{ kind, name, turn: turn.index, start: match.index, end: match.index + match[0].length }];
}

/** "Hers or mine? She's Clementine.", in answer to a question for a name. */
const namedHere = (text: string): RegExpExecArray | null => {
  const match = /\b(?:[Hh]e's|[Ss]he's) (\p{Lu}\p{L}+)(?=[.,!?]|$)/u.exec(text);
  if (match?.[1]) match[1] = match[1].toLowerCase();
  return match;
};

/** People whose name it may be: those between the animal and the name. */
const PEOPLE =
  /\b(?:my|our|the) (?:wife|husband|son|daughter|mum|mom|dad|mother|father|sister|brother|partner|boss|doctor|vet|guy|lady|girl|manager|friend|neighbou?r|colleague)\b[^.!?]*$|\bmy name\b/;

const SOMEBODY =
  /\b(?:my|our) (?:wife|husband|son|daughter|mum|mom|dad|mother|father|sister|brother|partner|boss|friend|neighbou?r|girlfriend|boyfriend)\b(?!.*\b(?:dropped|took|found|brought))/;

function lastKind(call: ReadCall, index: number, before: string): string | undefined {
  const texts = [...call.turns.slice(Math.max(0, index - 5), index).map(({ text }) => plainText(text)), before];
  for (const text of texts.reverse()) {
    const last = Array.from(text.matchAll(MENTION)).findLast(
      (match) =>
        !LOOSE_KINDS.has(match[1] ?? '') &&
        !NO_PET.test(text.slice(match.index + match[0].length)) &&
        !NOT_OWN_HERE.test(text.slice(Math.max(0, match.index - 45), match.index).replace(/\byour\b/g, 'the')),
    );
    if (last?.[1]) return petKindOf(last[1]) ?? petKindOf(last[1].replace(/e?s$/, ''));
  }
  return undefined;
}

/** "Dot the kelpie?" – "That's her"; "Is your pet still Pickle, a hedgehog?" – "Pickle, yes"; "Is Biscuit a beagle?" – "No, he's a cat". */
function agreed(call: ReadCall, turn: ReadTurn): readonly Pet[] {
  const answer = answeringTurn(call, turn.index);
  if (answer?.speaker !== 'caller' || !/\?/.test(turn.text)) return [];
  const said = plainText(answer.text);
  return Array.from(
    turn.text.matchAll(
      new RegExp(
        `(?<![\\p{L}])(\\p{Lu}[\\p{L}'-]+?)(?:,? (?:the|your|a|an|is an?|is your|is the)|['’]s (?:the|your|an?)) (?:(?:\\p{Ll}+) ){0,2}?(${KIND})(?![\\w-])|(?<=\\byour (?:\\p{Ll}+ )?)(${KIND}),? (?:called |named |is )?(\\p{Lu}[\\p{L}'-]+)`,
        'gu',
      ),
    ),
  ).flatMap((match): readonly Pet[] => {
    const name = match[1] ?? match[4] ?? '';
    const kind = petKindOf((match[2] ?? match[3] ?? '').toLowerCase());
    if (!kind || CLOSED_WORDS.has(name.toLowerCase()) || /^(?:And|So|Okay|Right|Is|For)$/.test(name)) return [];
    const place = { name, turn: turn.index, start: match.index, end: match.index + match[0].length };
    const isYes =
      readAnswer(answer.text).kind === 'yes' ||
      new RegExp(`^\\W*${name.toLowerCase()},? (?:yes|yeah|yep)|^\\W*(?:that's|thats) (?:her|him|the one)\\b`).test(
        said,
      );
    if (isYes) return [{ kind, ...place }];
    const other = new RegExp(`\\b(?:he's|she's|it's|hes|shes|he is|she is) an? (?:\\w+ )?(${KIND})(?![\\w-])`).exec(
      said,
    )?.[1];
    const right = other && petKindOf(other);
    return right ? [{ kind: right, ...place, turn: answer.index, start: 0, end: said.length }] : [];
  });
}

function owned(turn: ReadTurn, plain: string, others: ReadonlySet<string>): readonly Pet[] {
  return Array.from(plain.matchAll(OWN)).flatMap((match): readonly Pet[] => {
    const end = match.index + match[0].length;
    const word = match[3] ?? '';
    const kind = petKindOf(word);
    const before = plain.slice(Math.max(0, match.index - 30), match.index);
    if (
      !kind ||
      NO_PET.test(plain.slice(end)) ||
      GONE_AFTER.test(plain.slice(end)) ||
      /^'s? (?:breeder|owner)/.test(plain.slice(end))
    )
      return [];
    if (
      NOT_OWN.test(before) ||
      /\b(?:used to|if|don't|do not|haven't|never|wish|do you|does he|did you|she|he|they|who)\s*$/.test(before) ||
      /\b(?:used to have|had) /.test(match[0])
    )
      return [];
    const isPlural =
      /s$/.test(word) && !/^(?:siamese|rottweilers)$/.test(word) && petKindOf(word.slice(0, -1)) !== undefined;
    if (isPlural) {
      const gap = /^[^.!?]{0,40}?[,:]\s*(?=\p{L})|^ (?:called |named )(?=\p{L})| (?=\p{L})/u.exec(
        plain.slice(end),
      )?.[0];
      return gap === undefined
        ? []
        : readNameList(turn.text, end + gap.length).map((name) => ({
            kind,
            name: name.name,
            turn: turn.index,
            start: match.index,
            end: name.end,
          }));
    }
    const named = readRelatedName(turn.text, end, others);
    const isMine = /^(?:my|our|me)$/.test(match[1] ?? '');
    if (!named && (LOOSE_KINDS.has(word) || (!isMine && !/^(?:we|i|have|own|got|there)/.test(match[1] ?? ''))))
      return [];
    return [{ kind, name: named?.name, turn: turn.index, start: match.index, end: Math.max(end, named?.end ?? 0) }];
  });
}

/** "Mind the cat, she bolts. Pickles.": the animal that is at home, by its name in the next words. */
function pointed(
  call: ReadCall,
  turn: ReadTurn,
  plain: string,
  others: ReadonlySet<string>,
  found: readonly Pet[],
): readonly Pet[] {
  return Array.from(plain.matchAll(THE)).flatMap((match): readonly Pet[] => {
    const end = match.index + match[0].length;
    const kind = petKindOf(match[2] ?? '');
    if (
      !kind ||
      NO_PET.test(plain.slice(end)) ||
      GONE_AFTER.test(plain.slice(end)) ||
      found.some((pet) => pet.kind === kind && pet.name)
    )
      return [];
    if (
      /\b(?:took|next door's|neighbou?r)\b/.test(plain) ||
      /^[^.!?]{0,15}\b(?:next door|across|down the road|outside)\b/.test(plain.slice(end))
    )
      return [];
    const own = readRelatedName(turn.text, end, others);
    const alone = /^[^.!?]{0,40}[.!?]\s+(?=\p{Lu})/u.exec(turn.text.slice(end));
    const spoken = own ?? (alone ? loneName(turn.text, end + alone[0].length, others) : undefined);
    const isHome =
      /\b(?:mind|watch|feed|feeding|walk|brush|bring|bringing|groom|clip|vaccinat\w+|booster|wormed|neutered|spayed)\b/.test(
        plain,
      ) || /\b(?:vet|pet|kennel|grooming|animal|dog|cat)\b/i.test(call.turns[0]?.text ?? '');
    return spoken || isHome
      ? [{ kind, name: spoken?.name, turn: turn.index, start: match.index, end: Math.max(end, spoken?.end ?? 0) }]
      : [];
  });
}

/** A sentence that is a name and nothing else. */
function loneName(text: string, at: number, others: ReadonlySet<string>): { name: string; end: number } | undefined {
  const alone = /^\p{Lu}[\p{L}'-]+(?=[.!?]|$)/u.exec(text.slice(at))?.[0];
  return alone &&
    !others.has(alone.toLowerCase()) &&
    !/^(?:yes|no|thanks|cheers|sorry|please|ok|okay|right|bye|great|perfect)$/i.test(alone)
    ? { name: alone, end: at + alone.length }
    : undefined;
}

/** "What's your dog's name?" – "Rex"; "What kinda dog?" – "a Newfie. Bear." */
function answered(call: ReadCall, turn: ReadTurn, plain: string, found: readonly Pet[]): readonly Pet[] {
  const question = questionBefore(call, turn.index);
  if (!question) return [];
  const asked = plainText(question.text);
  const kindAsked = new RegExp(`\\b(${KIND})\\b`).exec(asked)?.[1];
  const isName = new RegExp(
    `\\b(?:${KIND}|pet|his|her|its|their|animal)(?:'s|s)? names?\\b|^(?:and |what about )*(?:the|your) (?:other )?(?:${KIND})\\W*$|\\bwhat(?:'s| is| are) (?:he|she|it|they) called|\\bname of (?:the|your) (?:${KIND}|pet)|\\bwho (?:are we|is it we're) seeing|\\bwhat(?:'s| is) (?:his|her|its|their) names?`,
  ).test(asked);
  const isKind = new RegExp(`\\bwhat (?:kind|kinda|sort|breed|type)\\b[^?]*\\b(?:${KIND}|pet)|\\bwhat breed\\b`).test(
    asked,
  );
  const plural = isName ? kindBefore(call, turn.index) : undefined;
  const last = found.findLast(({ turn: at, name }) => name === undefined && at >= turn.index - 4);
  const kind =
    (kindAsked && petKindOf(kindAsked)) ??
    (isName && /\b(?:his|her|its|their|called|pet)\b/.test(asked) ? (last?.kind ?? plural) : undefined);
  if (!kind || !(isName || isKind)) return [];
  if (isKind) {
    const said = new RegExp(`\\b(${KIND})(?![\\w-])`).exec(plain);
    const end = said ? said.index + said[0].length : plain.search(/[.,]|$/);
    const named = readRelatedName(turn.text, end) ?? loneNameAfter(turn, end);
    return named
      ? [
          {
            kind: (said && petKindOf(said[1] ?? '')) || kind,
            name: named.name,
            turn: turn.index,
            start: 0,
            end: named.end,
          },
        ]
      : [];
  }
  const lead =
    /^(?:[\s,.]|\b(?:it's|its|his|her|name|is|name's|he's|she's|they're|yeah|yes|sure|uh|um|called|this is|that's|oh)\b)*/.exec(
      plain,
    )?.[0].length ?? 0;
  return readNames(turn.text, lead).map(({ name, end }) => ({ kind, name, turn: turn.index, start: lead, end }));
}

/** The kind that the caller spoke of last: "two poodles". */
function kindBefore(call: ReadCall, index: number): string | undefined {
  for (const turn of call.turns.slice(0, index).reverse()) {
    const match = turn.speaker === 'caller' ? Array.from(plainText(turn.text).matchAll(OWN)).at(-1) : undefined;
    if (match?.[3]) return petKindOf(match[3]);
  }
  return undefined;
}

function loneNameAfter(turn: ReadTurn, end: number): { name: string; end: number } | undefined {
  const gap = /^[^.!?]{0,20}[.!?]\s+/.exec(turn.text.slice(end))?.[0];
  return gap === undefined ? undefined : loneName(turn.text, end + gap.length, new Set());
}

/** Pets have any name: a word that stands alone is one. */
function readNames(text: string, at: number): readonly { name: string; end: number }[] {
  const list = readNameList(text, at);
  if (list.length > 0) return list;
  const spoken = /^(\p{L}[\p{L}'-]+)(?=\s*(?:$|[.,!?]|and\b|he\b|she\b))/u.exec(text.slice(at))?.[1];
  if (!spoken || /^(?:no|yes|i|it|he|she|we|the|not|why|what|sorry)$/i.test(spoken)) return [];
  return [{ name: spoken.replace(/^\p{L}/u, (letter) => letter.toUpperCase()), end: at + spoken.length }];
}

/** Kinds that are said more exactly later: "my snake … it's a ball python". */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  snake: ['ball python'],
  bird: ['parrot', 'budgie', 'cockatiel', 'canary'],
  lizard: ['gecko', 'bearded dragon'],
};

/** One of each; a kind without a name is the named one of that kind. */
function merged(all: readonly Pet[]): readonly Pet[] {
  const found = all.filter(
    ({ kind, name }) => name || !WIDER[kind]?.some((exact) => all.some((other) => other.kind === exact)),
  );
  const kept: Pet[] = [];
  for (const pet of found) {
    const same = kept.findIndex((other) =>
      other.name?.toLowerCase() === pet.name?.toLowerCase()
        ? other.name !== undefined || other.kind === pet.kind
        : other.kind === pet.kind && (!other.name || !pet.name),
    );
    if (same < 0) kept.push(pet);
    else if (pet.name && !kept[same]?.name) kept[same] = pet;
  }
  return kept;
}
