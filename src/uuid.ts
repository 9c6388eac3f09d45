const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID as people write it, of any version, in either letter case: what Postgres takes for one, without its other spellings. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A UUID in lower case, as it is stored; undefined for a text that is none. */
export function readUuid(text: string): string | undefined {
  return isUuid(text) ? text.toLowerCase() : undefined;
}

/** Every other UUID comes after it: where a walk in the order of ids begins. */
export const NIL_UUID = '00000000-0000-0000-0000-000000000000';
