import type { JsonObject } from './json.js';

/** Under which text a conversation's end user is stored, where its metadata says so: what caches of callers are kept by. */
export function endUserTargetOf(metadata: JsonObject): string | undefined {
  const target = metadata.telnyx_end_user_target;
  return typeof target === 'string' ? target : undefined;
}
