import { z } from 'zod';

/**
 * What a backup consists of. Every value is the text that Postgres prints for it and reads again, so that a backup belongs to no
 * version of Postgres, and to neither of the two kinds of database. As a file it is JSON lines, packed with gzip:
 *
 *     {"format":"ringback-backup","version":1,"migrations":[…],"tables":[{"name":"workspaces","columns":["id",…],"rows":1},…],…}
 *     {"table":"workspaces"}
 *     ["1","default","2025-04-15 13:07:28.764+00",…]
 *     {"end":"ringback-backup","rows":1,"sha256":"…"}
 *
 * The last line's hash is of every byte before it.
 */

export const FORMAT = 'ringback-backup';
export const VERSION = 1;

/** The first line: what the rest is, and what it was taken of. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** ISO 8601: everything in it is as it was at this moment. */
  created_at: z.string(),
  /** As the server says it of itself. */
  postgres: z.string(),
  /** The schema that its rows fit. */
  migrations: z.array(z.object({ number: z.number().int(), name: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.number().int() })),
  /** The last number that was given out, as text; null: none was. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.string().nullable() })),
  /** Whether some of it is sealed with a key that is not in it. */
  has_secrets: z.boolean(),
});

export type Manifest = Readonly<z.infer<typeof Manifest>>;

/** The last line. */
export const End = z.object({ end: z.literal(FORMAT), rows: z.number().int(), sha256: z.string() });

/** Rows of one table: each is the text of a JSON array of texts and nulls, in the order of the table's columns. */
export interface BackupRows {
  readonly table: string;
  readonly rows: readonly string[];
}

/** A backup on its way: the manifest first, then the tables one after the other. */
export type BackupPart = { readonly manifest: Manifest } | BackupRows;

/** A backup that cannot be restored: the message says why, and nothing of what it holds. */
export class BackupUnusable extends Error {
  override readonly name = 'BackupUnusable';
}

/** How many rows a backup has. */
export function rowsOf({ tables }: Manifest): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
