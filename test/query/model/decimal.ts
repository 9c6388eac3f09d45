/** Exact decimal numbers for the evaluator: a JSON number may have more digits than a double keeps. */
export interface Decimal {
  /** The value is `digits / 10 ** scale`. */
  readonly digits: bigint;
  /** Digits after the point, never negative: `5.00` keeps its two. */
  readonly scale: number;
}

/** dialect, "gt gte lt lte on a path": what counts as a number; everything else is text. */
const NUMBER = /^-?(0|[1-9]\d{0,29})(\.\d{1,30})?([eE][+-]?\d{1,2})?$/;

/** The number that a text is by the dialect's rule, or undefined where it is text only (`05`, `+5`, ` 5`). */
export function numberOfText(text: string): Decimal | undefined {
  return NUMBER.test(text) ? decimal(text) : undefined;
}

/** Reads the source of any JSON number, however long. */
export function decimal(source: string): Decimal {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (parts === null) throw new Error(`Not a number: ${source}`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const magnitude = BigInt(whole + fraction);
  const digits = sign === '-' ? -magnitude : magnitude;
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Negative, zero or positive. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = at(left, scale) - at(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** As Postgres prints it: plain digits with the scale that the source had. */
export function decimalText({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const magnitude = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  if (scale === 0) return sign + magnitude;
  return `${sign}${magnitude.slice(0, -scale)}.${magnitude.slice(-scale)}`;
}

function at(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}
