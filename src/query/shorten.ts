/** A culprit in a message: enough to know it by. */
export function shorten(text: string): string {
  // A pair of surrogates is kept whole or left out.
  return text.length > 60 ? `${text.slice(0, 59).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
