const UNIQUE_VIOLATION = '23505';

/**
 * What Postgres says where another transaction made this one fail by what it did meanwhile: foreign_key_violation (a caller was erased),
 * unique_violation, serialization_failure, deadlock_detected.
 */
const RACES: ReadonlySet<unknown> = new Set(['23503', UNIQUE_VIOLATION, '40001', '40P01']);

/** Whether work failed for what another transaction did meanwhile: done again, it sees that. */
export function isRace(error: unknown): boolean {
  return RACES.has(codeOf(error));
}

/** Whether a row could not be there, since another one has what only one may have. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === UNIQUE_VIOLATION;
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null | undefined)?.code;
}
