import type { UuidValue } from '../checked-query.js';
import { shorten } from '../shorten.js';
import { type Fault, fault } from './fault.js';

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const NO_UUID: UuidValue = { kind: 'uuid' };

/** The right side of an equality on `id`. Text that is no UUID equals no row: Telnyx documents `id=eq.123`. */
export function readUuid(text: string): UuidValue {
  return CANONICAL.test(text) ? { kind: 'uuid', uuid: text.toLowerCase() } : NO_UUID;
}

/** The right side of gt, gte, lt and lte on `id`: only a UUID stands before or behind another. */
export function readOrderedUuid(text: string): UuidValue | Fault {
  const value = readUuid(text);
  if (value.uuid !== undefined) return value;
  return fault(
    'RQ302',
    `"${shorten(text)}" is not a UUID.`,
    'Write one such as 6f1c2b1e-8a52-4c55-9d3e-0b8f6a4f7c11; eq, neq and in take any text.',
  );
}
