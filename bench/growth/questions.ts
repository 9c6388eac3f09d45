import type { GeneratedConversation } from '../store/generated-conversation.js';
import { phoneOf, TIERS } from '../store/generated-conversation.js';
import type { StorePlan } from '../store/store-plan.js';
import { CITIES, SUBJECTS } from '../store/words.js';
import type { Random } from '../support/random.js';

/** How Postgres can come by the answer. */
export const GROUPS = [
  'found by an index',
  'read in order until enough match',
  'every row is looked at',
  'orders and pages',
] as const;
export type Group = (typeof GROUPS)[number];

/** What the text of a question is made of. */
export interface Asking {
  /** One that is there. */
  readonly known: GeneratedConversation;
  /** Others that are there. */
  readonly others: readonly GeneratedConversation[];
  readonly plan: StorePlan;
  readonly random: Random;
}

/** Something that is asked on the List route, with values that vary. */
export interface GrowthQuestion {
  readonly group: Group;
  readonly name: string;
  /** Whether no index can serve it: then `explain` has to say so. */
  readonly isUnserved: boolean;
  /** With `Prefer: count=exact`. */
  readonly counts: boolean;
  /** A text in the query language. */
  textOf(asking: Asking): string;
}

/** The key that gets an index of its own in the middle of the benchmark. */
export const KEY_TO_INDEX = 'branch';

type TextOf = GrowthQuestion['textOf'];

const value = ({ metadata }: GeneratedConversation, key: string): string => `${metadata[key]}`;
const same =
  (key: string): TextOf =>
  ({ known }) =>
    `metadata->${key}=eq.${value(known, key)}`;
const iso = (ms: number): string => new Date(ms).toISOString();
const HOUR_MS = 3_600_000;
const inListOfFive: TextOf = ({ others }) =>
  `metadata->${KEY_TO_INDEX}=in.(${others
    .slice(0, 5)
    .map((one) => value(one, KEY_TO_INDEX))
    .join()})`;
const ofCaller: TextOf = ({ known }) => `metadata->telnyx_end_user_target=eq.${phoneOf(known.caller)}`;

const FOUND: Readonly<Record<string, TextOf>> = {
  id: ({ known }) => `id=eq.${known.id}`,
  'ten ids': ({ others }) => `id=in.(${others.map(({ id }) => id).join()})`,
  'standard key: a caller': ofCaller,
  'standard key: unique': same('call_control_id'),
  'standard key: ten values': same('assistant_id'),
  'other key: unique': same('order_id'),
  'other key: 2,000 values': same(KEY_TO_INDEX),
  'other key: four values': same('tier'),
  'other key: a number': same('score'),
  'other key: a boolean': same('telnyx_end_user_target_verified'),
  'nested key': ({ random }) => `metadata->visit->city=eq.${random.pick(CITIES)}`,
  'key that nobody has': ({ random }) => `metadata->loyalty=eq.level-${random.below(1e6)}`,
  'other key in a list of five': inListOfFive,
  'eq(any) of three': ({ others }) =>
    `metadata->order_id=eq(any).{${others
      .slice(0, 3)
      .map((one) => value(one, 'order_id'))
      .join()}}`,
  'metadata contains two keys (cs)': ({ known }) =>
    `metadata=cs.${JSON.stringify({ branch: value(known, 'branch'), tier: value(known, 'tier') })}`,
  'an array contains (cs)': () => 'metadata->called_tools=cs.["transfer"]',
  'an array overlaps (ov)': () => 'metadata->called_tools=ov.["cancel","lookup"]',
  name: ({ known, others }) => `name=eq.${[known, ...others].find(({ name }) => name !== null)?.name}`,
  'created_at within an hour': ({ known }) =>
    `created_at=gte.${iso(known.createdAtMs)}&created_at=lt.${iso(known.createdAtMs + HOUR_MS)}`,
  'last_message_at before a time': ({ known }) => `last_message_at=lt.${iso(known.createdAtMs)}`,
  'or of two keys': ({ known, others }) =>
    `or=(metadata->order_id.eq.${value(known, 'order_id')},metadata->call_control_id.eq.${value(others[0] as GeneratedConversation, 'call_control_id')})`,
  'a caller and a tree': (asking) =>
    `${ofCaller(asking)}&or=(metadata->tier.eq.gold,not.and(metadata->score.lt.50,name.is.null))`,
};

