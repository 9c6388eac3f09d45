import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** `server.json` in the data directory: how the command line finds the server that runs there. Mode 0600, since it opens doors. */

const schema = z.object({
  /** Where it answers: `http://127.0.0.1:8787`. */
  url: z.string(),
  /** A key with every scope, of this run of the server only. */
  admin_token: z.string(),
  pid: z.number().int(),
  /** Which database it serves, as {@link databaseName} has it. */
  database: z.string(),
});

export type ServerFile = Readonly<z.infer<typeof schema>>;

const NAME = 'server.json';

/**
 * Tells databases apart without giving away a password: `embedded`, which is the one of the same data directory, or the SHA-256
 * (hex) of a server's URL.
 */
export function databaseName(url: string | undefined): string {
  return url === undefined ? 'embedded' : createHash('sha256').update(url).digest('hex');
}

/** Writes it whole or not at all. */
export async function writeServerFile(dataDir: string, file: ServerFile): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = join(dataDir, `${NAME}.${randomUUID()}`);
  await writeFile(draft, `${JSON.stringify(file)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(draft, join(dataDir, NAME));
}

/** What the last server wrote, whether it still runs or not; undefined when there is none, or nothing readable. */
export async function readServerFile(dataDir: string): Promise<ServerFile | undefined> {
  const text = await readFile(join(dataDir, NAME), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export async function removeServerFile(dataDir: string): Promise<void> {
  await rm(join(dataDir, NAME), { force: true });
}
