import { STANDARD_KEYS } from '../query/fields.js';
import type { JsonObject } from './json.js';
import { metadataProblems } from './storable.js';

const STANDARD: ReadonlySet<string> = new Set(STANDARD_KEYS);

/**
 * Metadata as far as it can be stored, for what comes from platforms: a conversation must not be lost for one field of it. What
 * cannot be stored is left out; where it is too much as a whole, the standard keys are what is left.
 */
export function storableMetadata(metadata: JsonObject): JsonObject {
  const problems = metadataProblems(metadata);
  if (problems.length === 0) return metadata;
  const faulty = new Set(problems.map(({ pointer }) => keyOf(pointer)));
  const isTooLarge = faulty.delete(undefined);
  const rest = Object.fromEntries(
    Object.entries(metadata).filter(([key]) => !faulty.has(key) && (!isTooLarge || STANDARD.has(key))),
  );
  // Ten problems are told at most, so there may be more.
  return isTooLarge && metadataProblems(rest).length > 0 ? {} : storableMetadata(rest);
}

/** `/metadata/tier/0` → `tier`; undefined for the metadata as a whole. */
function keyOf(pointer: string): string | undefined {
  return pointer.split('/')[2]?.replaceAll('~1', '/').replaceAll('~0', '~');
}
