import { metadata } from '../../query/builder.js';
import { type PreparedQuery, printPortable, type Query, QueryError } from '../../query/index.js';

/** The memory query of a policy, with what is pinned to it. */
export interface MemoryQuery {
  /**
   * The portable text: values bound and never parsed, every pin ANDed, times absolute, order and limit written. Undefined when a value
   * is missing or unusable: no memory rather than one that is wider than it was meant to be.
   */
  textOf(
    values: Readonly<Record<string, unknown>>,
    pins: Readonly<Record<string, string>>,
    now: Date,
  ): { readonly text: string } | { readonly reason: string };
}

export function createMemoryQuery(prepared: PreparedQuery): MemoryQuery {
  return {
    textOf(values, pins, now) {
      const unset = Object.entries(pins).find(([, value]) => value === '');
      if (unset !== undefined) return { reason: `The pin "${unset[0]}" has no value.` };
      try {
        const bound = prepared.bind(values);
        return { text: printPortable(pinned(bound, pins), now).text };
      } catch (error) {
        // Its messages never hold a value.
        if (error instanceof QueryError) return { reason: error.message };
        throw error;
      }
    },
  };
}

/** Whatever the query's own conditions are, the pins hold, too: conditions of a query are joined by AND. */
function pinned(query: Query, pins: Readonly<Record<string, string>>): Query {
  const conditions = Object.entries(pins).map(([key, value]) => metadata(key).eq(value));
  return { ...query, where: [...query.where, ...conditions] };
}
