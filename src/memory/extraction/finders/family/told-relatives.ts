import { questionBefore } from '../../language/assent.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameAt } from '../../names/read-name.js';
import { readNameList, readRelatedName } from '../../names/read-related-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { KIND_WORDS } from '../pet/pet-kinds.js';
import {
  BARE,
  BARE_PARENT,
  BARE_SPOUSE,
  EXCLAIMED,
  GONE,
  GONE_AFTER,
  HOUSEHOLD,
  MINE,
  NOT_FAMILY,
  OWN_NAME,
  RELATION,
  THE,
  THE_ANY,
  THE_IRISH,
  UNREAL,
} from './family-words.js';
import { lateName } from './late-name.js';
import { relationOf, YOUNG_FORMS } from './relations.js';
import type { Relative } from './relative.js';
import {
  childNames,
  nameAfterPossessive,
  nameBefore,
  nameLater,
  nameRightAfter,
  type RelativeName,
} from './relative-names.js';

/** The words, in lower case, by which people are named who are no relatives. */
export interface People {
  /** The agents, and the caller's animals. */
  readonly others: ReadonlySet<string>;
  /** The caller: a relative may have the same name. */
  readonly own: ReadonlySet<string>;
}

/** The relatives that a turn of the caller tells of, with their names where these are said. */
export function toldRelatives(call: ReadCall, turn: ReadTurn, people: People): readonly Relative[] {
  const { others } = people;
  if (SAYS_WHO.test(turn.plain) && CALLER_ASKED.test(questionBefore(call, turn.index)?.plain ?? '')) return [];
  const { plain } = turn;
  const found: Relative[] = [];
  const add = (word: string, at: number, end: number): void => {
    const relation = relationOf(word);
    if (!relation) return;
    const isOwn = /^(?:my|our)\b/.test(plain.slice(at));
    // "No my son was driving" denies something else.
    const before = plain.slice(Math.max(0, at - 30), at).replace(isOwn ? /(?:\bno\b[\s,.]*)+$/ : /$^/, '');
    const after = plain.slice(end);
    if (NOT_FAMILY.test(after) || UNREAL.test(before) || isAddress(plain, at, end) || isFigure(before, word, after))
      return;
    // A negative end says that this relative is no more: later mentions are of the same one.
    if (
      /\b(?:he|she) was (?:also |like )?$/.test(before) ||
      GONE.test(plain.slice(at, end - word.length)) ||
      GONE_AFTER.test(after) ||
      DENIED_AFTER.test(after)
    ) {
      found.push({ relation, turn: turn.index, start: at, end: -1 });
      return;
    }
    if (/^[^.!?]{0,25}\bbusiness partner\b/.test(after) && relation === 'partner') return;
    const named = nameOf(turn, plain, { at, end, word }, people);
    const isChild = relation === 'child' || relation === 'grandchild';
    found.push({
      relation: isChild ? childOf(relation, plain.slice(named?.end ?? end)) : relation,
      name: named?.name,
      turn: turn.index,
      start: at,
      end: Math.max(end, named?.end ?? 0),
    });
    const pair = new RegExp(`^ (?:and|or) (?:my )?(${RELATION})(?![\\w-])`).exec(after);
    if (pair?.[1] && !/s$/.test(pair[1])) add(pair[1], end + pair[0].length - pair[1].length, end + pair[0].length);
  };
  for (const match of plain.matchAll(MINE)) {
    const word = match[3] ?? '';
    if (
      YOUNG_FORMS.has(word) &&
      !readRelatedName(turn.text, match.index + match[0].length) &&
      !/\b(?:little|baby|youngest|eldest|oldest|younger|older|wee)\b/.test(match[2] ?? '')
    )
      continue;
    if (/^(?:partner)$/.test(word) && /\b(?:business|law|dance|training|gym)\b/.test(match[2] ?? '')) continue;
    // "It's me mum": "me" is "my" only where no verb takes it.
    if (
      (match[1] === 'me' || match[1] === 'ma') &&
      /\b(?:give|gave|tell|told|call|send|let|for|to|with|help|get|ring)\s*$/.test(plain.slice(0, match.index))
    )
      continue;
    const end = match.index + match[0].length;
    if (isPlural(word) && OF_ONE.test(plain.slice(end))) {
      const relation = relationOf(word);
      if (relation) found.push({ relation, turn: turn.index, start: match.index, end });
      continue;
    }
    if (isPlural(word) && !nameAfterPossessive(turn, plain, end)) continue;
    add(word, match.index, end);
  }
  for (const match of plain.matchAll(THE_ANY)) {
    const end = match.index + match[0].length;
    const named = nameRightAfter(turn.text, plain, end, others) ?? readRelatedName(turn.text, end, others);
    if (named && !HAS_ANIMAL.test(plain.slice(end))) add(match[1] ?? '', match.index, end);
  }
  for (const form of [THE, ...(call.country === 'IE' ? [THE_IRISH] : [])]) {
    for (const match of plain.matchAll(form)) {
      if (match[0].startsWith('her ') && !/indoors/.test(plain.slice(match.index, match.index + 14))) continue;
      const whole = match[0].replace(/'s$/, '');
      add(match[1] ?? '', match.index, match.index + whole.length);
    }
  }
  for (const match of plain.matchAll(BARE)) {
    const spoken = readNameAt(turn.text, match.index + match[0].length);
    if (!spoken?.isKnown && !spoken?.isCapital) continue;
    if (
      spoken.start > match.index + match[0].length ||
      /\b(?:my|his|her|the|their|our|your|a) $/.test(plain.slice(0, match.index + match[0].indexOf(match[1] ?? '')))
    )
      continue;
    if (!/\b(?:parents|family|members?|children|policy)\b/.test(plain) && !/ (?:is|named) $/.test(match[0])) continue;
    found.push({ relation: match[1] ?? '', name: spoken.name, turn: turn.index, start: match.index, end: spoken.end });
  }
  for (const match of turn.text.matchAll(OWN_NAME)) {
    const word = match[1] ?? match[2] ?? '';
    if (/^\W*(?:hi|hiya|hello|hey|bye|thanks|sorry|yes|no),? $/i.test(plain.slice(0, match.index))) continue;
    add(word, match.index, match.index + match[0].length);
  }
  const exclaimed = EXCLAIMED.exec(plain);
  if (exclaimed?.[1]) {
    const relation = relationOf(exclaimed[1]);
    const spoken = readNameList(turn.text, exclaimed[0].length).filter(({ name }) =>
      knownGivenName(name.split(' ')[0] ?? ''),
    );
    for (const { name, end } of isPlural(exclaimed[1]) ? spoken : spoken.slice(0, 1))
      if (relation) found.push({ relation, name, turn: turn.index, start: 0, end });
  }
  for (const match of plain.matchAll(BARE_PARENT)) {
    add(match[1] ?? '', match.index + match[0].length - (match[1]?.length ?? 0), match.index + match[0].length);
  }
  for (const match of plain.matchAll(BARE_SPOUSE)) {
    const word = match[1] ?? '';
    add(word, match.index + match[0].length - word.length, match.index + match[0].length);
  }
  for (const match of plain.matchAll(HOUSEHOLD)) {
    const relation = relationOf(
      (match[1] ?? match[2] ?? match[3] ?? '')
        .replace(/^grand(?:kids|children)$/, 'grandchild')
        .replace(/^(?:kids|twins|little ones)$/, 'child'),
    );
    const gap =
      /^(?: are| is)? (?:called |named )(?=\p{L})|^ are (?=\p{L})|^ (?=\p{L})|^[^.!?]{0,60}?[,:]\s*(?=\p{Lu})|^[^.!?]{0,35}?,\s*(?=\p{L})/u.exec(
        turn.text.slice(match.index + match[0].length),
      )?.[0];
    if (!relation || gap === undefined) continue;
    for (const { name, end } of childNames(turn.text, match.index + match[0].length, gap.length)) {
      found.push({ relation, name, turn: turn.index, start: match.index, end });
    }
  }
  return found;
}

/** "My sisters wedding": one, without the apostrophe. */
const OF_ONE =
  /^ (?:been|an? |just been)\b|^ (?:\d+\w* |(?:\w+ieth|\w+th) )?(?:wedding|birthday|house|place|flat|party|car|number|phone|appointment|room|husband|wife|kids|baby|quince\w*|graduation|funeral|e-?mail|address|card|account|booking|school|work|job|hair|teeth)\b/;

/** "And you're Mum?" – "Dad. Craig.": the answer says what the caller is. */
const CALLER_ASKED = new RegExp(
  `\\b(?:you're|are you|you are|is that|is this|speaking to|i'm with) (?:\\w+ ){0,2}${RELATION}\\b`,
);

const SAYS_WHO = new RegExp(
  `^\\W*(?:(?:no|nope|yes|yeah|oh|well|actually)\\W+)*(?:the |his |her |their )?${RELATION}\\s*(?:[.,!]|$)`,
);

/** The name of a relative whose word stands at a place of a turn, wherever in the turn it is. */
function nameOf(
  turn: ReadTurn,
  plain: string,
  { at, end, word }: { readonly at: number; readonly end: number; readonly word: string },
  { others, own }: People,
): RelativeName | undefined {
  // "My daughter's hamster, Nibbles": what she has is named.
  if (HAS_ANIMAL.test(plain.slice(end)) || HAS_PERSON.test(plain.slice(end))) return undefined;
  const title = /^,? (?:mr|mrs|ms|miss|dr)\b\.?(?= \p{L})/u.exec(plain.slice(end))?.[0];
  // "My mother mrs joan fairclough"; a surname behind a title is not how one calls a relative.
  if (title !== undefined) {
    const titled = readNameAt(turn.text, end + title.length);
    return titled?.isKnown ? { name: titled.name, end: titled.end } : undefined;
  }
  const before = nameBefore(turn, plain, at);
  const named =
    nameRightAfter(turn.text, plain, end, others) ??
    // "Olivia Marsh, my partner e-mailed": the caller's own name stands before.
    (before && !own.has(before.name.toLowerCase()) ? before : undefined) ??
    readRelatedName(turn.text, end, others) ??
    nameLater(turn.text, end, word);
  if (named && !others.has(named.name.toLowerCase())) return named;
  return lateName(turn.text, plain, end, relationOf(word) ?? '', new Set([...others, ...own]));
}

/** "My husband's grandmother, Ruth" */
const HAS_PERSON = new RegExp(
  `^(?:'s|s'|s) (?!name)(?:\\w+ ){0,2}?(?:${RELATION}|friend|mate|boss|colleague|assistant|carer|nurse|teacher|doctor|people|family|parents|sibling)s?\\b`,
);

const HAS_ANIMAL = new RegExp(`^'s (?:\\w+ )?(?:${KIND_WORDS})s?\\b`);

/** "Bola good afternoon my brother listen": a form of address. */
function isAddress(plain: string, at: number, end: number): boolean {
  const before = plain.slice(Math.max(0, at - 30), at);
  const after = plain.slice(end);
  return (
    /^(?: listen\b| look\b| abeg\b|[,.!?]? (?:how are you|how far)|,? (?:i am|i'm|i need|i want|i beg|please|thank|you|can you|no vex)\b)/.test(
      after,
    ) &&
    /^(?:my )?$|(?:\b(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|thank you|thanks|please|sorry|ah|oh|okay|ok|yes|no|listen|abeg|well done)[ ,.!]*(?:o )?)$/.test(
      before,
    )
  );
}

/** "My own mother couldn't say it", "it was my gran's drawers", "if somebody says he's my brother". */
const isFigure = (before: string, word: string, after: string): boolean =>
  /^ (?:couldn't|could not|wouldn't|would not) /.test(after) ||
  (/\b(?:was|were) $/.test(before) && /^gran/.test(word) && (/^'s\b/.test(after) || word.endsWith('s'))) ||
  /\b(?:says?|saying|claims?|claiming) (?:he's|she's|they're|theyre|to be|hes|shes|it's|that)(?: (?:he's|she's|is))? ?$/.test(
    before,
  );

/** "My brother, I ain't got one", "me and the missus split". */
const DENIED_AFTER =
  /^[^.!?]{0,15}\bi (?:ain't|aint|haven't|havent|don't|dont) (?:got|have) (?:one|any)\b|^ (?:split|split up|separated|broke up|parted|are (?:divorced|separated))\b/;

const isPlural = (word: string): boolean =>
  /^(?:son|daughter|brother|sister|aunt|auntie|uncle|cousin|niece|nephew|grandson|granddaughter|boy|girl|lad|partner|grandmother|grandfather)s$/.test(
    word,
  );

/** "My little one … he's got toothache" is a son. */
function childOf(relation: 'child' | 'grandchild', after: string): string {
  const said = /^[^.!?]{0,40}?(?:[.!?] )?\b(he|he's|hes|his|him|she|she's|shes|her)\b/.exec(after)?.[1];
  if (said === undefined) return relation;
  const kind = said.startsWith('s') || said === 'her' ? 'daughter' : 'son';
  return relation === 'child' ? kind : `grand${kind}`;
}
