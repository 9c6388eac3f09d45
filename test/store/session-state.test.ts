import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/**
 * Behind a pooler in transaction mode, two statements outside of a transaction may meet two sessions: nothing may be left in one, and
 * nothing be expected of it. What needs a session is named here with the reason why it may have one.
 */
const NEEDS_A_SESSION: readonly { readonly what: RegExp; readonly allowed: readonly string[] }[] = [
  // Set when the server itself is reached; on a connection of withSession.
  { what: /set_config\([^)]*,\s*false\)/, allowed: ['connection-pool.ts', 'metadata-indexes.ts'] },
  { what: /['"`]\s*SET\s+(?!LOCAL)/, allowed: [] },
  { what: /pg_(?:try_)?advisory_lock/, allowed: [] },
  // On a connection of its own, to the server itself.
  { what: /['"`]\s*LISTEN\b/, allowed: ['change-feed.ts'] },
  { what: /\bWITH HOLD\b/, allowed: [] },
  { what: /CREATE TEMP(?:ORARY)? TABLE(?!.*ON COMMIT DROP)/, allowed: [] },
  { what: /['"`]\s*(?:PREPARE|DEALLOCATE)\b/, allowed: [] },
];

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

test('no statement leaves anything in its session but where that session is its own', async () => {
  const names = (await readdir(SOURCES, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const found: string[] = [];
  for (const name of names) {
    const text = await readFile(join(SOURCES, name), 'utf8');
    for (const { what, allowed } of NEEDS_A_SESSION) {
      if (what.test(text) && !allowed.some((file) => name.endsWith(file))) found.push(`${name}: ${what.source}`);
    }
  }
  expect(names.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});
