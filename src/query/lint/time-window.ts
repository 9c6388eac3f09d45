import type { Condition } from '../ast.js';
import { readTime } from '../check/time.js';
import { COLUMN_TYPES } from '../fields.js';

/** Where a condition on a time begins or ends what it finds. */
interface Bound {
  readonly side: 'earliest' | 'latest';
  readonly inclusive: boolean;
  /** Only times on one scale can be compared without a clock: absolute ones, or those counted from the same anchor. */
  readonly scale: string;
  readonly at: string | number;
}

const SIDES = {
  gt: { side: 'earliest', inclusive: false },
  gte: { side: 'earliest', inclusive: true },
  lt: { side: 'latest', inclusive: false },
  lte: { side: 'latest', inclusive: true },
} as const;

/** Whether two conditions on one field leave no time between them. Not known, as between a date and `now`, is false. */
export function isEmptyWindow(a: Condition, b: Condition): boolean {
  const one = boundOf(a);
  const other = boundOf(b);
  if (one === undefined || other === undefined || one.side === other.side || one.scale !== other.scale) return false;
  const [earliest, latest] = one.side === 'earliest' ? [one, other] : [other, one];
  return earliest.at > latest.at || (earliest.at === latest.at && !(earliest.inclusive && latest.inclusive));
}

function boundOf({ field, operator, operand, negated, quantifier }: Condition): Bound | undefined {
  if (field.path.length > 0 || COLUMN_TYPES[field.column as keyof typeof COLUMN_TYPES] !== 'time') return undefined;
  if (negated || quantifier !== undefined || operand.kind !== 'text' || !(operator in SIDES)) return undefined;
  const side = SIDES[operator as keyof typeof SIDES];
  const time = readTime(operand.text);
  if (time.kind === 'time') return { ...side, scale: 'absolute', at: time.iso };
  return time.kind === 'relative-time' ? { ...side, scale: time.anchor, at: time.offsetMs } : undefined;
}
