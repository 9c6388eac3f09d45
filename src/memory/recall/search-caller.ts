import type { IndexReaders } from '../search/search-index.js';
import { isSensitiveText, withoutSensitiveSentences } from '../sensitive-text.js';
import { CallerIndex, type FoundHit } from './caller-index.js';
import type { MemoryHit, MemorySearchRequest } from './caller-memories.js';
import type { CallerView } from './caller-view.js';
import { factText } from './search-documents.js';
import type { LocalTime } from './spoken-dates.js';

export interface SearchedCaller {
  readonly view: CallerView;
  readonly index: CallerIndex;
  readonly readers: IndexReaders;
  readonly now: Date;
  readonly localTime: LocalTime;
  /** Of the question. */
  readonly vector?: Float32Array | undefined;
}

const LIMIT_MAX = 100;

/** So many more are looked at when some of them may have to be left out. */
const SENSITIVE_SPARE = 3;

/**
 * Asks a caller's index.
 *
 * As of a moment, facts are weighed anew from what was known then, and searched by themselves: what replaced a fact later, or was
 * learned later, has no say. Their scores and those of what was said are each of their own best, and are put in one order.
 *
 * @returns best first
 */
export async function searchCaller(
  request: MemorySearchRequest,
  { view, index, readers, now, localTime, vector }: SearchedCaller,
): Promise<readonly MemoryHit[]> {
  const { query: text, kinds, asOf, withholdSensitive } = request;
  const limit = Math.max(0, Math.min(LIMIT_MAX, Math.floor(request.limit)));
  const asked = { text, now, limit: withholdSensitive ? limit * SENSITIVE_SPARE : limit };
  const hits = (found: readonly FoundHit[]): readonly MemoryHit[] => {
    const local = localTime(asOf ?? now);
    const made = found.map((one) => memoryHit(one, local));
    return (withholdSensitive ? made.flatMap(withoutSensitive) : made.map(({ hit }) => hit)).slice(0, limit);
  };
  if (asOf === undefined) return hits(index.search({ ...asked, kinds }, vector));

  const others = (kinds ?? ['turn', 'episode', 'fact']).filter((kind) => kind !== 'fact');
  const said = others.length === 0 ? [] : index.search({ ...asked, kinds: others, asOf }, vector);
  if (kinds !== undefined && !kinds.includes('fact')) return hits(said);
  const then = new CallerIndex(request.timeZone, readers);
  await then.update(view.factDocuments(view.factsAsOf(asOf)));
  const facts = then.search({ ...asked, asOf });
  return hits([...facts, ...said].toSorted((left, right) => right.hit.score - left.hit.score));
}

interface MadeHit {
  readonly hit: MemoryHit;
  readonly isSensitive: boolean;
}

/** @param local the moment that is spoken of: what is ahead then, and what is over */
function memoryHit({ found, hit: { document, score } }: FoundHit, local: string): MadeHit {
  const { kind, id, text, at, speaker = null, conversationId = null } = document;
  const common = { kind, id, text, score, at, speaker, conversationId };
  const none = { validFrom: null, validTo: null, quote: null, messageId: null, metadata: null };
  if ('fact' in found) {
    const { validFrom, validTo = null, evidence, sensitive } = found.fact;
    const { quote, messageId } = evidence[0];
    const told = factText(found.fact, local);
    return { hit: { ...common, ...none, text: told, validFrom, validTo, quote, messageId }, isSensitive: sensitive };
  }
  if ('turn' in found) {
    return { hit: { ...common, ...none, messageId: id, metadata: found.turn.metadata }, isSensitive: false };
  }
  return { hit: { ...common, ...none }, isSensitive: false };
}

/** Nothing where nothing of it may be told. */
function withoutSensitive({ hit, isSensitive }: MadeHit): readonly MemoryHit[] {
  if (isSensitive) return [];
  const quote = hit.quote !== null && isSensitiveText(hit.quote) ? null : hit.quote;
  if (!isSensitiveText(hit.text)) return [{ ...hit, quote }];
  const rest = hit.kind === 'episode' ? withoutSensitiveSentences(hit.text) : '';
  return rest === '' ? [] : [{ ...hit, quote, text: rest }];
}
