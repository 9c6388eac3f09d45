/** For `sort`: by code units, the same everywhere, whatever the language. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
