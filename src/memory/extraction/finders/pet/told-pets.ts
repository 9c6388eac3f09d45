import { firstMatches } from '../../language/first-matches.js';
import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readCalledAfter, readNameList, readRelatedName } from '../../names/read-related-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { isPlainWord } from './animal-names.js';
import { ADJECTIVES, GONE_AFTER, isPlural, KIND, kindOf, MENTION, NO_PET, NOT_OWN_HERE } from './kind-mentions.js';
import type { Pet } from './pet.js';
import { FARM_KINDS, LOOSE_KINDS, petKindOf } from './pet-kinds.js';
import { isElses, namesBeforeMany, namesOfMany, namesOfTwoKinds } from './pet-lists.js';
import { isOneOf, loneName, nameAfterKind, petNameAt, subjectAfter } from './pet-names.js';

/** The animals that a turn of the caller tells of with their kinds, named or not. */
export function toldPets(
  call: ReadCall,
  turn: ReadTurn,
  others: ReadonlySet<string>,
  found: readonly Pet[],
): readonly Pet[] {
  const { plain } = turn;
  const told = [...nameFirst(turn, plain, others), ...mentioned(turn, plain, others), ...owned(turn, plain, others)];
  return [...told, ...pointed(call, turn, plain, others, [...found, ...told])];
}

const OWN = new RegExp(
  `\\b(my|our|me|yes|yeah|we've|i've|we have|i have|have|got|there's|theres|there is|we've also|own|registered) (?:just |also |now |still |already |only |both )*(?:got |adopted |taken on )?(?:an? |the |this |another |one |my late \\w+'s |(?<=\\b(?:my|our) )(?:(?!\\w+'s)[\\w-]+'? ){1,2})?(${ADJECTIVES})(${KIND})(?![\\w-])`,
  'g',
);

/** The kind that the caller spoke of last: "two poodles". */
export function ownKindIn(plain: string): string | undefined {
  const last = Array.from(plain.matchAll(OWN)).at(-1);
  const isAnimal = last !== undefined && !NO_PET.test(plain.slice(last.index + last[0].length));
  return isAnimal ? kindOf(last[3] ?? '') : undefined;
}

const THE = new RegExp(
  `\\b(?:the|this) (${ADJECTIVES})(dog|cat|puppy|pup|kitten|rabbit|parrot|hamster|tortoise|spaniel|terrier|lab|labrador|retriever|collie|poodle|beagle|budgie)(?![\\w-])`,
  'g',
);
const NAME =
  "(?:(?:sir|lady|lord|captain|mr|mrs|miss|madame|admiral|major|colonel|general|king|queen|prince|princess|professor|chairman|count|duke)\\.? )?[\\p{L}'-]+?";
