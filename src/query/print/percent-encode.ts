/**
 * The last layer of printing: ASCII text that reads the same as a string and as the query string of a URL.
 *
 * Escaped are space, `%`, `&`, `#`, `+`, controls and everything beyond ASCII; the rest stays raw, so that a query stays
 * readable. Two braces in a row are escaped too: raw ones begin a placeholder.
 */

/** Printable ASCII but for `#`, `%`, `&` and `+`, and with no brace to count. */
const RAW = /^[!"$'-*,-z|}~]*$/;
const NOT_RAW = /[\ud800-\udbff][\udc00-\udfff]|[^!"$'-*,-~]|\{{2,}/g;

/** Encodes text, with every `+` as `%2B`. */
export function encodeText(text: string): string {
  return RAW.test(text) ? text : text.replace(NOT_RAW, escaped);
}

/**
 * Encodes a value that stands unquoted.
 *
 * A `+` stays raw only where both readings take it for a plus: after a top-level operator's dot when a digit follows,
 * at the start of a list element or tree value (`start: 'element'`) when seven digits follow, after `sip:`, and in a
 * relative time (`isTime`: the field is a time). A space before a digit at the start gets that digit escaped: over HTTP
 * `%20` before digits is the plus of a phone number.
 */
export function encodeValue(text: string, start: 'value' | 'element', isTime: boolean): string {
  switch (text[0]) {
    case '+':
      if (start === 'value' ? /^\+[0-9]/.test(text) : /^\+[0-9]{7}/.test(text)) return `+${encodeText(text.slice(1))}`;
      break;
    case ' ':
      return encodeLeadingSpace(text);
    case 's':
      if (text.startsWith('sip:+')) return `sip:+${encodeText(text.slice(5))}`;
      break;
    case 'n':
    case 't':
    case 'y':
      if (isTime && /^(?:now|today|yesterday|tomorrow)\+[0-9]+[smhdw]$/.test(text)) return text;
      break;
  }
  return encodeText(text);
}

/** Encodes what stands between double quotes: every `+` escaped. */
export function encodeQuoted(quoted: string): string {
  return quoted.startsWith('" ') ? `"${encodeLeadingSpace(quoted.slice(1))}` : encodeText(quoted);
}

function encodeLeadingSpace(text: string): string {
  return /^ [0-9]/.test(text) ? `%20%3${text[1]}${encodeText(text.slice(2))}` : encodeText(text);
}

function escaped(match: string): string {
  if (match[0] === '{') return '%7B'.repeat(match.length);
  // Half a surrogate pair has no UTF-8. It stays as it is, and whoever reads the text refuses it.
  if (/^[\ud800-\udfff]$/.test(match)) return match;
  return encodeURIComponent(match);
}
