/** A text's direction, as an embedding endpoint gave it. An index waits for nothing: whoever has none yet gives none. */
export type Vector = readonly number[] | Float32Array;

/** The vector at length 1; undefined where there is none that points anywhere. */
export function unitVector(vector: Vector | undefined): Float32Array | undefined {
  if (vector === undefined) return undefined;
  const unit = Float32Array.from(vector);
  const length = Math.hypot(...unit);
  if (!(length > 0) || !Number.isFinite(length)) return undefined;
  for (let index = 0; index < unit.length; index += 1) unit[index]! /= length;
  return unit;
}

/** Of vectors of length 1; 0 where one is missing, where they come from different models, and where they point away from each other. */
export function cosine(left: Float32Array | undefined, right: Float32Array | undefined): number {
  if (left === undefined || right === undefined || left.length !== right.length) return 0;
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] as number) * (right[index] as number);
  return Math.max(0, sum);
}
