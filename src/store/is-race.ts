/**
 * What Postgres says where another transaction made this one fail by what it did meanwhile: foreign_key_violation (a caller was erased),
 * unique_violation, serialization_failure, deadlock_detected.
 */
const RACES: ReadonlySet<unknown> = new Set(['23503', '23505', '40001', '40P01']);

/** Whether work failed for what another transaction did meanwhile: done again, it sees that. */
export function isRace(error: unknown): boolean {
  return RACES.has((error as { readonly code?: unknown } | undefined)?.code);
}
