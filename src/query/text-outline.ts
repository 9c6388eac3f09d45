/** A text in which every plain value is cut out. */
export interface Outline {
  /** The text with U+0001 in the place of each value. */
  readonly text: string;
  /** The values, decoded. */
  readonly values: readonly string[];
  /** Where they stood. */
  readonly gaps: readonly { readonly start: number; readonly end: number }[];
}

const GAP = '\u0001';

/** Below it no text can pass the language's limit on encoded text, whatever its characters. */
const TEXT_CHARACTERS_MAX = 1820;

/**
 * Characters that end no value, begin no quotes or brackets and mean themselves in every place: letters, digits, and `_ - : @`.
 * A plus begins a value only where both readings take it for one.
 */
const PLAIN = '(?:\\+(?=\\d{7}))?(?:[\\w:@-]|%2B|%3A)+';

/**
 * The right side of a condition that is raw to its end: any printable ASCII but what a reading may take for something else
 * (an escape, a plus, a placeholder).
 */
const RAW_VALUE =
  /^((?:not\.)?(?:eq|neq|gte?|lte?|i?like|i?match|is|isdistinct|(?:pl|ph|w)?fts)\.)((?:\+(?=\d{7}))?(?:[^&%+{\u0000-\u001f\u007f-\uffff]|%2B|%3A)+)$/;

/** Elements of lists, and values in trees. */
const NESTED_VALUE = new RegExp(
  `(?<=in\\.\\(|[^{]\\{|,|\\.(?:eq|neq|gte?|lte?|i?like|i?match|is|isdistinct|(?:pl|ph|w)?fts)\\.)${PLAIN}(?=[,)}])`,
  'g',
);

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
    values.push(value.includes('%') ? decodeURIComponent(value) : value);
    gaps.push({ start, end: start + value.length });
    outline += GAP;
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
        let from = right;
        outline += pair.slice(0, right);
        for (const match of pair.slice(right).matchAll(NESTED_VALUE)) {
          const at = right + match.index;
          outline += pair.slice(from, at);
          cut(match[0], start + at);
          from = at + match[0].length;
        }
        outline += pair.slice(from);
      }
    }
    if (ampersand < 0) return { text: outline, values, gaps };
    outline += '&';
    start = end + 1;
  }
}
