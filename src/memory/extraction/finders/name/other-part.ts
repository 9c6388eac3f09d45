import { topicsAsked } from '../../language/asked-topics.js';
import { answeringTurn, readAnswer } from '../../language/assent.js';
import { type SpelledLetters, spelledIn } from '../../language/spelled-letters.js';
import { CLOSED_WORDS } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { distance } from '../../names/respell.js';
import { inUsualCase } from '../../names/usual-case.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { afterLead, SOMEBODY_ELSE } from './answered-names.js';
import { PLACE } from './introduced-names.js';
import type { NameCandidate } from './name-candidate.js';
import { wholeNames } from './name-in-parts.js';

/** A name of one word with the other part, where this turn says it in words of its own: before it, behind it, in letters, or as a yes to the agent. */
export function withOtherPart(
  turn: ReadTurn,
  question: ReadTurn | undefined,
  current: NameCandidate,
  agents: ReadonlySet<string>,
): NameCandidate {
  if (current.name.includes(' ')) return current;
  return (
    saidAgain(turn, current) ??
    givenBehind(turn, current, agents) ??
    spelledBehind(turn, question, current) ??
    heardInFull(turn, question, current, agents) ??
    current
  );
}

/** "It's roy, roy gotobed", "tipene, ngaire tipene": what stands at a name that is said twice is the rest of it, whatever word it is. */
function saidAgain(turn: ReadTurn, current: NameCandidate): NameCandidate | undefined {
  const name = current.name.toLowerCase();
  const behind = new RegExp(`(?<![\\p{L}'-])${name}[,.]? ${name} (\\p{L}[\\p{L}'-]{2,40})(?=[.,!?]|$| and\\b)`, 'u');
  const around = new RegExp(`(?<![\\p{L}'-])(\\p{L}[\\p{L}'-]{2,40}),? ${name} \\1(?![\\p{L}'-])`, 'u');
  const match = behind.exec(turn.plain) ?? around.exec(turn.plain);
  const other = match?.[1];
  if (!match || other === undefined || CLOSED_WORDS.has(other) || other === name) return undefined;
  return whole(current, `${current.name} ${inUsualCase(other)}`, turn, match.index, match.index + match[0].length);
}

/** "It's Mr Szymanski in 1904. Leonard.", "barraclough, i'm sheila": the given name behind a surname. */
function givenBehind(turn: ReadTurn, current: NameCandidate, agents: ReadonlySet<string>): NameCandidate | undefined {
  if (current.turn !== turn.index || isGivenName(current.name.toLowerCase())) return undefined;
  const sentence = turn.sentences.findLast(({ start }) => start <= current.start);
  const next = sentence && turn.sentences[turn.sentences.indexOf(sentence) + 1];
  const rest = turn.plain.slice(current.end);
  const own = /^[\s,.]{1,3}(?:(?:and|so) )?(?:i'm|im|i am) (\p{L}{2,40})(?![\p{L}'-])/u.exec(rest);
  const alone = next && /^(\p{Lu}\p{L}{1,40})[.!]?$/u.exec(next.text);
  const given = own?.[1] ?? (SOMEBODY_ELSE.test(sentence?.plain ?? '') ? undefined : alone?.[1]);
  if (!given || !isGivenName(given.toLowerCase()) || agents.has(given.toLowerCase())) return undefined;
  const end = own ? current.end + own[0].length : (next?.start ?? 0) + given.length;
  return whole(current, `${inUsualCase(given)} ${current.name}`, turn, current.start, end);
}

const IS_MINE = /^[\s,.]*(?:and )?(?:that's|thats|that is|is|it's) (?:me|mine|my (?:sur|last |family |second )?name)\b/;

