import {
  type Condition,
  type Field,
  type Filter,
  type Group,
  type List,
  type Location,
  OPERATORS,
  type Operand,
  type Operator,
  type OrderTerm,
  RANGE_OPERATORS,
  type SelectItem,
  type Text,
  type Value,
} from './ast.js';
import type { ProblemCode } from './catalogue.js';
import type { DecodedText, Reading } from './decode.js';
import { nearest } from './did-you-mean.js';
import { LIMITS, TEXT_SEARCH_OPERATORS } from './fields.js';
import type { FieldReading, Name, NumberParameter, Parameter, Range, Step, Test, Word } from './parameter.js';
import { PROBLEMS_MAX, type Problem } from './problem.js';
import { shorten } from './shorten.js';
import { plainText, resolve, trimBlanks, unescapeQuoted } from './stand-ins.js';

/** Thrown by the reader when reading on would be work without bound; the problem has been reported. */
export class StopReading extends Error {}

const OPERATOR_NAMES: ReadonlySet<string> = new Set(OPERATORS);
const RANGE_OPERATOR_NAMES: ReadonlySet<string> = new Set(RANGE_OPERATORS);
const PLACEHOLDER_OPERATORS: ReadonlySet<Operator> = new Set<Operator>([
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'isdistinct',
  'like',
  'ilike',
]);
/** Where a placeholder may stand, as a hint. */
export const PLACEHOLDER_HINT =
  'A placeholder stands for a whole value of eq, neq, gt, gte, lt, lte, isdistinct, like or ilike, or for an element of in.(…).';

