import type { Finder } from '../../finder.js';
import { questionBefore } from '../../language/assent.js';
import { isTakenBack } from '../../language/retraction.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { answeredEmployer } from './asked-employer.js';
import { agreedWorkplace, answeredWorkplace } from './asked-workplace.js';
import { isWorkThere } from './being-at.js';
import { beside, bookedFor, cued, fronted, introduced, whereTheyWork } from './named-employers.js';
import { comesFrom, ownBusinesses } from './own-business.js';
import { paidBy } from './paid-by.js';
import { readOrganizationAt, type SpokenOrganization } from './read-organization.js';
import { workClauses } from './work-clauses.js';
import { LEFT } from './work-cues.js';

interface HeldEmployer {
  readonly turn: number;
  readonly spoken: SpokenOrganization;
}

/** Whom the caller works for now. */
export const findEmployer: Finder = (call) => {
  let held: HeldEmployer | undefined;
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') held = heldIn(turn, agreedWorkplace(call, turn)) ?? held;
    else if (turn.speaker === 'caller') held = said(call, turn, held);
  }
  if (!held) return [];
  const text = call.turns[held.turn]?.text ?? '';
  const { start, end } = held.spoken;
  const value = withoutOffice(text, held.spoken);
  const statement = `works for ${value}`;
  return [
    { predicate: 'employer', value, statement, turn: held.turn, quote: text.slice(start, end), confidence: 0.85 },
  ];
};

const RETIRED = /\b(?:i'm|i am|im|i've|been) (?:now )?retired\b|\b(?:i )?retired (?:last|in|this)\b/;

/** Whom the caller works for after one of the caller's turns. */
function said(call: ReadCall, turn: ReadTurn, before: HeldEmployer | undefined): HeldEmployer | undefined {
  const left = Array.from(turn.plain.matchAll(LEFT)).flatMap(
    (match) => readOrganizationAt(turn.text, match.index + match[0].length)?.name.toLowerCase() ?? [],
  );
  const isOver = RETIRED.test(turn.plain) || left.includes(before?.spoken.name.toLowerCase() ?? ' ');
  const named = namedIn(call, turn).findLast(
    ({ name, end }) =>
      !left.includes(name.toLowerCase()) &&
      !/\d/.test(name) &&
      !isTakenBack(call, { turn: turn.index, end, value: name }),
  );
  const question = questionBefore(call, turn.index);
  if (named || !question) return heldIn(turn, named) ?? (isOver ? undefined : before);
  const { agreed, said: other } = answeredEmployer(turn, question, call.country);
  return (
    heldIn(turn, other) ??
    heldIn(question, agreed) ??
    heldIn(turn, answeredWorkplace(turn, question)) ??
    (isOver ? undefined : before)
  );
}

/** The employers that a caller's turn names by itself; of several the last one counts most. */
function namedIn(call: ReadCall, turn: ReadTurn): readonly SpokenOrganization[] {
  return [
    ...cued(turn),
    ...workClauses(turn, call.country)
      .filter((clause) => clause.kind === 'work' || isWorkThere(call, turn, clause))
      .map(({ spoken }) => spoken),
    ...ownBusinesses(turn, call.country),
    ...bookedFor(call, turn),
    ...beside(turn),
    ...whereTheyWork(turn),
    ...introduced(turn),
    ...fronted(turn),
    ...paidBy(turn, call.country),
    ...comesFrom(turn),
  ];
}

const heldIn = ({ index }: ReadTurn, spoken: SpokenOrganization | undefined): HeldEmployer | undefined =>
  spoken && { turn: index, spoken };

/** "I'm at Lululemon's office" */
function withoutOffice(text: string, { name, end }: SpokenOrganization): string {
  return /^ (?:head )?(?:offices?|warehouse|depot|hq|headquarters|factory|site|plant|branch|kitchen)\b/i.test(
    text.slice(end),
  )
    ? name.replace(/['’]s$/, '')
    : name;
}
