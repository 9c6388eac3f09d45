/**
 * A text in lower case with straight apostrophes and single-width blanks, of the same length: a place in it is the same place in the
 * text as it was said, which is what quotes are cut by.
 */
export function plainText(text: string): string {
  let plain = '';
  for (const unit of text.split('')) {
    const lower = unit.toLowerCase();
    plain += unit === '’' || unit === '‘' ? "'" : /\s/.test(unit) ? ' ' : lower.length === 1 ? lower : unit;
  }
  return plain;
}
