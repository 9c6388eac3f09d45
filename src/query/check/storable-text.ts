import { type Fault, fault } from './fault.js';

const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** The character of a text that Postgres cannot hold, which fails any statement it is bound to: NUL, half a character. */
export function unstorableFault(text: string): Fault | undefined {
  if (!UNSTORABLE.test(text)) return undefined;
  const at = text.search(UNSTORABLE);
  const what = text[at] === '\0' ? 'a NUL character' : `a lone surrogate, U+${hex(text.charCodeAt(at))}`;
  return fault('RQ311', `The text holds ${what}.`, 'Postgres cannot store it: leave it out.', {
    start: at,
    end: at + 1,
  });
}

const hex = (code: number) => code.toString(16).toUpperCase();
