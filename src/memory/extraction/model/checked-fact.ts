import { isPredicate, type Predicate } from '../../predicates.js';
import type { Call, CallTurn } from '../call.js';
import type { ExtractedFact } from '../extraction.js';
import { checkedValue, isDay, oneLine } from './checked-value.js';
import type { AnsweredFact } from './extraction-answer.js';

const QUOTE_CHARACTERS_MAX = 1_000;
const CLAUSE_CHARACTERS_MAX = 300;
const NAME_CHARACTERS_MAX = 100;

/**
 * A model's fact, held to the transcript: its quote must stand in a turn of the one whose words count, its value must be what the registry
 * says. Nothing where it is not so. A predicate that is unknown becomes a note.
 */
export function checkedFact(call: Call, answered: AnsweredFact): ExtractedFact | undefined {
  const predicate: Predicate = isPredicate(answered.predicate) ? answered.predicate : 'note';
  const about = answered.about ? oneLine(answered.about, NAME_CHARACTERS_MAX) : '';
  const found = quoted(call, answered, (turn) => mayBeEvidence(turn, predicate, { ...answered, about }));
  const statement = oneLine(answered.statement, CLAUSE_CHARACTERS_MAX);
  const value = checkedValue(predicate, isPredicate(answered.predicate) ? answered.value : statement, call.country);
  if (!found || value === undefined) return undefined;
  const speaker = call.turns[found.turn]?.speaker === 'agent' ? 'agent' : 'caller';
  const day = (text: string | null | undefined): string | undefined =>
    text && isDay(text.slice(0, 10)) && /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text)
      ? text
      : undefined;
  const [validFrom, validTo] = [day(answered.valid_from), day(answered.valid_to)];
  const replaces = answered.replaces ? oneLine(answered.replaces, CLAUSE_CHARACTERS_MAX) : '';
  return {
    predicate,
    value,
    statement: statement === '' ? `${predicate.replace('_', ' ')} ${value}` : statement,
    ...found,
    ...(predicate === 'open_item' && { by: speaker }),
    ...(about !== '' && { about }),
    confidence: Math.min(1, Math.max(0, answered.confidence ?? 0.7)),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    ...(replaces !== '' && { replaces }),
  };
}

/** The agent's words count for what both sides agree on or promise, another person's on the telephone for that person. */
function mayBeEvidence(
  turn: CallTurn,
  predicate: Predicate,
  { by, about }: { by?: string | null | undefined; about: string },
): boolean {
  if (predicate === 'open_item') return turn.speaker === (by ?? turn.speaker) && turn.speaker !== 'other';
  if (turn.speaker === 'agent') return predicate === 'appointment';
  return turn.speaker === 'caller' || about !== '';
}

/** Where the quote stands, as it stands there: in the turn that was named, or in the only other one that has it. */
function quoted(
  call: Call,
  { turn, quote }: AnsweredFact,
  isEvidence: (turn: CallTurn) => boolean,
): { readonly turn: number; readonly quote: string } | undefined {
  const words = quote.trim();
  if (words.length < 2 || words.length > QUOTE_CHARACTERS_MAX) return undefined;
  const pattern = new RegExp(
    words
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"))
      .join('\\s+'),
    'i',
  );
  const places = call.turns.flatMap((one, index) => {
    const said = isEvidence(one) ? pattern.exec(one.text)?.[0] : undefined;
    return said === undefined ? [] : [{ turn: index, quote: said }];
  });
  return places.find((place) => place.turn === turn) ?? (places.length === 1 ? places[0] : undefined);
}
