/** One row of an error table: a bad text, and each problem's code and culprit, which is what its location spans. */
export interface Mistake {
  readonly text: string;
  readonly reading: 'string' | 'http';
  readonly problems: readonly (readonly [code: string, culprit: string])[];
}

/** The error tables of one subject. */
export interface MistakeSubject {
  readonly subject: string;
  readonly mistakes: readonly Mistake[];
}

/** A conversation_query string with one problem. */
export function wrong(text: string, code: string, culprit: string): Mistake {
  return { text, reading: 'string', problems: [[code, culprit]] };
}

/** A conversation_query string with several, in the order of their places. */
export function wrongs(text: string, ...problems: Mistake['problems']): Mistake {
  return { text, reading: 'string', problems };
}

/** The query string of an HTTP request with one problem. */
export function wrongOverHttp(text: string, code: string, culprit: string): Mistake {
  return { text, reading: 'http', problems: [[code, culprit]] };
}