/** "Rex, he's a labrador", "she's Pretzel, a dachshund", "Ranger's my heeler", "Thor. My Rottweiler". */
const NAME_FIRST = new RegExp(
  `(?<![\\p{L}'-])(${NAME})(?:,? (?:he's|she's|it's|hes|shes|he is|she is|is|who's|who is|that's|thats)|'s|,|[.!](?= my)|(?= the ))(?: \\w+ing)? (?:just |only |still |also |actually )*(?:an?|the|my|our) (?:other )?(${ADJECTIVES})(?:[\\w-]+ )?(${KIND})(?![\\w-])`,
  'gu',
);
function nameFirst(turn: ReadTurn, plain: string, others: ReadonlySet<string>): readonly Pet[] {
  return firstMatches(plain, NAME_FIRST).flatMap((match) => {
    const spoken = petNameAt(turn.text, match.index, false);
    const kind = petKindOf(match[3] ?? '');
    const end = match.index + match[0].length;
    // "the lad's Jeevan, the rabbit's Snowy".
    if (/^['’]s \p{Lu}/u.test(turn.text.slice(end)) || /^['’]s\b/.test(turn.text.slice(end))) return [];
    if (!spoken || isOneOf(spoken.name, others) || isPlainWord(spoken.name, turn.text)) return [];
    if (!kind || NO_PET.test(plain.slice(end)) || GONE_AFTER.test(plain.slice(end))) return [];
    if (/\b(?:she was|he was|was|isn't|not|if)\b/.test(match[0])) return [];
    // "Tell Rufus the cat bites."
    if (/\b(?:tell|ask|warn|remind|let|give|show) $/.test(plain.slice(0, match.index))) return [];
    const word = (match[1] ?? '').toLowerCase();
    const isCapital = /^\p{Lu}/u.test(turn.text.slice(match.index));
    // "Change my address and add the new dog": a deed.
    if (
      !isCapital &&
      !/['’,.]|\b(?:is|s)\b/.test(match[0].slice(word.length, word.length + 4)) &&
      knownGivenName(word) !== 'frequent'
    )
      return [];
    if (
      !isCapital &&
      !(isGivenName(word) || /\b(?:called|named|name is|name's|at|for|about) $/.test(plain.slice(0, match.index)))
    )
      return [];
    if (looksOrdinary(word) && !isGivenName(word) && !isCapital) return [];
    if (looksOrdinary(word) && !isGivenName(word) && /(?:^|[.!?] )$/.test(plain.slice(0, match.index))) return [];
    return [{ kind, name: spoken.name, turn: turn.index, start: match.index, end }];
  });
}

const ELSEWHERE =
  /\b(?:next door|neighbou?r'?s?|my (?:sister|brother|mum|mom|mate|friend|housemate|flatmate|son|daughter)'s|belongs to (?:him|her|them|the))\b/;

/** Animals with their names, in whatever words: "the tortoise, Herbert", "Irish setter called Brandy", "twa ponies, Heather and Thistle". */
function mentioned(turn: ReadTurn, plain: string, others: ReadonlySet<string>): readonly Pet[] {
  if (/\bno (?:pets|animals)\b|\bdon't (?:have|keep) (?:any )?(?:pets|animals)\b/.test(plain)) return [];
  return firstMatches(plain, MENTION).flatMap((match): readonly Pet[] => {
    const word = match[1] ?? '';
    const end = match.index + match[0].length;
    const kind = kindOf(word);
    const before = plain.slice(Math.max(0, match.index - 45), match.index);
    const after = plain.slice(end);
    if (!kind || NO_PET.test(after) || GONE_AFTER.test(after) || NOT_OWN_HERE.test(before) || ELSEWHERE.test(before))
      return [];
    if (EDIBLE.test(word) && !/\b(?:my|our|pet|have|got|keep) (?:\w+ ){0,2}$/.test(before)) return [];
    if (FARM_KINDS.has(word) && !/\b(?:an?|the|my|our|one|this|pet) (?:\w+ )?$/.test(before)) return [];
    // "Lizard Island" is a place.
    if (/[^.!?] $/.test(before) && /^\p{Lu}[\p{Ll}]+ \p{Lu}/u.test(turn.text.slice(match.index))) return [];
    const place = { kind, turn: turn.index, start: match.index };
    if (isPlural(word))
      return [...namesOfMany(turn, end, others), ...namesBeforeMany(turn, match.index, others)].map(
        ({ name, end: to }) => ({ ...place, name, end: Math.max(end, to) }),
      );
    const both = namesOfTwoKinds(turn, plain, match);
    if (both) return both;
    const named =
      nameAfterKind(turn.text, plain, match.index, end, others) ??
      (LOOSE_KINDS.has(word) && !FARM_KINDS.has(word)
        ? undefined
        : (readCalledAfter(turn.text, end) ??
          (/\b(?:an?|the|this|my|our) (?:\w+ )?$/.test(before) ? nextSentence(turn, end, others) : undefined)));
    return named ? [{ ...place, name: named.name, end: named.end }] : [];
  });
}

/** "Mild for the butter chicken, that's for the young bloke, Jett." */
const EDIBLE = /^(?:chicken|duck|goose|turkey|quail|pigeon)$/;

const NOT_OWN =
  /\b(?:neighbou?r's|neighbou?rs|friend's|sister's|brother's|mum's|mom's|daughter's|son's|his|her|their|your|someone's|somebody's|no|any|not an?|without an?|if|like an?|allergic to|hate|afraid of|scared of|used to have an?|had an?|lost|want an?|getting an?|get an?|looking for an?|buy an?|allow|hot|sick as an?|a dead|a guard)\s*$/;

function owned(turn: ReadTurn, plain: string, others: ReadonlySet<string>): readonly Pet[] {
  return firstMatches(plain, OWN).flatMap((match): readonly Pet[] => {
    const end = match.index + match[0].length;
    const word = match[3] ?? '';
    const kind = petKindOf(word);
    const before = plain.slice(Math.max(0, match.index - 30), match.index);
    const after = plain.slice(end);
    if (!kind || NO_PET.test(after) || GONE_AFTER.test(after) || /^'s? (?:breeder|owner)/.test(after)) return [];
    if (
      NOT_OWN.test(before) ||
      /\b(?:used to|if|don't|do not|haven't|never|wish|do you|does he|did you|she|he|they|who)\s*$/.test(before) ||
      /\b(?:used to have|had) /.test(match[0])
    )
      return [];
    const place = { kind, turn: turn.index, start: match.index };
    if (/s$/.test(word) && isPlural(word)) {
      const gap = /^[^.!?]{0,40}?[,:]\s*(?=\p{L})|^ (?:called |named )(?=\p{L})| (?=\p{L})/u.exec(after)?.[0];
      return gap === undefined
        ? []
        : readNameList(turn.text, end + gap.length)
            .filter(({ name }) => !isElses(after, name))
            .map((name) => ({ ...place, name: name.name, end: name.end }));
    }
    const at = end - word.length;
    const named =
      nameAfterKind(turn.text, plain, at, end, others) ??
      namedInTurn(turn, end, others) ??
      calledInTurn(turn, end, others);
    const isMine = /^(?:my|our|me)$/.test(match[1] ?? '');
    if (!named && (LOOSE_KINDS.has(word) || (!isMine && !/^(?:we|i|have|own|got|there)/.test(match[1] ?? ''))))
      return [];
    return [{ ...place, name: named?.name, end: Math.max(end, named?.end ?? 0) }];
  });
}

/** "Me and my greyhound. Well, he thinks I'm his human. Winston.": a sentence of the next three that is a name. */
function namedInTurn(
  turn: ReadTurn,
  end: number,
  others: ReadonlySet<string>,
): { name: string; end: number } | undefined {
  for (const sentence of turn.sentences.filter(({ start }) => start >= end).slice(0, 3)) {
    const name = loneName(turn.text, sentence.start, others);
    if (name) return name;
    if (/\b(?:my|our) (?!name)/.test(sentence.plain) && !new RegExp(`\\b(?:my|our) ${KIND}\\b`).test(sentence.plain))
      return undefined;
  }
  return undefined;
}

/** "A budgie, me daughter calls it mister beaky", "my cat if he freaks out, tater's a mess", "a sheepdog in the yard shep he won't touch". */
function calledInTurn(
  { text, plain }: ReadTurn,
  end: number,
  others: ReadonlySet<string>,
): { name: string; end: number } | undefined {
  const rest = plain.slice(end);
  const called = /^[^.!?]{0,60}?\bcalls? (?:it|him|her) (?=\p{L})/u.exec(rest);
  const subject =
    /^[^.!?]{0,40}?\b(?:he|she)\b[^.!?,]{0,30}, (?=\p{L}{3,20}'s )/u.exec(rest) ??
    /^ (?:in|at|out|on|round) (?:in |at )?the \w+,? (?=\p{L}{3,20},? (?:he|she|he's|she's|hes|shes)\b)/u.exec(rest);
  const lead = called ?? subject;
  const name = lead && petNameAt(text, end + lead[0].length, called !== null);
  if (!name || isOneOf(name.name, others) || isPlainWord(name.name, text)) return undefined;
  return called || !looksOrdinary(name.name.toLowerCase()) ? { name: name.name, end: name.end } : undefined;
}

/** "I've got the farm now and the emu come with it. Kevin." */
function nextSentence(
  turn: ReadTurn,
  end: number,
  others: ReadonlySet<string>,
): { name: string; end: number } | undefined {
  const gap = /^[^.!?]{0,45}[.!?]\s+(?=\p{Lu})/u.exec(turn.text.slice(end))?.[0];
  return gap === undefined || /^'s [a-z]|\b(?:my|our|his|her) /.test(gap)
    ? undefined
    : loneName(turn.text, end + gap.length, others);
}

/** "I'm on my own, only for the cat", "just me and the budgie", "the dog's there and she's not great with strangers". */
const AT_HOME =
  /\b(?:me and|myself and|only for|except for|apart from) the \w+|\bthe \w+(?:'s|s| is) (?:there|here|in)\b/;

/** "Mind the cat, she bolts. Pickles.": the animal that is at home, by its name in the next words. */
function pointed(
  call: ReadCall,
  turn: ReadTurn,
  plain: string,
  others: ReadonlySet<string>,
  found: readonly Pet[],
): readonly Pet[] {
  return firstMatches(plain, THE).flatMap((match): readonly Pet[] => {
    const end = match.index + match[0].length;
    const kind = petKindOf(match[2] ?? '');
    const after = plain.slice(end);
    if (!kind || NO_PET.test(after) || GONE_AFTER.test(after) || found.some((pet) => pet.kind === kind && pet.name))
      return [];
    if (
      NOT_OWN_HERE.test(plain.slice(0, end - (match[2]?.length ?? 0)).slice(-45)) ||
      /\b(?:took|next door's|neighbou?r)\b/.test(plain) ||
      /^[^.!?]{0,15}\b(?:next door|across|down the road|outside)\b/.test(after)
    )
      return [];
    const own = readRelatedName(turn.text, end, others) ?? subjectAfter(turn.text, end, others);
    const alone =
      /^[^.!?]{0,40}[.!?]\s+(?:He|She)['’]s [^.!?]{0,40}, (?:old |our |is )?(?=\p{Lu}[\p{L}-]+[.!?])/u.exec(
        turn.text.slice(end),
      ) ?? /^[^.!?]{0,40}[.!?]\s+(?=\p{Lu})/u.exec(turn.text.slice(end));
    const spoken = own ?? (alone ? loneName(turn.text, end + alone[0].length, others) : undefined);
    const isHome =
      AT_HOME.test(plain.slice(Math.max(0, match.index - 20), end + 12)) ||
      /\b(?:mind|worry about|watch|feed|feeding|walk|brush|bring|bringing|groom|clip|vaccinat\w+|booster|wormed|neutered|spayed)\b/.test(
        plain,
      ) ||
      /\b(?:vet|pet|kennel|grooming|animal|dog|cat)\b/i.test(call.turns[0]?.text ?? '');
    return spoken || isHome
      ? [{ kind, name: spoken?.name, turn: turn.index, start: match.index, end: Math.max(end, spoken?.end ?? 0) }]
      : [];
  });
}