const ORDER_WORDS = ['desc', 'asc', 'nullsfirst', 'nullslast'] as const;
const PLACEHOLDER = /^\{\{ *([A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*) *\}\}$/;

/**
 * The hand behind the grammar: makes the nodes of the syntax tree, knows each value's place and so what a stand-in
 * means there, counts what has a limit, and reports words that do not exist. One reader reads one text once.
 */
export class Reader {
  readonly http: boolean;
  readonly problems: Problem[] = [];
  /** The construct that was entered last and not left: where a syntax error is. */
  part: 'list' | 'array literal' | undefined;
  /** Where the text that the parser sees begins in the decoded text. */
  base = 0;
  readonly #decoded: DecodedText;
  readonly #prepared: boolean;
  /** True once a limit on the whole text was passed: nothing after it is read. */
  stopped = false;
  #conditions = 0;
  #elements = 0;
  #steps = 0;
  #level = 0;

  constructor(decoded: DecodedText, reading: Reading, prepared: boolean) {
    this.http = reading === 'http';
    this.#decoded = decoded;
    this.#prepared = prepared;
  }

  location(range: Range): Location {
    const start = range.start + this.base;
    const end = range.end + this.base;
    const offsets = this.#decoded.offsets;
    return offsets === undefined ? { start, end } : { start: offsets[start]!, end: offsets[end]! };
  }

  report(code: ProblemCode, message: string, hint: string | undefined, range: Range): void {
    if (this.problems.length >= PROBLEMS_MAX) {
      this.stopped = true;
      throw new StopReading();
    }
    this.problems.push({ code, message, ...(hint === undefined ? {} : { hint }), location: this.location(range) });
  }

  // ---- Counting

  /** One level of nesting more; `at` is the place of its bracket. */
  enter(at: number): true {
    if (++this.#level > LIMITS.levels) {
      this.report(
        'RQ403',
        `More than ${LIMITS.levels} levels of brackets.`,
        'Flatten the tree, or put the value in double quotes.',
        { start: at - 1, end: at },
      );
      throw new StopReading();
    }
    return true;
  }

  leave(): true {
    this.#level--;
    return true;
  }

  inside(part: 'list' | 'array literal'): true {
    this.part = part;
    this.#elements = 0;
    return true;
  }

  #countElement(range: Range): void {
    if (++this.#elements <= LIMITS.listElements) return;
    this.report('RQ404', `A list has at most ${LIMITS.listElements} elements.`, 'Ask several queries.', range);
    throw new StopReading();
  }

  /** Forgets how deep a parameter that could not be read went. */
  reset(): void {
    this.#level = 0;
    this.#steps = 0;
    this.#elements = 0;
    this.part = undefined;
  }

  // ---- Conditions

  condition({ field }: FieldReading, test: Test, range: Range): Condition {
    if (++this.#conditions > LIMITS.conditions) {
      this.report(
        'RQ402',
        `More than ${LIMITS.conditions} conditions.`,
        'Join values of one field with in.(…), or ask two queries.',
        range,
      );
      this.stopped = true;
      throw new StopReading();
    }
    const { negated, argument, operand } = test;
    const operator = test.operator.name;
    if (field.path.length === 0) this.#explainOperator(field.column, test.operator.location);
    if (this.#prepared) this.#checkPlaceholders(operator, operand);
    const condition = {
      kind: 'condition',
      negated,
      field,
      operator,
      operatorLocation: test.operator.location,
      operand,
      location: this.location(range),
    } as const;
    if (argument === null) return condition;
    const word = argument.word;
    if (word === 'any' || word === 'all') return { ...condition, quantifier: word };
    if (TEXT_SEARCH_OPERATORS.includes(operator)) return { ...condition, configuration: plainText(word).trim() };
    this.report(
      'RQ204',
      `"${operator}" does not take "(${shorten(plainText(argument.word))})".`,
      'Only (any) and (all) are known, in lower case; a text-search configuration goes with fts, plfts, phfts and wfts.',
      argument.range,
    );
    return condition;
  }

  /** A word that was no operator where the field tells what was meant. */
  #explainOperator(column: string, location: Location): void {
    const last = this.problems.at(-1);
    if (last?.code !== 'RQ202' || last.location.start !== location.start) return;
    const word = this.#decoded.source.slice(location.start, location.end);
    const hint =
      column === 'not'
        ? `Write the field first: ${shorten(word)}.not.eq.…; "not." stands before an operator or a group.`
        : column === 'metadata' && nearest(word, OPERATORS) === undefined
          ? `A metadata value is asked for by its path: metadata->${shorten(word)}.eq.…`
          : undefined;
    if (hint !== undefined) this.problems[this.problems.length - 1] = { ...last, hint };
  }

  operator(word: string, range: Range): Test['operator'] {
    const location = this.location(range);
    if (OPERATOR_NAMES.has(word)) return { name: word as Operator, location };
    if (RANGE_OPERATOR_NAMES.has(word)) {
      this.report('RQ205', `"${word}" compares ranges, and no field is a range.`, 'Use gt, gte, lt and lte.', range);
    } else {
      this.report('RQ202', `Unknown operator "${shorten(word)}".`, operatorHint(word), range);
    }
    return { name: 'eq', location };
  }

  /** Whether this is how the right side of the operator is written. */
  takes(form: 'list' | 'array literal' | 'value', operator: Test['operator'], argument: Word | null): boolean {
    const word = argument === null ? undefined : argument.word;
    if (word === 'any' || word === 'all') return form === (operator.name === 'in' ? 'list' : 'array literal');
    return form === (operator.name === 'in' ? 'list' : 'value');
  }

  group(negated: boolean, conjunction: 'and' | 'or', members: readonly Filter[], range: Range): Group {
    return { kind: 'group', negated, conjunction, members, location: this.location(range) };
  }

  // ---- Fields and paths

  field(column: Name, steps: readonly Step[], range: Range): FieldReading {
    this.#steps = 0;
    for (const step of steps) {
      if (step.arrow === '->>' && step !== steps.at(-1)) {
        this.report(
          'RQ104',
          '"->>" may only be the last arrow of a path.',
          'Write "->" before the last key.',
          step.range,
        );
      }
    }
    const path = steps.map((step) => step.step);
    const field: Field = { kind: 'field', column: this.#name(column), path, location: this.location(range) };
    return { field, as: steps.at(-1)?.arrow === '->>' ? 'text' : 'json' };
  }

  /** One more arrow of a path; `at` is where its key begins. */
  anotherStep(at: number): true {
    if (++this.#steps <= LIMITS.pathSteps) return true;
    this.report('RQ405', `A path has at most ${LIMITS.pathSteps} steps.`, 'Ask for a value nearer to the top.', {
      start: at - 2,
      end: at,
    });
    throw new StopReading();
  }

  step(arrow: string, key: Name, range: Range): Step {
    const text = this.#name(key);
    if (key.quoted || !/^-?\d+$/.test(text)) return { arrow: arrow as '->', step: { kind: 'key', key: text }, range };
    const index = Number(text);
    if (Math.abs(index) > 2 ** 31 - 1) {
      this.report(
        'RQ308',
        `"${shorten(text)}" is too large for an array index.`,
        `A key of digits needs quotes: ->"${shorten(text)}".`,
        key.range,
      );
    }
    return { arrow: arrow as '->', step: { kind: 'index', index: index === 0 ? 0 : index }, range };
  }

  #name(name: Name): string {
    const text = resolve(name.text, 'name');
    return name.quoted ? unescapeQuoted(text) : text;
  }

  // ---- Values

  /** The right side of a top-level condition, to its end. */
  rawValue(raw: string, range: Range): Value {
    return this.#placeholder(raw, range) ?? this.#text(resolve(raw, 'operand'), range);
  }

  /** An element of a list or a value of a tree that stands without quotes. */
  bareValue(raw: string, range: Range): Value {
    if (this.part !== undefined) this.#countElement(range);
    const bare = trimBlanks(raw);
    return this.#placeholder(bare, range) ?? this.#text(trimBlanks(resolve(bare, 'element')), range);
  }

  quotedValue(quoted: string, range: Range): Text {
    if (this.part !== undefined) this.#countElement(range);
    if (this.#prepared && quoted.includes('{{')) {
      this.report(
        'RQ112',
        'A placeholder cannot stand inside quotes.',
        'Write it alone, without the quotes: bind quotes the value.',
        range,
      );
    }
    return this.#text(unescapeQuoted(resolve(quoted, 'element')), range);
  }

  list(elements: readonly Value[], range: Range): List {
    this.part = undefined;
    return { kind: 'list', elements, location: this.location(range) };
  }

  #text(text: string, range: Range): Text {
    return { kind: 'text', text, location: this.location(range) };
  }

  #placeholder(raw: string, range: Range): Value | undefined {
    if (!raw.includes('{{')) return undefined;
    if (!this.#prepared) {
      if (!raw.startsWith('{{')) return undefined;
      this.report(
        'RQ112',
        `"${shorten(plainText(raw))}" is a placeholder, and nothing fills it here.`,
        'Use prepare(text) and bind(values); a literal "{{" is written %7B%7B.',
        range,
      );
      return this.#text('', range);
    }
    const name = PLACEHOLDER.exec(raw)?.[1];
    if (name !== undefined) return { kind: 'placeholder', name, location: this.location(range) };
    this.report(
      'RQ112',
      `"${shorten(plainText(raw))}" is not a placeholder alone.`,
      'A placeholder {{name}} stands for a whole value; a literal "{{" is written %7B%7B.',
      range,
    );
    return this.#text('', range);
  }

  #checkPlaceholders(operator: Operator, operand: Operand): void {
    if (PLACEHOLDER_OPERATORS.has(operator) && (operand.kind !== 'list' || operator === 'in')) return;
    const values = operand.kind === 'list' ? operand.elements : [operand];
    for (const value of values) {
      if (value.kind !== 'placeholder') continue;
      this.problems.push({
        code: 'RQ112',
        message: `"${operator}" does not take a placeholder here.`,
        hint: PLACEHOLDER_HINT,
        location: value.location,
      });
    }
  }

  // ---- What to answer with

  number(kind: NumberParameter, digits: string, range: Range): Parameter {
    const value = Number(digits);
    if (!Number.isSafeInteger(value)) {
      this.report('RQ308', `"${kind}=${shorten(digits)}" is out of range.`, 'Write a smaller number.', range);
    }
    return { kind, value, location: this.location(range) };
  }

  order(terms: readonly OrderTerm[], range: Range): Parameter {
    this.#elements = 0;
    return { kind: 'order-by', terms, location: this.location(range) };
  }

  orderTerm({ field }: FieldReading, words: readonly Word[], range: Range): OrderTerm {
    this.#countElement(range);
    let direction: 'asc' | 'desc' | undefined;
    let nulls: 'first' | 'last' | undefined;
    for (const { word, range: place } of words) {
      if ((word === 'asc' || word === 'desc') && direction === undefined && nulls === undefined) direction = word;
      else if ((word === 'nullsfirst' || word === 'nullslast') && nulls === undefined) {
        nulls = word === 'nullsfirst' ? 'first' : 'last';
      } else {
        const meant = nearest(word, ORDER_WORDS);
        const known = (ORDER_WORDS as readonly string[]).includes(word);
        this.report(
          'RQ108',
          known ? `"${word}" cannot stand here.` : `Unknown direction "${shorten(word)}".`,
          known || meant === undefined
            ? 'A direction is .asc or .desc, then .nullsfirst or .nullslast, each at most once.'
            : `Did you mean "${meant}"?`,
          place,
        );
        break;
      }
    }
    const term = { kind: 'order', field, direction: direction ?? 'asc', location: this.location(range) } as const;
    return nulls === undefined ? term : { ...term, nulls };
  }

  select(items: readonly SelectItem[], range: Range): Parameter {
    this.#elements = 0;
    return { kind: 'select-items', items, location: this.location(range) };
  }

  selectAll(range: Range): SelectItem {
    this.#countElement(range);
    return { kind: 'all', location: this.location(range) };
  }

  selectField(alias: Name | null, { field, as }: FieldReading, range: Range): SelectItem {
    this.#countElement(range);
    const item = { kind: 'select', field, as, location: this.location(range) } as const;
    return alias === null ? item : { ...item, alias: this.#name(alias) };
  }
}

function operatorHint(word: string): string {
  const meant = nearest(word, OPERATORS);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  return `Operators are ${OPERATORS.join(', ')}. A key that holds a dot needs quotes: metadata->"a.b".`;
}
