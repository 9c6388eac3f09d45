import { shorten } from '../../shorten.js';
import { type Fault, fault } from '../fault.js';

/** Thrown inside the reading of a pattern, and caught where it began: what was wrong with it. */
export class PatternRefused extends Error {
  readonly fault: Fault;

  constructor(refused: Fault) {
    super(refused.message);
    this.fault = refused;
  }
}

/** A regular expression as its readers see it: a place in it, and a way to refuse what stands there. */
export class PatternText {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** True, and past it, where `token` stands next. */
  eat(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  /** Whether `token` stands next. */
  sees(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  /** The next character, as a code point; only where there is one. */
  take(): number {
    const code = this.text.codePointAt(this.at)!;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  /** The text from `start` to the place reached. */
  since(start: number): string {
    return this.text.slice(start, this.at);
  }

  /** Refuses what Postgres would refuse, or what we are not sure of: `what` is a clause about the text from `start`. */
  refuse(what: string, hint: string, start: number, end = this.at): never {
    throw new PatternRefused(
      fault('RQ306', `${what} in the regular expression "${shorten(this.text)}".`, hint, { start, end }),
    );
  }

  /** Refuses what Postgres would take, at a price that nobody should pay. */
  tooComplex(what: string, hint: string, start: number, end = this.at): never {
    throw new PatternRefused(
      fault('RQ407', `${what} in the regular expression "${shorten(this.text)}".`, hint, { start, end }),
    );
  }
}
