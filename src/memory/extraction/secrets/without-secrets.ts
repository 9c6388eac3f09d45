import type { SecretKind } from './secret-cues.js';
import type { Secret } from './secrets-in.js';

/** How many of each kind were taken out. */
export type Redactions = Readonly<Partial<Record<SecretKind, number>>>;

export interface RedactedText {
  /** With `[card number]`, `[security code]`, `[password]`, `[account number]`, `[national id]` for what is secret. */
  readonly text: string;
  readonly redactions: Redactions;
}

/** A text with its secrets taken out. Where they overlap the first of the list counts. */
export function withoutSecrets(text: string, secrets: readonly Secret[]): RedactedText {
  const ordered = secrets
    .map((secret, rank) => ({ ...secret, rank }))
    .sort((a, b) => a.start - b.start || a.rank - b.rank || b.end - a.end);
  const redactions: Partial<Record<SecretKind, number>> = {};
  const pieces: string[] = [];
  let from = 0;
  let last: { end: number } | undefined;
  for (const { kind, start, end } of ordered) {
    if (last && start < last.end) {
      // What reaches further than the one before is secret too.
      last.end = Math.max(last.end, end);
      from = last.end;
      continue;
    }
    pieces.push(text.slice(from, start), `[${kind}]`);
    redactions[kind] = (redactions[kind] ?? 0) + 1;
    last = { end };
    from = end;
  }
  return { text: pieces.length === 0 ? text : pieces.join('') + text.slice(from), redactions };
}
