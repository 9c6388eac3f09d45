const NAME = 'insight_ids=';
const IDS_MAX = 100;
const ID = /^[\w.:-]{1,128}$/;

/**
 * The ids of `memory.insight_query`, `insight_ids=<id>,<id>`; undefined for a text that is none. It may be percent-encoded, and may
 * begin with a question mark.
 */
export function readInsightQuery(text: string): readonly string[] | undefined {
  const decoded = decode(text)?.trim().replace(/^\?/, '');
  if (decoded === undefined || !decoded.startsWith(NAME)) return undefined;
  const ids = decoded
    .slice(NAME.length)
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  return ids.length <= IDS_MAX && ids.every((id) => ID.test(id)) ? ids : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
