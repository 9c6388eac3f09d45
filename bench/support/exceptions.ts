/**
 * How many were not as they had to be, and why: `19 of 1000 were not whole: incomplete`.
 *
 * @param wanted `whole`, `answered`
 */
export function exceptions(count: number, of: number, wanted: string, reasons: readonly string[] = []): string {
  const why = count === 0 || reasons.length === 0 ? '' : `: ${reasons.join(', ')}`;
  return `${count} of ${of} were not ${wanted}${why}`;
}
