/** Longer values are cut: they go into an assistant's prompt. */
export const OUTGOING_CHARACTERS_MAX = 4_000;

/** Long enough not to be found in ordinary text by chance. */
const SECRET_CHARACTERS_MIN = 6;

/** Everything that moves a cursor or ends a line in some reader, but for what a template may write itself: line feed and tab. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Half of a surrogate pair, which no UTF-8 can say. */
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * What a value may be when it leaves: text without control characters, and without `{{` or `{%`, which the platform would render
 * a second time. A value that holds a secret is empty instead.
 */
export function outgoingValue(text: string, secrets: readonly string[] = []): string {
  if (holdsSecret(text, secrets)) return '';
  const plain = text.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ').replace(LONE_SURROGATES, '\uFFFD');
  return cut(withoutTemplates(plain)).trim();
}

/** Whether a text has one of these secrets in it, as it stands. */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => secret.length >= SECRET_CHARACTERS_MIN && text.includes(secret));
}

/** Again and again, since what is left may close up to another one: `{{{{`, `{ {{ {`. */
function withoutTemplates(text: string): string {
  return text.replace(/\{(?=[{%])/g, '(').replace(/(?<=[}%])\}/g, ')');
}

function cut(text: string): string {
  if (text.length <= OUTGOING_CHARACTERS_MAX) return text;
  const end = text.charCodeAt(OUTGOING_CHARACTERS_MAX - 2);
  // Not between the halves of a pair.
  const length = end >= 0xd800 && end <= 0xdbff ? OUTGOING_CHARACTERS_MAX - 2 : OUTGOING_CHARACTERS_MAX - 1;
  return `${text.slice(0, length)}…`;
}
