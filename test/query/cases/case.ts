import type { Answer } from '../model/evaluate.js';

/** One row of a case table: a text, what it is called canonically, and what it finds in the fixed conversations. */
export interface Case {
  readonly text: string;
  /** How the text is read; `http` is the reading of a request's query string. */
  readonly reading: 'string' | 'http';
  readonly canonical: string;
  /** In order: the labels of the conversations found or, of a `select`, the answered rows themselves. */
  readonly rows: readonly (string | Answer)[];
}

/** The case tables of one subject. */
export interface Subject {
  readonly subject: string;
  readonly cases: readonly Case[];
}

/** A text that is canonical as it stands. */
export function canonical(text: string, ...rows: Case['rows']): Case {
  return { text, reading: 'string', canonical: text, rows };
}

/** A text that means the canonical one beside it. */
export function means(text: string, canonicalText: string, ...rows: Case['rows']): Case {
  return { text, reading: 'string', canonical: canonicalText, rows };
}

/** The query string of an HTTP request that means the canonical text beside it. */
export function http(text: string, canonicalText: string, ...rows: Case['rows']): Case {
  return { text, reading: 'http', canonical: canonicalText, rows };
}
