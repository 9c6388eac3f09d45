import { endConversation } from '../insights/end-conversation.js';
import { type JobContext, JobFailed, type JobHandler, type JobQueue, TryFailed } from '../jobs/job-queue.js';
import type { JobPayloads } from '../jobs/job-types.js';
import { readConversation } from '../platforms/telnyx/records.js';
import { completeConversation } from '../store/complete-conversation.js';
import { retrieveConversation } from '../store/conversations.js';
import { retainsData } from '../store/data-retention.js';
import type { Database, Executor } from '../store/database.js';
import { lockConversations } from '../store/locked-conversations.js';
import { storableMetadata } from '../store/storable-metadata.js';
import type { StoreLog } from '../store/store-log.js';
import { loadConversations } from './load-conversations.js';
import { openTelnyxAccount, TelnyxRefused, TelnyxUnavailable } from './telnyx-account.js';
import { telnyxLines } from './telnyx-lines.js';

export interface FetchDependencies {
  readonly database: Database;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly log: StoreLog;
  readonly now: () => Date;
  /** The workspace's; undefined where it has none. */
  readonly apiKeyOf: (workspaceId: number) => Promise<string | undefined>;
  /** Absent: Telnyx's own. */
  readonly baseUrl?: string | undefined;
  /** As `TelnyxAccountOptions` has it. */
  readonly backOffMs?: number;
}

const SET_KEY = 'Set TELNYX_API_KEY, or for another workspace: ringback workspaces secret set NAME telnyx api_key';

/**
 * Fetches what was said in a conversation that ended at Telnyx, and ends it here: insights are run over the messages, so they come
 * first. Where they are not to be had for good, the conversation ends with what is there. One that is deleted meanwhile stays deleted.
 */
export function fetchTelnyxConversation(deps: FetchDependencies): JobHandler<'fetch-telnyx-conversation'> {
  const { database, jobs, log, now, apiKeyOf, baseUrl, backOffMs } = deps;

  const endIn = (db: Executor, workspaceId: number, conversationId: string) =>
    endConversation({ db, jobs, log }, workspaceId, conversationId, { reason: 'event', at: now() });

  const fetchConversation = async (
    { conversationId }: JobPayloads['fetch-telnyx-conversation'],
    { workspaceId, signal, isLastAttempt, outside }: JobContext,
  ) => {
    const end = () => endIn(database.knex, workspaceId, conversationId);
    const fail = async (message: string): Promise<never> => {
      await end();
      throw new JobFailed(message);
    };

    if ((await retrieveConversation(database.knex, workspaceId, conversationId)) === undefined) {
      return { messages: 0, deleted: true };
    }
    if (!(await retainsData(database.knex, workspaceId, { conversationId }))) {
      await end();
      return { messages: 0, retained: false };
    }
    const apiKey = await apiKeyOf(workspaceId);
    if (apiKey === undefined) return fail(`There is no Telnyx API key any more. ${SET_KEY}`);

    try {
      const account = await openTelnyxAccount({
        ...{ apiKey, baseUrl, signal },
        ...(backOffMs === undefined ? {} : { backOffMs }),
      });
      const remote = readConversation(await outside(() => account.retrieveConversation(conversationId)));
      if (remote === undefined || remote.id !== conversationId) return fail('Telnyx answered with no conversation.');
      const { lines } = telnyxLines(remote, await outside(() => account.listMessages(conversationId)), now());
      const { name, metadata, createdAt } = remote;
      const known = { id: conversationId, name, metadata: storableMetadata(metadata), createdAt, isOrigin: true };
      const isThere = await database.knex.transaction(async (trx) => {
        const locked = await lockConversations(trx, workspaceId, [conversationId]);
        if (locked.length > 0) await completeConversation(trx, workspaceId, known);
        return locked.length > 0;
      });
      if (!isThere) return { messages: 0, deleted: true };
      // Without the conversation's own line, which would make it anew where it was deleted in this moment.
      const messages = lines.filter(({ type }) => type === 'message');
      const options = { signal, leaveOpen: true, now, onProblem: () => {} };
      const counts = await loadConversations(database, workspaceId, messages, options);
      await end();
      return { messages: counts.messagesAdded };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TelnyxRefused) return fail(reasonOf(error));
      if (!(error instanceof TelnyxUnavailable)) throw error;
      if (isLastAttempt) await end();
      throw new TryFailed(error.message);
    }
  };
  return Object.assign(fetchConversation, {
    abandoned: (trx: Executor, workspaceId: number, { conversationId }: JobPayloads['fetch-telnyx-conversation']) =>
      endIn(trx, workspaceId, conversationId),
  });
}

function reasonOf({ status, message }: TelnyxRefused): string {
  if (status === 404) return 'Telnyx has no such conversation (404): it was deleted there, or is of another account.';
  if (status === 401) return `Telnyx does not know this API key (401). ${SET_KEY}`;
  if (status === 403) return `This Telnyx API key may not read conversations (403). ${SET_KEY} that may.`;
  return message;
}
