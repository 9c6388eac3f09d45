import type { Request } from 'express';
import { factMemories } from '../../../memory/truth/current-facts.js';
import type { FactMemory } from '../../../memory/truth/memory.js';
import { callerOfFact } from '../../../store/caller-administration.js';
import { readCallerFacts, type StoredCallerFacts } from '../../../store/caller-memory.js';
import { rootCaller } from '../../../store/callers.js';
import type { Database } from '../../../store/database.js';
import { readUuid } from '../../../uuid.js';
import { notFound, type RequestError } from '../../request-error.js';

/** A fact that the path names (`memory_id`), with all that is known of its caller. */
export interface KnownFact {
  readonly fact: FactMemory;
  readonly caller: StoredCallerFacts;
}

/**
 * The fact that a path names: by the id of any of its sayings.
 *
 * @throws RequestError 404
 */
export async function knownFact(req: Request, database: Database, workspaceId: number): Promise<KnownFact> {
  const text = String(req.params.memory_id);
  const id = readUuid(text);
  if (id === undefined) throw memoryNotFound(text);
  return (await findKnownFact(database, workspaceId, id)) ?? fail(memoryNotFound(text));
}

/** @returns undefined when the workspace has no such fact */
export async function findKnownFact(
  database: Database,
  workspaceId: number,
  id: string,
): Promise<KnownFact | undefined> {
  const callerId = await callerOfFact(database.knex, workspaceId, id);
  const root = callerId === undefined ? undefined : await rootCaller(database.knex, workspaceId, callerId);
  const caller = root === undefined ? undefined : await readCallerFacts(database, workspaceId, { callerId: root });
  const fact = caller && factMemories(caller.facts).find(({ factIds }) => factIds.includes(id));
  return caller === undefined || fact === undefined ? undefined : { fact, caller };
}

function memoryNotFound(id: string): RequestError {
  return notFound(`There is no fact ${JSON.stringify(id)}.`);
}

function fail(error: RequestError): never {
  throw error;
}
