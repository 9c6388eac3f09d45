import type { ForbiddenFact, LabelledFact } from './transcript.js';

/** A fact as an extractor reports it, in the words of README.md. */
export type ExtractedFact = { predicate: string; value: string; by?: 'caller' | 'agent' | undefined };

const DATED = /^((?:cancelled )?)(\d{4}-\d{2}-\d{2})(t\d{2}:\d{2})?(?=\s|$)\s*/;

/** Whether an extracted fact is the labelled one: README.md, "Which extracted fact is right". */
export function matchesFact(extracted: ExtractedFact, labelled: LabelledFact): boolean {
  if (extracted.predicate !== labelled.predicate) return false;
  if (labelled.by !== undefined && extracted.by !== labelled.by) return false;
  const found = dateAndRest(extracted);
  const isSame = (value: string) => {
    const wanted = dateAndRest({ predicate: labelled.predicate, value });
    return wanted.date === found.date && wanted.rest === found.rest;
  };
  if ([labelled.value, ...(labelled.accept ?? [])].some(isSame)) return true;
  if (dateAndRest(labelled).date !== found.date) return false;
  if (labelled.keywords) return labelled.keywords.every((keyword) => containsStem(found.rest, keyword));
  return labelled.predicate === 'appointment';
}

/** Whether an extracted fact is a forbidden one. Ask only about facts that match no expected or allowed one. */
export function matchesForbidden(extracted: ExtractedFact, forbidden: ForbiddenFact): boolean {
  if (extracted.predicate !== forbidden.predicate) return false;
  if (forbidden.value === undefined) return true;
  const [value, wrong] = [normalized(extracted.value), normalized(forbidden.value)];
  if (extracted.predicate === 'appointment') return value.startsWith(wrong);
  return asWords(value).includes(asWords(wrong));
}

/** Letters and digits alone, a space around each run of them. */
function asWords(value: string): string {
  return ` ${value.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

function containsStem(value: string, keyword: string): boolean {
  return keyword.split('|').some((stem) => value.includes(stem));
}

/** The date in front of appointments and open items, and what follows; other values have no date. */
function dateAndRest({ predicate, value }: { predicate: string; value: string }): { date: string; rest: string } {
  const plain = normalized(value);
  const dated = predicate === 'appointment' || predicate === 'open_item' ? DATED.exec(plain) : null;
  if (!dated) return { date: '', rest: plain };
  const [whole, cancelled = '', day = '', time = ''] = dated;
  return { date: cancelled + day + (predicate === 'open_item' ? '' : time), rest: plain.slice(whole.length) };
}

function normalized(value: string): string {
  return value
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;!?]+|[\s.,;!?]+$/g, '');
}
