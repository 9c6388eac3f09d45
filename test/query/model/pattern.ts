/** LIKE and regular expressions as the dialect reads them, over code points, with ASCII case folding. */

type Token =
  | { readonly kind: 'literal'; readonly character: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'one' };

/** True where the whole text matches: `*` and `%` stand for anything, `_` for one character, `\x` for x itself. */
export function likeMatches(text: string, pattern: string, ignoreCase: boolean): boolean {
  const fold = ignoreCase ? foldAscii : (raw: string) => raw;
  const characters = [...fold(text)];
  const tokens = likeTokens(fold(pattern));
  // reached[i]: the tokens so far can match the first i characters.
  let reached = characters.map(() => false);
  reached = [true, ...reached];
  for (const token of tokens) {
    const before = reached;
    reached = before.map((_, index) => {
      if (token.kind === 'any') return before.slice(0, index + 1).includes(true);
      if (index === 0 || !before[index - 1]) return false;
      return token.kind === 'one' || token.character === characters[index - 1];
    });
  }
  return reached[characters.length] === true;
}

function likeTokens(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  const characters = [...pattern];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] as string;
    if (character === '\\') {
      const escaped = characters[++index];
      if (escaped === undefined) throw new Error(`A pattern that ends in a backslash is no valid pattern: ${pattern}`);
      tokens.push({ kind: 'literal', character: escaped });
    } else if (character === '*' || character === '%') tokens.push({ kind: 'any' });
    else if (character === '_') tokens.push({ kind: 'one' });
    else tokens.push({ kind: 'literal', character });
  }
  return tokens;
}

/**
 * Only for the subset that JavaScript and Postgres read alike: literals, `.`, `[…]`, `( )`, `|`, `* + ? {m,n}`, `^` at
 * the start and `$` at the end. A dot matches a line break in Postgres, and `^ $` know no lines: hence the flags.
 */
export function regularExpressionMatches(text: string, pattern: string, ignoreCase: boolean): boolean {
  const fold = ignoreCase ? foldAscii : (raw: string) => raw;
  return new RegExp(fold(pattern), 'su').test(fold(text));
}

/** Text is compared by bytes, so case is a matter of the 26 letters alone. */
export function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
