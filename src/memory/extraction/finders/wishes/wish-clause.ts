/** A wish as a clause: `prefers mornings`, `prefers an aisle seat` where that is how it was said. */
export function wishClause(kind: 'prefers' | 'dislikes', value: string, quote: string): string {
  const at = quote.toLowerCase().indexOf(value.toLowerCase());
  const [, article] = (at > 0 && /(?:^| )(an?|the) $/i.exec(quote.slice(0, at))) || [];
  return `${kind} ${article === undefined ? '' : `${article.toLowerCase()} `}${value}`;
}
