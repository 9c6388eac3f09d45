/** An order, as far as it matters for going on from the last row. */
export interface PagedOrder {
  /** As it is printed. */
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** What is slow about an offset, and what does the same at no cost. */
export interface DeepOffset {
  /** A full sentence. */
  readonly message: string;
  /** Full sentences. */
  readonly hint: string;
}

/**
 * An offset from which on it is said to be slow. Postgres reads what an offset passes over like what it answers with, at 0.3 to 0.6 µs
 * a conversation (docs/figures.md, half the store at a million and at ten million): with ten thousand of them that is 3 to 6 ms,
 * more than the whole request takes without. Below that nobody would notice, and lists of a few pages are best read like that.
 */
const DEEP_OFFSET_MIN = 10_000;

/** Fields in whose order an index holds the conversations, and which each conversation has. */
const KEYS: ReadonlySet<string> = new Set(['last_message_at', 'created_at']);
const DEFAULT_ORDER: PagedOrder = { field: 'last_message_at', direction: 'desc' };

/**
 * Pure.
 *
 * @param order empty: the order of a query that names none
 * @returns undefined for an offset that costs nothing worth a word
 */
export function deepOffset(offset: number, order: readonly PagedOrder[]): DeepOffset | undefined {
  if (offset < DEEP_OFFSET_MIN) return undefined;
  const [first = DEFAULT_ORDER, ...others] = order;
  const isKey = KEYS.has(first.field) && others.every((other, at) => at === 0 && isById(other, first.direction));
  const { field, direction } = isKey ? first : DEFAULT_ORDER;
  const beyond = direction === 'asc' ? 'gt' : 'lt';
  const instead = `${field}=${beyond}e.TIME&or=(${field}.${beyond}.TIME,id.${beyond}.ID)`;
  return {
    message: `offset=${offset} reads that many conversations and throws them away, more with each page.`,
    hint: `${isKey ? 'Write' : `Order by ${field}.${direction} and write`} ${instead} in its place, with the ${field} and the id of the last one read.`,
  };
}

/** By `id` the same way, as every order ends that does not say so. */
function isById({ field, direction }: PagedOrder, way: PagedOrder['direction']): boolean {
  return field === 'id' && direction === way;
}
