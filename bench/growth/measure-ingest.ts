import { Agent } from 'node:http';
import pg from 'pg';
import { type Asked, ask } from '../recall/ask.js';
import { conversationOf, type GeneratedConversation, phoneOf } from '../store/generated-conversation.js';
import { turnsOf } from '../store/generated-memory.js';
import type { PreparedStore } from '../store/prepared-store.js';
import type { StorePlan } from '../store/store-plan.js';
import { API_KEY } from '../support/product.js';
import { waitUntilLearned } from '../voice/learned.js';
import { insertByHand } from './bare-statements.js';

const CONCURRENT = 8;

/** Calls that were added. */
export interface Ingested {
  readonly calls: number;
  /** Until the last one was stored and answered. */
  readonly addSeconds: number;
  /** From the first add until every job was completed. */
  readonly learnSeconds: number;
  /** Calls of which nothing was learned by then. */
  readonly unlearned: number;
  readonly faults: readonly string[];
  readonly faultCount: number;
  /** For the same words by INSERT alone, which learns nothing. */
  readonly bareSeconds: number;
}

/** Calls with their words by `POST /v1/add`, of callers who are known and of as many who are not, until all of them are learned from. */
export async function measureIngest(
  { plan, url: databaseUrl, workspaceId }: PreparedStore,
  url: string,
  calls: number,
): Promise<Ingested> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  const send = (conversations: readonly GeneratedConversation[]) => {
    const requests = conversations.map((conversation) => addOf(plan, conversation));
    return ask({ url, agent, apiKey: API_KEY, concurrent: CONCURRENT, pauseMs: 0, requests });
  };
  try {
    const warming = Math.ceil(calls / 10);
    await send(newConversations(plan, 0, warming));
    await waitUntilLearned(url);
    const since = new Date();
    const beginMs = performance.now();
    const { faults, faultCount } = await send(newConversations(plan, warming, calls));
    const addedMs = performance.now();
    await waitUntilLearned(url);
    const learnedMs = performance.now();
    const unlearned = await unlearnedSince(databaseUrl, workspaceId, since);
    const byHand = newConversations(plan, warming + calls, calls);
    return {
      calls,
      addSeconds: (addedMs - beginMs) / 1000,
      learnSeconds: (learnedMs - beginMs) / 1000,
      unlearned,
      faults,
      faultCount,
      bareSeconds: await insertByHand(databaseUrl, workspaceId, plan, byHand, CONCURRENT),
    };
  } finally {
    agent.destroy();
  }
}

/** As the store would go on; every second one is of a caller with a number that is not in it. */
function newConversations(plan: StorePlan, from: number, count: number): readonly GeneratedConversation[] {
  return Array.from({ length: count }, (_, index) => {
    const number = plan.conversations + from + index;
    const conversation = conversationOf(plan, number);
    return number % 2 === 0 ? conversation : { ...conversation, caller: plan.callers + number - plan.conversations };
  });
}

function addOf(plan: StorePlan, conversation: GeneratedConversation): Asked {
  const messages = turnsOf(plan, conversation).map(({ role, text }) => ({ role, content: text }));
  return {
    path: '/v1/add',
    body: JSON.stringify({ user: { phone: phoneOf(conversation.caller) }, messages }),
    accepted: 202,
    faultOf: ({ job_id: jobId }) => (typeof jobId === 'string' ? undefined : 'no job'),
  };
}

async function unlearnedSince(url: string, workspaceId: number, since: Date): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ unlearned: number }>(
      `SELECT count(*)::int AS unlearned FROM calls
       WHERE workspace_id = $1 AND reported_at >= $2 AND extracted_at IS NULL`,
      [workspaceId, since.toISOString()],
    );
    return rows[0]?.unlearned ?? Number.NaN;
  } finally {
    await client.end();
  }
}
