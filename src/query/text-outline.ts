/** A text in which every plain value is cut out. */
export interface Outline {
  /** The text with U+0001 in the place of each value. */
  readonly text: string;
  /** The values, decoded. */
  readonly values: readonly string[];
  /** Where they stood. */
  readonly gaps: readonly { readonly start: number; readonly end: number }[];
}

const DELIMITERS = '(){},';

const CLOSERS = ')},';

const GAP = '\u0001';

/** Below it no text can pass the language's limit on encoded text, whatever its characters. */
const TEXT_CHARACTERS_MAX = 1820;

/**
 * Characters that end no value, begin no quotes or brackets and mean themselves in every place: letters, digits, `_ - : @ * .`.
 * A plus begins a value only where both readings take it for one.
 */
const PLAIN = '(?:\\+(?=\\d{7}))?(?:[\\w:@*.-]|%2B|%3A|%25|%(?![\\dA-Fa-f]{2}))+';

/** The operators with one value on the right: all but the list of `in` and what takes JSON. */
const OPERATOR = 'eq|neq|gte?|lte?|i?like|i?match|is|isdistinct|(?:pl|ph|w)?fts';

/**
 * The right side of a condition that is raw to its end: any printable ASCII but what a reading may take for something else
 * (an escape, a plus, a placeholder).
 */
const RAW_VALUE = new RegExp(
  `^((?:not\\.)?(?:${OPERATOR}(?:\\([a-z]+\\))?)\\.)((?:\\+(?=\\d{7}))?(?:[^&%+{\\u0000-\\u001f\\u007f-\\uffff]|%2B|%3A|%25|%(?![\\dA-Fa-f]{2}))+)$`,
);

/** An element of a list, whole. */
const ELEMENT = new RegExp(`^${PLAIN}$`);

/** A condition in a tree, up to its value and the value itself. */
const TREE_CONDITION = new RegExp(`^(.*?\\.(?:${OPERATOR})\\.)(${PLAIN})$`);

/** The escapes that a value may hold; a lone percent sign stands for itself. */
const ESCAPES = { '2B': '+', '3A': ':', '25': '%' } as const;

/** Parameters that hold no values, or a number that may as well be part of the outline. */
const WITHOUT_VALUES = /^\??(?:limit|offset|order|select|page)/;

/**
 * Cuts the plain values out of a text, without reading it: what is cut may turn out to be no value, which whoever makes use of an
 * outline has to find out by the grammar. Undefined for a text that holds what an outline cannot.
 */
export function outlineOf(text: string): Outline | undefined {
  if (text.length > TEXT_CHARACTERS_MAX || text.includes(GAP)) return undefined;
  const values: string[] = [];
  const gaps: { start: number; end: number }[] = [];
  let outline = '';
  const cut = (value: string, start: number) => {
    values.push(
      value.includes('%') ? value.replace(/%(2B|3A|25)/g, (_, code: keyof typeof ESCAPES) => ESCAPES[code]) : value,
    );
    gaps.push({ start, end: start + value.length });
    outline += GAP;
  };

  /** What stands between brackets and commas, piece by piece. */
  const cutNested = (nested: string, offset: number) => {
    let from = 0;
    let opener = '';
    for (let at = 0; at <= nested.length; at++) {
      const character = nested[at] ?? '';
      if (!DELIMITERS.includes(character)) continue;
      const piece = nested.slice(from, at);
      if (piece !== '' && CLOSERS.includes(character)) {
        if (opener !== '') {
          if (ELEMENT.test(piece)) cut(piece, offset + from);
          else outline += piece;
        } else {
          const condition = TREE_CONDITION.exec(piece);
          outline += condition === null ? piece : condition[1]!;
          if (condition !== null) cut(condition[2]!, offset + from + condition[1]!.length);
        }
      } else outline += piece;
      outline += character;
      // Elements stand in a list and in an array literal, conditions everywhere else.
      if (character === '(') opener = piece.endsWith('in.') ? '(' : '';
      else if (character === '{') opener = nested[at - 1] === '{' ? '' : '{';
      else if (character !== ',') opener = '';
      from = at + 1;
    }
  };

  let start = 0;
  for (;;) {
    const ampersand = text.indexOf('&', start);
    const end = ampersand < 0 ? text.length : ampersand;
    const pair = text.slice(start, end);
    const right = pair.indexOf('=') + 1;
    if (right === 0 || WITHOUT_VALUES.test(pair)) outline += pair;
    else {
      const raw = RAW_VALUE.exec(pair.slice(right));
      if (raw !== null) {
        outline += pair.slice(0, right) + raw[1]!;
        cut(raw[2]!, start + right + raw[1]!.length);
      } else {
        outline += pair.slice(0, right);
        cutNested(pair.slice(right), start + right);
      }
    }
    if (ampersand < 0) return { text: outline, values, gaps };
    outline += '&';
    start = end + 1;
  }
}
