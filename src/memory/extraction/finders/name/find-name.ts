import type { Finder } from '../../finder.js';
import { topicsAsked } from '../../language/asked-topics.js';
import { correctionIn, questionBefore } from '../../language/assent.js';
import { plainText } from '../../language/plain-text.js';
import { readNameAt } from '../../names/read-name.js';
import { distance, respell } from '../../names/respell.js';
import { isSpelledAfter } from '../../names/spelled-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { readEmails } from '../email/read-emails.js';
import { RELATION } from '../family/family-words.js';
import { agentWords } from './agent-names.js';
import { agreedName, guessedName } from './agreed-name.js';
import { answeredNames } from './answered-names.js';
import { fullerLater, fullest } from './fullest-name.js';
import { introducedNames } from './introduced-names.js';
import { mergeNames, sameFirst } from './merge-names.js';
import { isBusinessName, type NameCandidate } from './name-candidate.js';
import { cuedNames } from './name-cues.js';
import { fullerBefore, withChosenSurname, withSameSurname } from './name-in-parts.js';
import { isHalfOnly, withHyphen, withOtherPart } from './other-part.js';

/**
 * The caller's own name, as full as it was said over the call, without title. What the caller spells corrects what was heard; a name
 * that the agent supposes counts when the caller says yes to it.
 */
export const findName: Finder = (call) => {
  let current: NameCandidate | undefined;
  const denied = new Set<string>();
  const agents = agentWords(call);
  for (const turn of call.turns) {
    if (turn.speaker !== 'caller') continue;
    const before = questionBefore(call, turn.index);
    const question = before && isAboutAnother(call, current, before) ? undefined : before;
    const emails = readEmails(turn.text);
    const guessed = question ? agreedName(turn, question) : {};
    if (guessed.denied) denied.add(guessed.denied.toLowerCase());
    const candidates = [...(guessed.agreed ? [guessed.agreed] : []), ...ownNames(call, turn, question, agents)].filter(
      (candidate) =>
        !candidate.name
          .toLowerCase()
          .split(' ')
          .every((word) => agents.has(word)) &&
        !isInAddress(turn, candidate, emails) &&
        !(candidate.isAlone && isRelative(call, turn.index, candidate.name.toLowerCase().split(' ')[0] ?? '')),
    );
    for (const candidate of candidates) {
      const full =
        candidate === guessed.agreed ? fullerBefore(call, candidate) : withSameSurname(call, turn, candidate);
      const isRetraction = current !== undefined && isTakenBack(turn, current);
      current = mergeNames(current, { ...fullest(turn, full), isRetraction });
    }
    if (current && before) current = withChosenSurname(turn, before, current);
    const fuller = current && fullerLater(turn, current, call);
    if (fuller && !isInAddress(turn, fuller, emails)) current = fuller;
    if (current) current = withHyphen(turn, withOtherPart(turn, before, withCorrection(current, turn), agents));
    if (
      current &&
      (candidates.length > 0 ||
        isSpelledHere(turn, current) ||
        SPELLS_NAME.test(turn.plain) ||
        (isAboutSpelling(question) && !isEmailSpelled(call, turn)))
    ) {
      const name = respell(current.name, spellingPart(turn, candidates));
      if (name !== current.name) current = { ...current, name, turn: turn.index, start: 0, end: turn.text.length };
    }
  }
  if (!current || denied.has(current.name.toLowerCase()) || isHalfOnly(call, current)) return [];
  const quote = call.turns[current.turn]?.text.slice(current.start, current.end) ?? '';
  return [
    {
      predicate: 'name',
      value: current.name,
      statement: `is called ${current.name}`,
      turn: current.turn,
      quote,
      confidence: current.part === 'booking' ? 0.6 : 0.9,
    },
  ];
};

