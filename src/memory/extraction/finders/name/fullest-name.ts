import { firstMatches, placesOf } from '../../language/first-matches.js';
import { spelledIn } from '../../language/spelled-letters.js';
import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { readNameAt, type SpokenName } from '../../names/read-name.js';
import { distance } from '../../names/respell.js';
import { isSpelledAfter } from '../../names/spelled-name.js';
import { inUsualCase } from '../../names/usual-case.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { SOMEBODY_ELSE } from './answered-names.js';
import { sameFirst, withLongFirst } from './merge-names.js';
import { isBusinessName, type NameCandidate } from './name-candidate.js';

/** "It's Declan here, Declan Moriarty": the fullest form within the next words, or with what follows its spelling. */
export function fullest(turn: ReadTurn, said: NameCandidate): NameCandidate {
  const own = turn.text.slice(said.start, said.end).toLowerCase();
  const candidate = withoutDouble(said);
  if (candidate.turn !== turn.index || !own.includes(said.name.toLowerCase())) return candidate;
  const words = new Set(candidate.name.toLowerCase().split(' '));
  const rest = turn.text.slice(candidate.end, candidate.end + 30);
  for (const match of rest.matchAll(/(?:^|[\s,.])\s*(?=\p{L})/gu)) {
    const spoken = readNameAt(turn.text, candidate.end + match.index + match[0].length);
    const later = spoken?.name.toLowerCase().split(' ') ?? [];
    const isSame =
      [...words].every((word) => later.includes(word)) ||
      (later.length > 0 && candidate.part !== 'surname' && sameFirst(later[0] ?? '', [...words][0] ?? ''));
    // "sedgwick, sedg wick kieran sedgwick": a given name stands in front of a surname.
    const isPerson = candidate.part !== 'surname' || spoken?.isKnown || spoken?.isCapital;
    if (spoken && later.length > words.size && isSame && isPerson && !isBusinessName(spoken)) {
      return {
        ...candidate,
        // "its tyler dot brandt"
        name: withLongFirst(candidate.name, spoken.name.replace(/ Dot (?=\S+$)/, ' ')),
        part: 'self',
        end: spoken.end,
        start: spoken.start,
      };
    }
  }
  return withShared(turn, withListed(turn, afterSpelling(turn, afterHint(turn, candidate))));
}

/** "I'm Mrs Yeo, Elaine.", "it's Kettley, with a Y on the end. Graham." */
function withGivenBehind(turn: ReadTurn, candidate: NameCandidate): NameCandidate {
  const match =
    /^(?: here)?(?:[,.] (?:with (?:an?|two|one|no) \p{L}\b[^.,]{0,20}|(?:\p{L}[- ]){2,}\p{L}))?[,.] (\p{L}+)(?=[.!?]|$)/u.exec(
      turn.text.slice(candidate.end),
    );
  const surname = candidate.name.replace(/^(?:(?:van|von|de|der|den|di|da|la|le|del|ter)\b ?)+/i, '');
  if (!match?.[1] || surname.includes(' ') || !isGivenName(match[1].toLowerCase())) return candidate;
  const name = `${inUsualCase(match[1])} ${candidate.name}`;
  return { ...candidate, name, part: 'self', end: candidate.end + match[0].length };
}

/** "Lucy and Tom Aldridge": the surname of both. */
function withShared(turn: ReadTurn, candidate: NameCandidate): NameCandidate {
  const gap = /^ (?:and|&) (?=\p{L})/u.exec(turn.text.slice(candidate.end))?.[0];
  if (gap === undefined || candidate.part !== 'self') return candidate;
  const other = readNameAt(turn.text, candidate.end + gap.length);
  const [, surname, ...more] = other?.name.split(' ') ?? [];
  if (!other?.isKnown || surname === undefined || more.length > 0) return candidate;
  const own = candidate.name.split(' ');
  // "Hollis, John and Barbara Hollis"
  const given = own.length === 2 && own[0] === surname ? own[1] : own.length === 1 ? own[0] : undefined;
  return given === undefined ? candidate : { ...candidate, name: `${given} ${surname}`, end: other.end };
}

