import { firstMatches } from '../../language/first-matches.js';
import { plainText } from '../../language/plain-text.js';
import { CLOSED_WORDS } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { readNameAt } from '../../names/read-name.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { guessedName } from './agreed-name.js';

const INTRODUCED =
  /\b(?:this is|my name is|my name's|i'm|i am|you're (?:through|speaking|talking) (?:to|with)|you are (?:through|speaking|talking) (?:to|with)|you've reached(?: the (?:desk|office|line) of)?|you've got|it's) (?=\S)/g;
const SUPPOSED =
  /\b(?:is (?:this|that|it)|am i (?:speaking|talking) (?:to|with)|calling for|looking for|speak (?:to|with)|may i speak (?:to|with)|do i have|are you) .*$/;

/**
 * The words, in lower case, by which the agents of a call name themselves and their business: callers greet with them, and they are no
 * evidence of the caller's own name.
 */
export function agentWords(call: ReadCall): ReadonlySet<string> {
  const words = new Set<string>();
  const first = call.turns.find(({ text }) => text.trim() !== '');
  if (first?.speaker === 'agent') for (const word of greetingWords(first)) words.add(word);
  for (const turn of call.turns) {
    if (turn.speaker !== 'agent') continue;
    const { plain } = turn;
    for (const match of firstMatches(plain, INTRODUCED)) {
      const spoken = readNameAt(turn.text, match.index + match[0].length);
      if (!spoken || !(spoken.isCapital || spoken.isKnown) || /^[^.!]{0,40}\?/.test(plain.slice(spoken.end))) continue;
      for (const word of spoken.name.toLowerCase().split(' ')) words.add(word);
    }
  }
  return words;
}

/** "Bluebird Diner catering, Sal.": every name of the greeting, apart from whom the agent supposes to be calling. */
function greetingWords(turn: ReadTurn): readonly string[] {
  const { text } = turn;
  const plain = plainText(text);
  const said = text.slice(0, plain.length - (SUPPOSED.exec(plain)?.[0].length ?? 0));
  const capitals = usesCapitals(said);
  const supposed = new Set(guessedName(turn)?.name.toLowerCase().split(' '));
  return Array.from(said.matchAll(/\p{L}[\p{L}'’-]*/gu), ([word]) => word)
    .filter((word) => {
      const lower = word.toLowerCase();
      return (
        !CLOSED_WORDS.has(lower) && !supposed.has(lower) && (capitals ? /^\p{Lu}/u.test(word) : isGivenName(lower))
      );
    })
    .map((word) => word.toLowerCase().replace(/['’]s$/, ''));
}

const GREETED =
  /^\W*(?:(?:oh|ah|good|yes|yeah|well)\W+)*(?:(?:morning|afternoon|evening|hi|hiya|hey|hello|thanks|thank you|cheers)\W+)+(?:there\W+)?(\p{L}+)(?!\p{L}|['’]s\b| (?:will|is|was|has|had|can|would|could|did|does|said|wants|needs)\b)/iu;
const AGENT_SAYS = /\b(?:this is|my name is|my name's|it's|i'm) (\p{L}+)|(\p{L}+) (?:speaking|here)\b/giu;

/**
 * The words, in lower case, that are nobody's relatives and no animals: the names of the agents and their business, and whom the caller
 * greets.
 */
export function agentNames(call: ReadCall): ReadonlySet<string> {
  const names = new Set(agentWords(call));
  for (const { speaker, text } of call.turns) {
    const greeted = speaker === 'caller' ? GREETED.exec(text)?.[1] : undefined;
    if (greeted !== undefined) names.add(greeted.toLowerCase());
    if (speaker !== 'agent') continue;
    for (const match of text.matchAll(AGENT_SAYS)) names.add((match[1] ?? match[2] ?? '').toLowerCase());
  }
  return names;
}
