import { type Document, isMap, isScalar, type LineCounter, type Node, type Pair } from 'yaml';
import type { PolicyProblem } from './policy-problem.js';

type Path = readonly PropertyKey[];

/** Where things stand in a policy file: from a place in its data to a line and a column. */
export class PolicySource {
  readonly #text: string;
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;

  constructor(text: string, document: Document.Parsed, lines: LineCounter) {
    this.#text = text;
    this.#document = document;
    this.#lines = lines;
  }

  /** The whole value at a path, or what is nearest above it. */
  at(path: Path): Pick<PolicyProblem, 'line' | 'column' | 'length'> {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = this.#document.getIn(path.slice(0, depth), true) as Node | undefined;
      if (node?.range) return this.#place(node.range[0], node.range[1]);
    }
    return { line: 1, column: 1, length: 1 };
  }

  /** A key of the map at a path. */
  atKey(path: Path, key: string): Pick<PolicyProblem, 'line' | 'column' | 'length'> {
    const map = this.#document.getIn([...path], true);
    if (!isMap(map)) return this.at(path);
    const pair = map.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === key);
    const range = (pair?.key as Node | undefined)?.range;
    return range ? this.#place(range[0], range[1]) : this.at(path);
  }

  /** A part of the text value at a path, from one UTF-16 unit of it to another. */
  within(path: Path, start: number, end: number): Pick<PolicyProblem, 'line' | 'column' | 'length'> {
    const node = this.#document.getIn([...path], true);
    if (!isScalar(node) || !node.range) return this.at(path);
    const value = String(node.value);
    const [from, to] = node.range;
    const source = this.#text.slice(from, to);
    // Plain and simply quoted text stands in the source as it is. Escapes and folded lines move it: then the culprit is looked for.
    const direct = source.indexOf(value);
    if (direct >= 0) return this.#place(from + direct + start, from + direct + end);
    const culprit = value.slice(start, end);
    const found = culprit === '' ? -1 : source.indexOf(culprit);
    return found >= 0 ? this.#place(from + found, from + found + culprit.length) : this.#place(from, to);
  }

  offset(start: number, end: number): Pick<PolicyProblem, 'line' | 'column' | 'length'> {
    return this.#place(start, end);
  }

  #place(start: number, end: number): Pick<PolicyProblem, 'line' | 'column' | 'length'> {
    const { line, col } = this.#lines.linePos(start);
    const lineEnd = this.#text.indexOf('\n', start);
    const length = Math.min(end, lineEnd < 0 ? this.#text.length : lineEnd) - start;
    return { line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, length) };
  }
}
