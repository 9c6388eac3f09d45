import { readAnswer } from '../../language/assent.js';
import { firstMatches } from '../../language/first-matches.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { isPlainWord } from './animal-names.js';
import { ADJECTIVES, KIND, kindOf, NO_PET } from './kind-mentions.js';
import type { Pet } from './pet.js';
import { LOOSE_KINDS } from './pet-kinds.js';
import { isOneOf, petNameAt, petNamesAt, type SpokenPetName } from './pet-names.js';

/** Whether the caller says yes to what a turn of the agent asks or supposes of an animal. */
export function isAgreed(call: ReadCall, turn: ReadTurn): boolean {
  const next = call.turns[turn.index + 1];
  if (next?.speaker !== 'caller') return false;
  const { plain } = next;
  return (
    readAnswer(next.text).kind === 'yes' ||
    /^\W*(?:(?:yes|yeah|aye|oh|ha)\W+)*(?:that's|thats|that is) (?:him|her|the one|the fella|the boy|the girl|them|my (?:boy|girl))\b|^\W*the (?:very|same) (?:one|same)?\b|^\W*(?:oh |ah |yes |yeah )?(?:he|she|they)(?:'s|s| is|'re| are)\b(?! not|n't| an?\b)/.test(
      plain,
    )
  );
}

/** "This is Hopkins", where the agent had another name. */
const RIGHT_NAME = /\b(?:[Tt]his is|[Tt]his one's|[Tt]his one is|[Ii]t's|[Hh]e's|[Ss]he's) (?=\p{Lu})/u;

/** "How's Kiwi?", "everything all right with Kiwi?", "is this for Kiwi?": what one says of an animal, and not of who works there. */
const ASKED_AFTER =
  /\b(?:how(?:'s| is| are|s)|is (?:that|this|it)(?: for| about)?|and|about|(?:right|wrong|up|okay|ok|on|happening|matter|trouble) with|(?:down|in|booked|appointment|slot) for|bringing|seeing|poor|oh yes|oh|ah|okay|found (?:him|her)[.,]?|that'd be|that'll be|would that be) (?=\p{L})/gu;
const SAID_OF =
  /(?<=^|[.!?] )(?=\p{L}[\p{L}'-]+(?:,? (?:right\?|is it|isn't it|yes|let me see)|'s (?:due|booked|in for|notes|chart|jabs|boosters?)| is (?:due|booked)|\?))/gu;
const NAME_ENDS =
  /^(?:['’]s (?:due|booked|in for|doing|feeling|notes|chart|jabs|boosters?)\b|[.,?!]|$| (?:doing|due|again|then|today|is (?:due|booked|doing)|how)\b)/;

/** "It's the parrot." – "Everything all right with Kiwi?" – "Kiwi's doing good": the agent has the name of the one that was spoken of. */
export function namedByAgent(call: ReadCall, others: ReadonlySet<string>, known: readonly Pet[]): readonly Pet[] {
  return call.turns.flatMap((turn): readonly Pet[] => {
    const answer = call.turns[turn.index + 1];
    if (turn.speaker !== 'agent' || answer?.speaker !== 'caller') return [];
    const names = namesAskedAfter(turn, others);
    const unnamed = known.filter((pet) => pet.turn < turn.index && pet.turn >= turn.index - 4);
    const kinds = new Set([...unnamed.map(({ kind }) => kind), ...kindsPointedAt(call, turn.index)]);
    const [kind] = kinds;
    const [first] = names;
    if (!first || kind === undefined || kinds.size > 1 || unnamed.some(({ name }) => name !== undefined)) return [];
    if (names.some(({ name }) => known.some((pet) => pet.name === name))) return [];
    const said = answer.text;
    const right = RIGHT_NAME.exec(said);
    const isOther =
      readAnswer(said).kind === 'no' || /\b(?:died|passed|was (?:the|my|our) (?:old|last|other))\b/.test(said);
    if (isOther) {
      const name = right && petNameAt(said, right.index + right[0].length, true);
      return name && !isOneOf(name.name, others)
        ? [{ kind, name: name.name, turn: answer.index, start: name.start, end: name.end }]
        : [];
    }
    const lower = said.toLowerCase();
    const isTaken =
      isAgreed(call, turn) ||
      names.some(({ name }) => lower.includes(name.toLowerCase())) ||
      /\b(?:he|she|he's|she's|him|her|hes|shes)\b/.test(lower.slice(0, 60));
    return isTaken ? names.map(({ name, start, end }) => ({ kind, name, turn: turn.index, start, end })) : [];
  });
}

/** The name that the agent asks after, or the names of several: "pip and pepper how are they". */
function namesAskedAfter({ text, plain }: ReadTurn, others: ReadonlySet<string>): readonly SpokenPetName[] {
  for (const match of [...firstMatches(plain, ASKED_AFTER), ...firstMatches(plain, SAID_OF)]) {
    const names = petNamesAt(text, match.index + match[0].length, false);
    const last = names.at(-1);
    if (
      last &&
      NAME_ENDS.test(text.slice(last.end)) &&
      names.every(({ name }) => !isOneOf(name, others) && !isPlainWord(name, text))
    )
      return names;
  }
  return [];
}

const POINTED_AT = new RegExp(`\\b(?:the|my|our) ${ADJECTIVES}(${KIND})(?![\\w-])`, 'g');

/** The kinds that the caller pointed at shortly before: "the parrot, nail trim, three o'clock". */
function kindsPointedAt(call: ReadCall, index: number): readonly string[] {
  return call.turns
    .slice(Math.max(0, index - 4), index)
    .filter(({ speaker }) => speaker === 'caller')
    .flatMap(({ plain }) => {
      return firstMatches(plain, POINTED_AT).flatMap((match) => {
        const kind = NO_PET.test(plain.slice(match.index + match[0].length)) ? undefined : kindOf(match[1] ?? '');
        return kind === undefined || LOOSE_KINDS.has(match[1] ?? '') ? [] : [kind];
      });
    });
}