/** "Wrona is W-R-O-N-A, that's my surname", "i'm rick and my wife's jolene, friesen, f r i e s e n" to who asks for the name. */
function spelledBehind(
  turn: ReadTurn,
  question: ReadTurn | undefined,
  current: NameCandidate,
): NameCandidate | undefined {
  const topics = topicsAsked(question?.text ?? '');
  const isAsked = (topics.has('name') || topics.has('surname')) && !topics.has('other-name');
  for (const run of spelledIn(turn.text)) {
    const word = spelledWord(turn, run);
    // "Sunny. Well, sunhee, s u n h e e": the name behind the short form.
    if (word === undefined || isSame(word, current.name) || current.name.toLowerCase().startsWith(word.slice(0, 3)))
      continue;
    const at = turn.plain.lastIndexOf(word, run.start);
    // "My son Aiden Kowalski, K O W …": the surname of the one who is named right before it.
    const before = /([\p{L}'-]+) $/u.exec(turn.plain.slice(0, at))?.[1];
    const isElses = before !== undefined && before !== current.name.toLowerCase() && isGivenName(before);
    if (isElses || !(isAsked || IS_MINE.test(turn.plain.slice(run.end)))) continue;
    const name =
      current.part === 'surname' || current.part === 'booking'
        ? `${inUsualCase(word)} ${current.name}`
        : `${current.name} ${inUsualCase(run.letters)}`;
    return whole(current, name, turn, at, run.end);
  }
  return undefined;
}

/** The word that a run of letters behind it spells, in lower case. */
function spelledWord({ plain }: ReadTurn, run: SpelledLetters): string | undefined {
  const word = /([\p{L}'-]{3,40})[,.]? (?:(?:it's|is|that's|thats|spelled|spelt)[\s,]*)?$/u.exec(
    plain.slice(Math.max(0, run.start - 60), run.start),
  )?.[1];
  if (word === undefined || run.letters.length < 3 || CLOSED_WORDS.has(word)) return undefined;
  return isSame(word, run.letters) ? word : undefined;
}

/** "Mhairi Buchan, Friday at four?" – "That's me": the agent says the name in full, and the caller takes it or says a part of it. */
function heardInFull(
  turn: ReadTurn,
  question: ReadTurn | undefined,
  current: NameCandidate,
  agents: ReadonlySet<string>,
): NameCandidate | undefined {
  const own = current.name.toLowerCase();
  if (!question?.plain.includes(own)) return undefined;
  const answer = readAnswer(turn.text);
  const about = /^[^.!?]*/.exec(turn.plain)?.[0] ?? '';
  // "I've Ben Okafor here" – "Yes, that's my husband."
  if (answer.kind === 'no' || SOMEBODY_ELSE.test(about) || /\b(?:him|her|he|she)\b/.test(about)) return undefined;
  const isTaken = answer.kind === 'yes';
  const start = afterLead(turn.plain, answer.restStart);
  const [said] = /^[\p{L}'-]+/u.exec(turn.plain.slice(start)) ?? [];
  const heard = wholeNames(question.text).filter(({ name, isCapital, hasTitle }) => {
    const words = name.toLowerCase().split(' ');
    if (!isCapital || hasTitle || PLACE.test(name) || words.every((word) => agents.has(word))) return false;
    return words[0] === own || words.at(-1) === own;
  });
  const full = heard.filter(
    ({ name }) => isTaken || (said !== undefined && name.toLowerCase().split(' ').includes(said)),
  );
  const [one] = full;
  if (!one || full.some(({ name }) => name !== one.name && !one.name.endsWith(` ${name}`))) return undefined;
  const end = Math.max(1, said === undefined ? turn.text.length : start + said.length);
  return whole(current, one.name, turn, 0, end);
}

/** "emmanuelle tremblay roy, you'd have it with a hyphen": the second half of a double name. */
export function withHyphen(turn: ReadTurn, current: NameCandidate): NameCandidate {
  if (current.turn !== turn.index || !current.name.includes(' ')) return current;
  const match =
    /^ (\p{L}{2,40}),? (?:(?:you'd have it|it's|its|that's|thats|all|and) )*(?:with (?:a|the) hyphen|hyphenated|double[- ]barrell?ed)\b/u.exec(
      turn.plain.slice(current.end),
    );
  if (!match?.[1] || CLOSED_WORDS.has(match[1])) return current;
  const end = current.end + 1 + match[1].length;
  return whole(current, `${current.name}-${inUsualCase(match[1])}`, turn, current.start, end);
}

/**
 * Whether one word of a name is known, and there was more that was not understood: the agent asked for the surname and got an answer,
 * or letters that spell another word were given for it. Half of somebody's name is no name.
 */
export function isHalfOnly(call: ReadCall, { name, turn: said }: NameCandidate): boolean {
  if (name.includes(' ')) return false;
  return call.turns.some((question) => {
    if (question.speaker !== 'agent') return false;
    const topics = topicsAsked(question.text);
    const answer = answeringTurn(call, question.index);
    if (!answer || topics.has('other-name') || topics.has('email')) return false;
    const isOfName =
      topics.has('surname') || (topics.has('spelling') && /\bname\b|\bspell (?:that|it)\b/.test(question.plain));
    if (!isOfName) return false;
    const runs = spelledIn(answer.text).filter(({ letters }) => letters.length > 3);
    if (runs.length > 0) return runs.every(({ letters }) => !isSame(letters, name));
    return topics.has('surname') && answer.index !== said && readAnswer(answer.text).kind !== 'no';
  });
}

const isSame = (letters: string, word: string): boolean => {
  const [one, two] = [letters, word].map((each) => each.toLowerCase().replace(/[^\p{L}]/gu, ''));
  return distance(one ?? '', two ?? '') <= Math.ceil((two?.length ?? 0) / 3);
};

const whole = (current: NameCandidate, name: string, turn: ReadTurn, start: number, end: number): NameCandidate => ({
  ...current,
  name,
  part: 'self',
  turn: turn.index,
  start,
  end,
});