/** "Stephanie, Steph, Cole": the given name, its short form and the surname, one after the other. */
function withListed(turn: ReadTurn, candidate: NameCandidate): NameCandidate {
  if (
    candidate.part === 'surname' ||
    (candidate.part !== 'first-name' &&
      (!isGivenName(candidate.name.toLowerCase()) || isSpelledAfter(turn.text, candidate.name, candidate.end)))
  )
    return withGivenBehind(turn, candidate);
  const match = /^, (\p{L}+), (?=\p{Lu})/u.exec(turn.text.slice(candidate.end));
  if (!match?.[1] || candidate.name.includes(' ') || !sameFirst(candidate.name.toLowerCase(), match[1].toLowerCase()))
    return candidate;
  const surname = readNameAt(turn.text, candidate.end + match[0].length, true);
  if (!surname?.isCapital || !/^\s*(?:[.,!?]|$)/.test(turn.text.slice(surname.end))) return candidate;
  return { ...candidate, name: `${candidate.name} ${surname.name}`, part: 'self', end: surname.end };
}

/** "Ayesha. Ayesha with a Y. Malik.": the surname stands behind what says how the first name is spelt. */
function afterHint(turn: ReadTurn, candidate: NameCandidate): NameCandidate {
  if (candidate.name.includes(' ') || candidate.part === 'surname') return candidate;
  const match = /^[.,] (?:\p{L}+,? )?with (?:an?|one|two|no) \p{L}s?[.,] (\p{Lu}[\p{L}'’-]+)(?=[.!?]|$)/u.exec(
    turn.text.slice(candidate.end),
  );
  if (!match?.[1] || looksOrdinary(match[1].toLowerCase())) return candidate;
  return { ...candidate, name: `${candidate.name} ${match[1]}`, part: 'self', end: candidate.end + match[0].length };
}

/** "lyudmila it is l y u d m i l a petrenko": the surname stands behind the letters. */
function afterSpelling(turn: ReadTurn, candidate: NameCandidate): NameCandidate {
  if (candidate.name.includes(' ') || candidate.part === 'surname' || candidate.part === 'short') return candidate;
  const run = spelledIn(turn.text).find(({ start }) => start >= candidate.end);
  const between = run && turn.text.slice(candidate.end, run.start);
  if (
    !run ||
    !between ||
    !/^[\s,.:–—-]*(?:(?:it is|it's|its|that's|thats|that is|spelled|spelt)[\s,]*)?$/i.test(between)
  )
    return candidate;
  if (distance(run.letters.replace(/[^a-z]/g, ''), candidate.name.toLowerCase()) > Math.ceil(run.letters.length / 3))
    return candidate;
  const spoken = readNameAt(turn.text, run.end, true);
  if (!spoken || !/^[\s,]*$/.test(turn.text.slice(run.end, spoken.start))) return candidate;
  if (looksOrdinary(spoken.name.toLowerCase().split(' ')[0] ?? '') && !spoken.isCapital) return candidate;
  return { ...candidate, name: `${candidate.name} ${spoken.name}`, part: 'self', end: spoken.end };
}

/** The name said again with more of it, anywhere in a turn that is written with capitals: "Noor … Noor Al-Sayegh". */
export function fullerLater(turn: ReadTurn, current: NameCandidate, call: ReadCall): NameCandidate {
  if (current.name.includes(' ')) return withNewSurname(turn, current);
  if (current.part === 'surname') return withGivenName(turn, current);
  if (current.part === 'booking') return current;
  const { plain } = turn;
  const first = current.name.toLowerCase();
  for (const at of placesOf(plain, first)) {
    if (/\p{L}/u.test(plain[at - 1] ?? '')) continue;
    const shared = withShared(turn, { ...current, turn: turn.index, start: at, end: at + first.length });
    if (shared.name !== current.name) return shared;
    const spoken = readNameAt(turn.text, at);
    if (
      spoken?.start !== at ||
      !(
        spoken.isCapital ||
        isSurnameOf(spoken, turn, call) ||
        (current.turn === turn.index && isAtEnd(plain, spoken))
      ) ||
      !spoken.name.toLowerCase().startsWith(`${first} `)
    )
      continue;
    if (/^'s/.test(plain.slice(spoken.end)) || isBusinessName(spoken)) continue;
    return { ...current, name: spoken.name, part: 'self', turn: turn.index, start: spoken.start, end: spoken.end };
  }
  return current;
}

/** "Its paul, paul with the cracked windscreen, paul ashworth". */
const isAtEnd = (plain: string, { name, end }: SpokenName): boolean =>
  !name.toLowerCase().split(' ').slice(1).some(looksOrdinary) && /^\s*(?:[.,!?]|$)/.test(plain.slice(end));

/** "It's Mr Dalgleish … William Dalgleish doesn't miss appointments": who speaks of himself so, and of no relative. */
function withGivenName(turn: ReadTurn, current: NameCandidate): NameCandidate {
  const match = new RegExp(`(?<=^|[.!?,] )(\\p{Lu}\\p{L}+) ${current.name}(?![\\p{L}'’-])`, 'u').exec(turn.text);
  const given = match?.[1];
  if (
    !match ||
    !given ||
    !isGivenName(given.toLowerCase()) ||
    SOMEBODY_ELSE.test(turn.plain.slice(Math.max(0, match.index - 40), match.index))
  )
    return current;
  return {
    ...current,
    name: match[0],
    part: 'self',
    turn: turn.index,
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** "It's Jarrah Papadimitriou now". */
function withNewSurname(turn: ReadTurn, current: NameCandidate): NameCandidate {
  const first = current.name.split(' ')[0]?.toLowerCase() ?? '';
  for (const match of firstMatches(turn.plain, /\b(?:it's|its|i'm|im|i am|it is) (?:now |back to )?(?=\S)/g)) {
    const spoken = readNameAt(turn.text, match.index + match[0].length);
    if (!spoken?.name.includes(' ') || !spoken.name.toLowerCase().startsWith(`${first} `)) continue;
    if (!/now|back/.test(match[0]) && !/^,? now\b/.test(turn.plain.slice(spoken.end))) continue;
    return { ...current, name: spoken.name, turn: turn.index, start: spoken.start, end: spoken.end };
  }
  return current;
}

/** Without capitals: the agent has said that surname, or its letters follow. */
function isSurnameOf({ name, end }: SpokenName, turn: ReadTurn, call: ReadCall): boolean {
  const last = name.toLowerCase().split(' ').at(-1) ?? '';
  return (
    spelledIn(turn.text.slice(end, end + 60)).some(({ letters }) => distance(letters, last) <= 1) ||
    call.turns.some(({ speaker, plain }) => speaker === 'agent' && plain.split(/[^\p{L}'-]+/u).includes(last))
  );
}

/** "Pritchard Gwen Pritchard", "jaswinder jaswinder gill-hartley". */
function withoutDouble(candidate: NameCandidate): NameCandidate {
  const words = candidate.name.split(' ');
  const [first, second, last] = [words[0]?.toLowerCase(), words[1]?.toLowerCase(), words.at(-1)?.toLowerCase()];
  // "temi temitope"
  const isShortFirst = words.length > 1 && (first?.length ?? 0) > 2 && second?.startsWith(first ?? ' ');
  const isDouble = (words.length > 2 && first === last) || (words.length > 1 && first === second) || isShortFirst;
  return isDouble ? { ...candidate, name: words.slice(1).join(' ') } : candidate;
}
