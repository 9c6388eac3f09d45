import fc from 'fast-check';
import {
  type Condition,
  type Field,
  type Filter,
  type Group,
  type List,
  NOWHERE,
  type Operand,
  type Operator,
  type OrderTerm,
  type PathStep,
  type Quantifier,
  type Query,
  type SelectItem,
  type Text,
  type WholeNumber,
} from '../../../src/query/ast.js';
import {
  ASKED_IDS,
  AWKWARD_TEXTS,
  LIKE_PIECES,
  NAMES,
  ODD_KEYS,
  REGULAR_EXPRESSIONS,
  SCALARS,
  TEXTS,
  TIMES,
  WORDS,
} from './vocabulary.js';

/**
 * Valid queries over the vocabulary: every operator of every field, quantifiers, `not`, trees, order, paging, select.
 * Nodes stand nowhere, as if they had been built in code.
 */

const text = (raw: string): Text => ({ kind: 'text', text: raw, location: NOWHERE });
const list = (raw: readonly string[]): List => ({ kind: 'list', elements: raw.map(text), location: NOWHERE });
const number = (value: number): WholeNumber => ({ kind: 'number', value, location: NOWHERE });
const key = (name: string): PathStep => ({ kind: 'key', key: name });
const index = (position: number): PathStep => ({ kind: 'index', index: position });
const column = (name: string): Field => ({ kind: 'field', column: name, path: [], location: NOWHERE });
const path = (...steps: readonly PathStep[]): Field => ({
  kind: 'field',
  column: 'metadata',
  path: steps,
  location: NOWHERE,
});

const anyText = fc.string({ unit: 'binary', maxLength: 12 }).filter((raw) => !raw.includes('\0'));

const awkwardText = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...AWKWARD_TEXTS) }, anyText);

const oddKey = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ODD_KEYS) }, awkwardText);

const pathField: fc.Arbitrary<Field> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(path(key('x'))) },
  { weight: 6, arbitrary: fc.constant(path(key('y'))) },
  { weight: 4, arbitrary: fc.constant(path(key('tags'))) },
  { weight: 4, arbitrary: fc.constantFrom(path(key('telnyx_end_user_target')), path(key('assistant_id'))) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      path(key('profile'), key('tier')),
      path(key('profile'), key('visits')),
      path(key('profile'), key('nested'), key('x')),
      path(key('items'), index(0), key('sku')),
      path(key('items'), index(-1), key('qty')),
      path(key('tags'), index(0)),
      path(key('tags'), index(-1)),
      path(key('tags'), index(1)),
      path(key('x'), index(0)),
      path(key('x'), index(-1)),
      path(key('x'), key('0')),
      path(key('x'), key('k')),
      path(key('x'), index(0), index(1)),
      path(key('profile')),
      path(key('items')),
      path(key('telnyx_end_user_target'), index(0)),
      path(index(0)),
      path(key('nowhere')),
    ),
  },
  { weight: 3, arbitrary: oddKey.map((name) => path(key(name))) },
  { weight: 1, arbitrary: oddKey.map((name) => path(key('x'), key(name))) },
);

/** JSON for the right of cs, cd, ov and of `metadata`. */
const jsonScalar = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...SCALARS) },
  { weight: 1, arbitrary: awkwardText.map((raw) => JSON.stringify(raw)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"\\u0061bc"', '"\\ud83d\\ude42"', '"a\\/c"', '-0.0', '5E0', '50e-1', '"\\u00e9"'),
  },
);
const jsonArray = fc
  .array(fc.oneof({ weight: 6, arbitrary: jsonScalar }, fc.constantFrom('"vip"', '["vip"]', '[]', '{"k":"v"}')), {
    maxLength: 3,
  })
  .map((elements) => `[${elements.join(',')}]`);
const jsonMember = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('x', 'y', 'k', '0'), fc.oneof(jsonScalar, jsonArray)) },
  fc.tuple(oddKey, fc.oneof(jsonScalar, jsonArray)),
  fc.tuple(fc.constant('profile'), fc.constantFrom('{"tier":"gold"}', '{}', '{"visits":3}')),
  fc.tuple(fc.constant('tags'), jsonArray),
);
const jsonObject = fc
  .uniqueArray(jsonMember, { maxLength: 2, selector: ([name]) => name })
  .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(', ')}}`);

/** `{a,"b c"}`; never one that is JSON too, which only `{}` could be. */
const arrayLiteral = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...TEXTS, 'vip', 'NULL', 'k') }, awkwardText),
      fc.boolean(),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((elements) => {
    const written = elements.map(([raw, bare]) =>
      bare && /^[\w+.-]+$/.test(raw) ? raw : `"${raw.replace(/["\\]/g, (reserved) => `\\${reserved}`)}"`,
    );
    return `{${written.join(',')}}`;
  });

