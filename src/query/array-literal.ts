import { SyntaxError as GrammarError, parse as parseGrammar } from './generated/conversation-query.js';
import { Reader, StopReading } from './reader.js';

/**
 * The elements of an array literal, `{a,"b c"}`, as texts; undefined where `text` is none, or one of
 * more elements than a list may have. This is how the right side
 * of cs, cd and ov is read when it is not JSON. The text is a value already: it is not percent-decoded again.
 */
export function readArrayLiteral(text: string): readonly string[] | undefined {
  const first = text.trimStart()[0];
  if (first !== '{') return undefined;
  // "&" ends a parameter in the grammar, and here it is a character like others: it goes in as its stand-in.
  const standIns = text.replaceAll('&', '\uDC26');
  const reader = new Reader({ text: standIns, source: text }, 'string', false);
  try {
    const list = parseGrammar(standIns, { reader, startRule: 'ArrayLiteralOnly' });
    return list.elements.map((element) => (element.kind === 'text' ? element.text : ''));
  } catch (error) {
    if (error instanceof GrammarError || error instanceof StopReading) return undefined;
    throw error;
  }
}
