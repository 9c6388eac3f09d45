import type { CallerIdentity } from './caller-identity.js';

/** Longer ones are no addresses; what is in it beside the one @ is its server's business. */
const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[^\s@<>"]{1,60}$/;

/** The identity that an e-mail address is, whatever the case it is written in. Undefined for what is none. */
export function emailIdentity(text: string): CallerIdentity | undefined {
  return EMAIL.test(text) ? { kind: 'email', value: text.toLowerCase() } : undefined;
}
