import { firstMatches, placesOf } from '../../language/first-matches.js';
import { looksOrdinary } from '../../names/common-words.js';
import { readNameAt, type SpokenName } from '../../names/read-name.js';
import { inUsualCase } from '../../names/usual-case.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { PLACE } from './introduced-names.js';
import type { NameCandidate } from './name-candidate.js';

/** "And I'm Craig, same surname.": the surname of whoever was named before. */
export function withSameSurname(call: ReadCall, turn: ReadTurn, candidate: NameCandidate): NameCandidate {
  if (candidate.turn !== turn.index || candidate.name.includes(' ')) return candidate;
  const cue = /^[\s,.]*(?:(?:and|it's|with|the) )*same (?:sur|last |family |second )name\b/.exec(
    turn.plain.slice(candidate.end),
  );
  if (!cue) return candidate;
  const before = [
    ...call.turns
      .slice(0, turn.index)
      .filter(({ speaker }) => speaker === 'caller')
      .map(({ text }) => text),
    turn.text.slice(0, candidate.start),
  ];
  const named = before.toReversed().flatMap((text) => {
    const names = wholeNames(text);
    return names.find(({ isKnown }) => isKnown) ?? names.find(({ name }) => !PLACE.test(name)) ?? [];
  })[0];
  const surname = named?.name.split(' ').slice(1).join(' ');
  return surname === undefined
    ? candidate
    : { ...candidate, name: `${candidate.name} ${surname}`, part: 'self', end: candidate.end + cue[0].length };
}

/** The names of two words in a text, the last one first. */
export function wholeNames(text: string): readonly SpokenName[] {
  return Array.from(text.matchAll(/(?<![\p{L}'’-])\p{L}/gu))
    .flatMap(({ index }) => {
      const spoken = readNameAt(text, index);
      const words = spoken?.start === index ? spoken.name.toLowerCase().split(' ') : [];
      return spoken && words.length > 1 && !words.some(looksOrdinary) ? [spoken] : [];
    })
    .toReversed();
}

const LEAD =
  /^(?:[\s,.!]|\b(?:no|nah|nope|not|sorry|it's|its|that's|man|mate|actually|the|yes|yeah|oh|i'm|im|neither|other one)\b)*/;

/** "Kirsty Begbie or Kirsty Muir?" – "Muir.", "Pieter van der Merwe?" – "No man, van Niekerk": the surname alone, after a name that the agent says in full. */
export function withChosenSurname(turn: ReadTurn, question: ReadTurn, current: NameCandidate): NameCandidate {
  if (current.name.includes(' ') || current.part === 'surname') return current;
  const first = inUsualCase(current.name).toLowerCase();
  const heard = firstMatches(question.plain, new RegExp(`(?<!\\p{L})${first} (?=\\p{L})`, 'gu')).flatMap((match) => {
    const spoken = readNameAt(question.text, match.index + match[0].length, true);
    return spoken ? [spoken.name.toLowerCase()] : [];
  });
  const start = LEAD.exec(turn.plain)?.[0].length ?? 0;
  const spoken = heard.length > 0 ? readNameAt(turn.text, start, true) : undefined;
  if (spoken?.start !== start) return current;
  const isDenied = /^\W*(?:no|nah|nope)\b/.test(turn.plain);
  const isChosen = !isDenied && heard.includes(spoken.name.toLowerCase());
  const isOther = isDenied && /^(?:van|von|de|del|di|da|du|la|le|al|mac|ó|ní|o') ?\S/i.test(spoken.name);
  if (!isChosen && !isOther) return current;
  const name = `${current.name} ${spoken.name}`;
  return { ...current, name, part: 'self', turn: turn.index, start: spoken.start, end: spoken.end };
}

/** "Ana Lucia, yeah?", of whom the caller named in full before. */
export function fullerBefore(call: ReadCall, candidate: NameCandidate): NameCandidate {
  const name = candidate.name.toLowerCase();
  for (const { text, plain } of call.turns.slice(0, candidate.turn).filter(({ speaker }) => speaker === 'caller')) {
    for (const at of placesOf(plain, name)) {
      const spoken = readNameAt(text, at);
      const isFuller = spoken?.start === at && spoken.name.toLowerCase().startsWith(`${name} `);
      if (spoken && isFuller && !/^['’]s/.test(text.slice(spoken.end))) return { ...candidate, name: spoken.name };
    }
  }
  return candidate;
}