const equalityText = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: awkwardText },
);
const relativeTime = /^(now|today|yesterday|tomorrow)/;
const likePattern = fc.array(fc.constantFrom(...LIKE_PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''));
const nameText = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...NAMES.flatMap((name) => (name === null ? [] : [name]))) },
  awkwardText,
);
const time = fc.constantFrom(...TIMES);
const uuid = fc
  .tuple(fc.constantFrom(...ASKED_IDS), fc.integer({ min: 0, max: 3 }))
  .map(([id, shout]) => (shout === 0 ? id.toUpperCase() : id));

interface Shape {
  readonly operator: Operator;
  readonly operand: Operand;
  readonly quantifier?: Quantifier;
  readonly configuration?: string;
}

const COMPARISONS: readonly Operator[] = ['gt', 'gte', 'lt', 'lte'];

function single(operators: readonly Operator[], value: fc.Arbitrary<string>): fc.Arbitrary<Shape> {
  return fc.tuple(fc.constantFrom(...operators), value).map(([operator, raw]) => ({ operator, operand: text(raw) }));
}

function quantified(operators: readonly Operator[], value: fc.Arbitrary<string>): fc.Arbitrary<Shape> {
  return fc
    .tuple(fc.constantFrom(...operators), fc.constantFrom<Quantifier>('any', 'all'), fc.array(value, { maxLength: 4 }))
    .map(([operator, quantifier, elements]) => ({ operator, quantifier, operand: list(elements) }));
}

function inList(value: fc.Arbitrary<string>): fc.Arbitrary<Shape> {
  return fc.array(value, { maxLength: 5 }).map((elements) => ({ operator: 'in', operand: list(elements) }));
}

function search(): fc.Arbitrary<Shape> {
  return single(['fts', 'plfts', 'phfts', 'wfts'], fc.constantFrom(...WORDS)).map((shape) => ({
    ...shape,
    configuration: 'simple',
  }));
}

const PATTERNS: readonly fc.Arbitrary<Shape>[] = [
  single(['like', 'ilike'], likePattern),
  single(['match', 'imatch'], fc.constantFrom(...REGULAR_EXPRESSIONS)),
  quantified(['like', 'ilike'], likePattern),
  quantified(['match', 'imatch'], fc.constantFrom(...REGULAR_EXPRESSIONS)),
];

/** Equality and order of one field, one value at a time, by quantifier and in a list. */
function comparisons(equal: fc.Arbitrary<string>, ordered: fc.Arbitrary<string>): readonly fc.Arbitrary<Shape>[] {
  return [
    single(['eq', 'neq', 'isdistinct'], equal),
    single(COMPARISONS, ordered),
    quantified(['eq'], equal),
    quantified(COMPARISONS, ordered),
    inList(equal),
  ];
}

const pathIs = single(
  ['is'],
  fc.constantFrom('null', 'not_null', 'true', 'false', 'unknown', 'NULL', 'True', 'Not_Null'),
);
const plainIs = single(['is'], fc.constantFrom('null', 'not_null', 'NULL'));

const SHAPES = {
  id: fc.oneof(
    ...comparisons(fc.oneof({ weight: 4, arbitrary: uuid }, fc.constantFrom('123', 'abc', '')), uuid),
    plainIs,
  ),
  name: fc.oneof(...comparisons(nameText, nameText), ...PATTERNS, search(), plainIs),
  time: fc.oneof(...comparisons(time, time), plainIs),
  metadata: fc.oneof(
    single(['eq', 'neq', 'isdistinct'], jsonObject),
    { weight: 3, arbitrary: single(['cs'], jsonObject) },
    single(['cd'], fc.oneof(jsonObject, jsonArray)),
    plainIs,
  ),
  path: fc.oneof(
    ...comparisons(
      equalityText,
      equalityText.filter((raw) => !relativeTime.test(raw)),
    ),
    ...PATTERNS,
    search(),
    pathIs,
    single(['cs', 'cd', 'ov'], fc.oneof(jsonArray, arrayLiteral)),
    single(['cs', 'cd'], jsonObject),
  ),
};

