import type { ProblemCode } from '../catalogue.js';

/** What is wrong with one value or pattern, before anyone knows where it stands: a problem without its place. */
export interface Fault {
  readonly kind: 'fault';
  readonly code: ProblemCode;
  /** A full sentence that quotes the culprit. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
  /** Where in the value the culprit is (UTF-16 offsets, end exclusive). Absent: all of it. */
  readonly part?: Part;
}

export interface Part {
  readonly start: number;
  readonly end: number;
}

export function fault(code: ProblemCode, message: string, hint: string | undefined, part?: Part): Fault {
  return {
    kind: 'fault',
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(part === undefined ? {} : { part }),
  };
}