function ownNames(
  call: ReadCall,
  turn: ReadTurn,
  question: ReadTurn | undefined,
  agents: ReadonlySet<string>,
): readonly NameCandidate[] {
  if (isWrittenForMachines(turn.text))
    return cuedNames(withoutMachineText(turn), { call, agents, isOpening: false, isAsked: false });
  const topics = question ? topicsAsked(question.text) : new Set();
  const isAsked =
    (topics.has('name') || topics.has('surname') || topics.has('first-name')) &&
    !topics.has('other-name') &&
    !/\byou work\b/.test(question?.plain ?? '');
  const isOpening = call.turns.findIndex((other) => other.speaker === 'caller') === turn.index;
  const answered = question ? answeredNames(turn, question) : [];
  const isSupposed = question !== undefined && guessedName(question) !== undefined;
  const context = { call, agents, isOpening, isAsked: isAsked || isSupposed };
  const cued = cuedNames(turn, context);
  const starts = new Set(answered.map(({ start }) => start));
  for (const { start } of cued) starts.add(start);
  const isEarly = turn.index < 6;
  const introduced = topics.has('other-name') ? [] : isEarly || context.isAsked ? introducedNames(turn, context) : [];
  const answeredStarts = new Set(answered.map(({ start }) => start));
  return [
    ...answered,
    ...cued.filter(({ start }) => !answeredStarts.has(start)),
    ...introduced.filter(({ start }) => !starts.has(start)),
  ].sort((a, b) => a.start - b.start);
}

/** The caller's whole name is known, and what the agent supposes has no word of it: "is that Ben?", of her partner. */
function isAboutAnother(call: ReadCall, current: NameCandidate | undefined, question: ReadTurn): boolean {
  const guess = guessedName(question)?.name.toLowerCase().split(' ') ?? [];
  const held = current?.name.toLowerCase().split(' ') ?? [];
  const [first = ''] = guess;
  if (isRelative(call, question.index, first) && !held.includes(first)) return true;
  const said = call.turns[question.index - 1];
  if (held.length > 0 && guess.length === 1 && !held.includes(first) && FOR_RELATIVE.test(said?.plain ?? ''))
    return true;
  return (
    held.length > 1 &&
    guess.length > 0 &&
    !guess.some((word) => held.some((own) => sameFirst(own, word) || distance(own, word) <= 2))
  );
}

/** "My son has his brace check with you": whom the agent asks after next. */
const FOR_RELATIVE = new RegExp(
  `\\b(?:my|our) (?:\\w+ )?(?:son|daughter|boy|girl|lad|kid|child|baby|grandson|granddaughter)(?:'s| has| is| needs)?\\b|\\b(?:for|about) (?:my|our) (?:\\w+ )?${RELATION}\\b`,
);

/** The caller has named a relative so before: "my partner's a fella, Stephen". */
const isRelative = (call: ReadCall, before: number, given: string): boolean =>
  given.length > 2 &&
  call.turns
    .slice(0, before)
    .some(
      ({ speaker, plain }) =>
        speaker === 'caller' &&
        new RegExp(`\\b(?:my|our) (?:\\w+ )?${RELATION}\\b[^.!?]{0,30}\\b${given}\\b`).test(plain),
    );

/** "Babatunde Okafor. Not Okafor, sorry" */
const isTakenBack = (turn: ReadTurn, { name }: NameCandidate): boolean =>
  new RegExp(`\\bnot (?:\\p{L}+ )?${name.split(' ').at(-1)?.toLowerCase()}(?!\\p{L})`, 'u').test(turn.plain);

/** The name again, with its letters: "it's actually simmonds with a y". */
function isSpelledHere(turn: ReadTurn, { name }: NameCandidate): boolean {
  const last = name.split(' ').at(-1)?.toLowerCase() ?? '';
  const at = turn.plain.search(new RegExp(`(?<![\\p{L}'-])${last}(?![\\p{L}'-])`, 'u'));
  if (at < 0 || last.length < 3 || /\bat \S+ dot\b/.test(turn.plain)) return false;
  const end = at + last.length;
  return /^,? with (?:an?|one|two|no) [a-z]\b/.test(turn.plain.slice(end)) || isSpelledAfter(turn.text, last, end);
}