function conditionOn(field: fc.Arbitrary<Field>, shape: fc.Arbitrary<Shape>): fc.Arbitrary<Condition> {
  return fc.tuple(field, shape, fc.integer({ min: 0, max: 3 })).map(([on, given, negation]) => ({
    kind: 'condition',
    negated: negation === 0,
    field: on,
    ...given,
    operatorLocation: NOWHERE,
    location: NOWHERE,
  }));
}

const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 2, arbitrary: conditionOn(fc.constant(column('id')), SHAPES.id) },
  { weight: 5, arbitrary: conditionOn(fc.constant(column('name')), SHAPES.name) },
  { weight: 4, arbitrary: conditionOn(fc.constantFrom(column('created_at'), column('last_message_at')), SHAPES.time) },
  { weight: 2, arbitrary: conditionOn(fc.constant(column('metadata')), SHAPES.metadata) },
  { weight: 16, arbitrary: conditionOn(pathField, SHAPES.path) },
);

const tree: fc.Arbitrary<Group> = fc.letrec<{ group: Group; member: Filter }>((tie) => ({
  group: fc
    .tuple(
      fc.constantFrom('and' as const, 'or' as const, 'or' as const),
      fc.array(tie('member'), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([conjunction, members, negation]) => ({
      kind: 'group',
      negated: negation === 0,
      conjunction,
      members,
      location: NOWHERE,
    })),
  member: fc.oneof({ maxDepth: 3, withCrossShrink: true }, { weight: 4, arbitrary: condition }, tie('group')),
})).group;

const where = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(condition) },
  { weight: 3, arbitrary: fc.array(condition, { maxLength: 3 }) },
  { weight: 4, arbitrary: fc.array(fc.oneof(condition, tree), { minLength: 1, maxLength: 2 }) },
);

const order: fc.Arbitrary<readonly OrderTerm[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.oneof(fc.constantFrom(column('id'), column('name'), column('created_at'), column('last_message_at')), {
        weight: 2,
        arbitrary: pathField,
      }),
      fc.constantFrom('asc' as const, 'desc' as const),
      fc.constantFrom(undefined, 'first' as const, 'last' as const),
    )
    .map(([field, direction, nulls]) => ({
      kind: 'order' as const,
      field,
      direction,
      ...(nulls === undefined ? {} : { nulls }),
      location: NOWHERE,
    })),
  { minLength: 1, maxLength: 3, selector: ({ field }) => JSON.stringify(field) },
);

/** The name that an item answers under: two items of one name are an error. */
function answeredAs(item: SelectItem): string {
  if (item.kind === 'all') return '*';
  const last = item.field.path.findLast((step) => step.kind === 'key');
  return item.alias ?? last?.key ?? item.field.column;
}

const selectItem: fc.Arbitrary<SelectItem> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('id', 'name', 'created_at', 'last_message_at', 'metadata')
      .map((name) => ({ kind: 'select', field: column(name), as: 'json', location: NOWHERE }) as const),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        pathField,
        fc.constantFrom('json' as const, 'text' as const),
        fc.option(fc.oneof(fc.constantFrom('a', 'the tier', 'été', 'who'), oddKey), { nil: undefined }),
      )
      .map(([field, as, alias]) => ({
        kind: 'select' as const,
        field,
        as,
        ...(alias === undefined ? {} : { alias }),
        location: NOWHERE,
      })),
  },
);

const select: fc.Arbitrary<readonly SelectItem[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant([{ kind: 'all', location: NOWHERE }] as const) },
  { weight: 4, arbitrary: fc.uniqueArray(selectItem, { minLength: 1, maxLength: 4, selector: answeredAs }) },
);

/** A valid query over the vocabulary, with every node nowhere. */
export const arbitraryQuery: fc.Arbitrary<Query> = fc
  .record(
    {
      where,
      order,
      limit: fc.oneof({ weight: 3, arbitrary: fc.constant(1000) }, fc.integer({ min: 1, max: 30 })).map(number),
      offset: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 5 })).map(number),
      select,
    },
    { requiredKeys: ['where'] },
  )
  .map((parts) => ({ kind: 'query', ...parts }));
