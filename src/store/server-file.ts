import { randomUUID } from 'node:crypto';
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
});

export type ServerFile = Readonly<z.infer<typeof schema>>;

const NAME = 'server.json';

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