/** Each of them matches every hundredth conversation or more. */
const IN_ORDER: Readonly<Record<string, TextOf>> = {
  'name like': () => 'name=like.*invoice*',
  'name ilike': () => 'name=ilike.*BOILER*',
  'name match': ({ random }) => `name=match.${random.pick(SUBJECTS)}`,
  'name imatch': () => 'name=imatch.parcel',
  'name like(any)': () => 'name=like(any).{*quote*,Refund*}',
  'name fts': () => 'name=fts.boiler',
  'key like': () => 'metadata->branch=like.branch-1*',
  'key gt a number': () => 'metadata->score=gt.90',
  'key lt a text': () => 'metadata->branch=lt.branch-2',
  'key neq': ({ random }) => `metadata->tier=neq.${random.pick(TIERS)}`,
  'key not.in': () => 'metadata->tier=not.in.(standard,bronze)',
  'key is null': () => 'metadata->imported_from=is.null',
  'key isdistinct': () => 'metadata->tier=isdistinct.standard',
};

/** None of them matches anything. */
const EVERY_ROW: Readonly<Record<string, TextOf>> = {
  'name like, nothing found': () => 'name=like.*zebra*',
  'name ilike, nothing found': () => 'name=ilike.*ZEBRA*',
  'name match, nothing found': () => 'name=match.zebra$',
  'name imatch, nothing found': () => 'name=imatch.ZEBRA',
  'name fts, nothing found': () => 'name=fts.zebra',
  'key like, nothing found': () => 'metadata->order_id=like.*ZEBRA*',
  'key match, nothing found': () => 'metadata->order_id=match.ZEBRA',
  'key gt a number, nothing found': () => 'metadata->score=gt.1000',
  'metadata contained (cd), nothing found': () => 'metadata=cd.{"zebra":1}',
  'or with a part that no index serves': ({ known }) =>
    `or=(metadata->order_id.eq.${value(known, 'order_id')},name.like.*zebra*)`,
};

const PAGES: Readonly<Record<string, TextOf>> = {
  'no condition': () => 'limit=20',
  'oldest first': () => 'order=created_at.asc',
  'by name': () => 'order=name.asc',
  'limit=1000': () => 'limit=1000',
  'two fields of each': () => 'select=id,city:metadata->visit->city',
  'offset=1000': () => 'offset=1000',
  'offset of half the store': ({ plan }) => `offset=${Math.floor(plan.conversations / 2)}`,
  'key of the older half': () => 'metadata->imported_from=eq.old-crm',
  'a caller, by a key': (asking) => `${ofCaller(asking)}&order=metadata->score.desc`,
};

const SORTED: Readonly<Record<string, TextOf>> = { 'all, by a key': () => 'order=metadata->score.desc' };

const COUNTED: Readonly<Record<string, TextOf>> = {
  'count of a caller': ofCaller,
  'count of one of 2,000 values': same('branch'),
  'count of all': () => 'limit=20',
};

/** Every kind of filter of docs/query-language.md. */
export const GROWTH_QUESTIONS: readonly GrowthQuestion[] = [
  ...questions('found by an index', FOUND),
  ...questions('read in order until enough match', IN_ORDER, { isUnserved: true }),
  ...questions('every row is looked at', EVERY_ROW, { isUnserved: true }),
  ...questions('orders and pages', PAGES),
  ...questions('orders and pages', SORTED, { isUnserved: true }),
  ...questions('orders and pages', COUNTED, { counts: true }),
];

/** Asked once more when {@link KEY_TO_INDEX} has its index. */
export const INDEXED_QUESTIONS: readonly GrowthQuestion[] = questions('found by an index', {
  'other key: 2,000 values, with an index of its own': same(KEY_TO_INDEX),
  'other key in a list of five, with an index of its own': inListOfFive,
});

function questions(
  group: Group,
  texts: Readonly<Record<string, TextOf>>,
  { isUnserved = false, counts = false }: { readonly isUnserved?: boolean; readonly counts?: boolean } = {},
): readonly GrowthQuestion[] {
  return Object.entries(texts).map(([name, textOf]) => ({ group, name, isUnserved, counts, textOf }));
}
