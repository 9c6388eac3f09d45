/**
 * How large the automaton becomes that Postgres makes of a part of a pattern, with repetitions written out: counted as
 * in Glushkov's construction, which has no empty transitions, as the automaton that Postgres compiles has none left.
 */
export interface Automaton {
  /** Characters, with repetitions written out. */
  readonly size: number;
  /** How many of them it can begin with, each as many times as it has arcs. */
  readonly first: number;
  /** How many of them it can end with. */
  readonly last: number;
  /** The arcs from one character to another. */
  readonly arcs: number;
  /** It matches the empty text. */
  readonly empty: boolean;
}

/** A character that is reached by so many arcs: one, and for `\w` or `[^a]` one for each sort of character it can be. */
export function character(arcs: number): Automaton {
  return { size: 1, first: arcs, last: 1, arcs: 0, empty: false };
}

export const NOTHING: Automaton = { size: 0, first: 0, last: 0, arcs: 0, empty: true };
/** A place such as `^` is a transition of its own, for as long as it has not been worked in. */
export const PLACE: Automaton = { size: 1, first: 1, last: 1, arcs: 0, empty: true };

/** `ab` */
export function sequence(a: Automaton, b: Automaton): Automaton {
  return {
    size: a.size + b.size,
    first: a.empty ? a.first + b.first : a.first,
    last: b.empty ? a.last + b.last : b.last,
    arcs: a.arcs + b.arcs + a.last * b.first,
    empty: a.empty && b.empty,
  };
}

/** `a|b` */
export function alternative(a: Automaton, b: Automaton): Automaton {
  return {
    size: a.size + b.size,
    first: a.first + b.first,
    last: a.last + b.last,
    arcs: a.arcs + b.arcs,
    empty: a.empty || b.empty,
  };
}

/** `a{fewest,most}`, `most` absent for as often as it likes. */
export function repeated(a: Automaton, fewest: number, most: number | undefined): Automaton {
  if (most === 0) return NOTHING;
  const copies = most ?? Math.max(fewest, 1);
  const between = a.last * a.first;
  // Where a copy may be left out, each can follow each before it.
  const pairs = a.empty ? (copies * (copies - 1)) / 2 : copies - 1;
  const loop = most === undefined ? between : 0;
  const optional = a.empty ? copies : Math.min(copies, copies - fewest + 1);
  return {
    size: a.size * copies,
    first: a.first * optional,
    last: a.last * optional,
    arcs: a.arcs * copies + between * pairs + loop,
    empty: a.empty || fewest === 0,
  };
}