/** "It's Jonson, not Johnson". */
function withCorrection(current: NameCandidate, turn: ReadTurn): NameCandidate {
  for (const { text, start } of turn.sentences) {
    const correction = correctionIn(text);
    const wrong = correction?.wrong?.toLowerCase().split(' ')[0];
    const words = current.name.split(' ');
    const at = words.findIndex((word) => word.toLowerCase() === wrong);
    const right = correction && readNameAt(correction.right, 0);
    if (at < 0 || !right || right.name.toLowerCase() === wrong || isBusinessName(right)) continue;
    const place = turn.text.indexOf(text, start);
    const name = right.name.includes(' ')
      ? right.name
      : words.map((word, index) => (index === at ? right.name : word)).join(' ');
    return { ...current, name, turn: turn.index, start: place, end: place + text.length };
  }
  return current;
}

/** Spelling after the name in its own turn; what is spelled before it belongs to something else. */
function spellingPart(turn: ReadTurn, candidates: readonly NameCandidate[]): string {
  const first = candidates.find((candidate) => candidate.turn === turn.index);
  const isSaid = first && turn.text.slice(first.start, first.end).toLowerCase() === first.name.toLowerCase();
  const text = first ? turn.text.slice(isSaid ? first.end : first.start) : turn.text;
  // An e-mail address is spelled in another way than the name is.
  const letters = text.replace(/\b(?:double|triple) [a-z] (?:in|at|on) .*$/is, '');
  return letters.replace(/\b(?:e-?mail|email address)\b.*$|[^.,!?]*\bat\b[^.,]*\bdot\b.*$/is, '');
}

/** "Spell us that?" after an e-mail address. */
function isEmailSpelled(call: ReadCall, turn: ReadTurn): boolean {
  const said = call.turns[turn.index - 2];
  return said !== undefined && readEmails(said.text).length > 0;
}

/** "You might spell my name right on the reminder, it's W-E-N-D-E-L" */
const SPELLS_NAME = /\b(?:spell|spelt|spelled) my (?:\w+ )?name\b|\bmy (?:\w+ )?name (?:is|was) (?:spelt|spelled)\b/;

function isAboutSpelling(question: ReadTurn | undefined): boolean {
  if (!question) return false;
  const topics = topicsAsked(question.text);
  if (topics.has('email')) return false;
  return (
    topics.has('spelling') ||
    topics.has('name') ||
    topics.has('surname') ||
    topics.has('first-name') ||
    /\bdid you say|\bis that right|\bcorrect\?/i.test(question.text)
  );
}

/** "harbhajan dot gill at …" is an e-mail address. */
function isInAddress(
  turn: ReadTurn,
  { name, start, end, turn: said }: NameCandidate,
  emails: ReturnType<typeof readEmails>,
): boolean {
  if (said !== turn.index) return false;
  return (
    /(?:^| )(?:Underscore|At|Dash) |(?!^)\bDot |^Dot (?:Com|Net|Org|Co)\b/.test(name) ||
    /^\s+(?:dot|underscore|at \S+ dot)\b/i.test(turn.text.slice(end)) ||
    emails.some((email) => start >= email.start && end <= email.end)
  );
}

const MACHINE =
  /(?:^|[\s.])(?:system|assistant|developer|user|note to (?:ai|self))\s*:|<\/?[a-z]+[^>]*>|\[\[|\{\{|ignore (?:all |any )?(?:previous|prior) instructions/i;

function isWrittenForMachines(text: string): boolean {
  return MACHINE.test(text);
}

/** The sentences that read like instructions to a machine name nobody. */
function withoutMachineText(turn: ReadTurn): ReadTurn {
  const text = turn.sentences.reduce(
    (rest, sentence) =>
      MACHINE.test(sentence.text)
        ? rest.slice(0, sentence.start) +
          ' '.repeat(sentence.text.length) +
          rest.slice(sentence.start + sentence.text.length)
        : rest,
    turn.text,
  );
  return text === turn.text ? turn : { ...turn, text, plain: plainText(text) };
}
