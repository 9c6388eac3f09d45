import type { ExtractedFact } from '../extraction.js';
import type { Finder } from '../finder.js';
import { type Claim, claimsIn, isClaimed, isOver } from '../language/claims.js';
import { isTakenBack } from '../language/retraction.js';
import { CANDIDATES_MAX } from './candidates-max.js';
import { answeredIn, namedIn } from './health/asked-conditions.js';
import { inUsualForm, isSamePart, namesInCapitals, statementOf } from './health/condition-value.js';
import { askedPart, diagnosesIn, pregnancyIn, statesIn } from './health/diagnoses.js';
import { HAVING_FRAMES } from './health/having-frames.js';
import { PART_FRAMES } from './health/part-frames.js';
import { toldStatesIn } from './health/told-states.js';
import { TREATMENT_FRAMES } from './health/treatment-frames.js';

const FRAMES = [...HAVING_FRAMES, ...PART_FRAMES, ...TREATMENT_FRAMES];

/** Illnesses, injuries and states of health of the caller that hold now. */
export const findConditions: Finder = (call) => {
  const facts: ExtractedFact[] = [];
  let candidates = 0;
  const take = (said: string, turn: number, quote: string, confidence: number): void => {
    candidates += 1;
    if (candidates > CANDIDATES_MAX) return;
    const value = inUsualForm(said);
    const end = (call.turns[turn]?.text.indexOf(quote) ?? 0) + quote.length;
    if (isTakenBack(call, { turn, end, value })) return;
    const longer = facts.find(
      (fact) => fact.value === value || ` ${fact.value} `.includes(` ${value} `) || isSamePart(fact.value, value),
    );
    if (longer || facts.some((fact) => /pregnan/.test(fact.value) && /pregnan/.test(value))) return;
    const shorter = facts.findIndex((fact) => ` ${value} `.includes(` ${fact.value} `));
    if (shorter >= 0) facts.splice(shorter, 1);
    facts.push({ predicate: 'condition', value, statement: statementOf(value), turn, quote, confidence });
  };
  for (const claim of claimsIn(call)) {
    for (const { pattern, read } of FRAMES) {
      for (const match of claim.plain.matchAll(pattern)) {
        const value = read(match, claim)?.replace(/\s+/g, ' ').trim();
        if (value === undefined || value === '' || !isClaimed(claim, match.index)) continue;
        if (isOver(claim, match.index + match[0].length) || isDenied(claim, match)) continue;
        take(
          namesInCapitals(value),
          claim.turn,
          claim.text.slice(match.index, match.index + match[0].length).trimEnd(),
          claim.isAgreed ? 0.7 : 0.8,
        );
      }
    }
  }
  for (const turn of call.turns) {
    if (turn.speaker !== 'caller') continue;
    for (const { value, quote } of namedIn(call, turn)) take(namesInCapitals(value), turn.index, quote, 0.7);
    const found = answeredIn(call, turn);
    if (found) take(namesInCapitals(found.value), turn.index, found.quote, 0.8);
    for (const { value, quote } of [
      ...diagnosesIn(call, turn),
      ...pregnancyIn(turn),
      ...statesIn(turn),
      ...askedPart(call, turn),
      ...toldStatesIn(call, turn),
    ]) {
      take(namesInCapitals(value), turn.index, quote, 0.7);
    }
  }
  const isMedicine = ({ value }: ExtractedFact): boolean => /^(?:on|takes) /.test(value) && !/^on crutches/.test(value);
  const isNamed = (names: RegExp): boolean => facts.some(({ value }) => names.test(value));
  return facts
    .filter(({ value }) => !(/\beyes?$/.test(value) && isNamed(/cataract|glaucoma|macular/)))
    .filter(({ value }) => !(/^hearing aids?$/.test(value) && isNamed(/\bdeaf|hearing loss/)))
    .filter((fact) => !isMedicine(fact) || !facts.some((other) => other.turn === fact.turn && !isMedicine(other)))
    .sort((a, b) => a.turn - b.turn);
};

function isDenied({ plain }: Claim, match: RegExpExecArray): boolean {
  const before = plain.slice(0, match.index);
  return (
    /\b(?:no|not|without|any) $/.test(before) ||
    (/^my /.test(match[0]) &&
      /\b(?:used to|had|when|was|were|after|before|since|survived|beat) (?:[a-z]+ )?$/.test(before)) ||
    /\b(?:giving me|gives me|such|worth|get|getting you) $/.test(before)
  );
}
