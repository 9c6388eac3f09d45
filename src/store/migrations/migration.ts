import type { Knex } from 'knex';

/** One step of the schema. Once released it is never edited: databases out there have it as it was. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** Works in the schema that the connection's search_path names. */
  up(trx: Knex.Transaction): Promise<void>;
}
