/** A place in a JSON value as RFC 6901 writes it: `/metadata/customer`; empty for the value itself. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
