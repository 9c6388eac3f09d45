import { Agent } from 'node:http';
import { callerOf, phoneOf } from '../store/generated-conversation.js';
import { forgetAdded, type PreparedStore } from '../store/prepared-store.js';
import { withCleanup } from '../support/cleanup.js';
import { API_KEY, startProduct } from '../support/product.js';
import { createRandom } from '../support/random.js';
import type { ServerProcess } from '../support/server-process.js';
import { createTelnyxSigner } from '../support/telnyx-signer.js';
import { askList, type ListTimes } from './ask-list.js';
import { listByHand } from './bare-statements.js';
import { conversationIndexSizes, type DiskSize, diskSizes, warmUp } from './disk-size.js';
import type { GrowthEffort } from './effort.js';
import { type Ingested, measureIngest } from './measure-ingest.js';
import { measureMemory } from './measure-memory.js';
import { measureWebhook } from './measure-webhook.js';
import { GROWTH_QUESTIONS, INDEXED_QUESTIONS, KEY_TO_INDEX } from './questions.js';
import type { Timed } from './timed.js';

/** All that is measured of one store. */
export interface MeasuredStore extends Pick<PreparedStore, 'plan' | 'loadTimes'> {
  readonly list: readonly ListTimes[];
  readonly timed: readonly Timed[];
  readonly ingested: Ingested;
  readonly sizes: readonly DiskSize[];
  readonly indexSizes: readonly { readonly name: string; readonly bytes: number }[];
  /** What `ringback index add` took, and what the index takes on the disk. */
  readonly ownIndex: { readonly seconds: number; readonly bytes: number };
  /** The server's process, after each part; none where the operating system does not tell. */
  readonly memory: readonly { readonly when: string; readonly megabytes: number }[];
}

/** Measures the product as a process on a store, and leaves the store as it was. */
export async function measureStore(
  store: PreparedStore,
  effort: GrowthEffort,
  say: (what: string) => void,
): Promise<MeasuredStore> {
  const { plan, url: databaseUrl, workspaceId, loadTimes } = store;
  say('sizes, and bringing the store into memory');
  const [sizes, indexSizes] = [await diskSizes(databaseUrl), await conversationIndexSizes(databaseUrl)];
  await warmUp(databaseUrl);
  return withCleanup(async (cleanup) => {
    cleanup.add(() => forgetAdded(databaseUrl));
    const signer = createTelnyxSigner();
    const server = await startProduct(databaseUrl, signer.publicKey);
    cleanup.add(() => server.stop());
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    cleanup.add(async () => agent.destroy());
    const memory: { when: string; megabytes: number }[] = [];
    const remember = async (when: string): Promise<void> => {
      const found = await server.memory();
      if (found !== undefined) memory.push({ when, megabytes: found.nowMegabytes });
    };
    await remember('started');

    // One that a run before left behind, when it was ended.
    await dropOwnIndex(server);
    const subject = { url: server.url, agent, plan };
    const list: ListTimes[] = [];
    for (const [index, question] of GROWTH_QUESTIONS.entries()) {
      say(`List ${index + 1} of ${GROWTH_QUESTIONS.length}: ${question.name}`);
      list.push(await askList(subject, question, effort.list));
    }
    say(`index of ${KEY_TO_INDEX}`);
    const ownIndex = await addOwnIndex(server);
    for (const question of INDEXED_QUESTIONS) list.push(await askList(subject, question, effort.list));
    await dropOwnIndex(server);
    await remember('after List');

    say('a caller by hand-written SQL');
    const random = createRandom(5);
    const phones = Array.from({ length: effort.list.times }, () =>
      phoneOf(callerOf(plan, random.below(plan.conversations))),
    );
    const byHand: Timed = {
      what: 'List, a caller',
      who: 'one SQL statement by pg',
      durationsMs: await listByHand(databaseUrl, workspaceId, phones),
    };
    say('webhook');
    const webhook = await measureWebhook(plan, server.url, signer, effort);
    await remember('after the webhook');
    say('recall and search');
    const memories = await measureMemory(store, server.url, effort);
    await remember('after recall and search');
    say('ingest');
    const ingested = await measureIngest(store, server.url, effort.adds);
    await remember('after ingest');
    const peak = await server.memory();
    if (peak !== undefined) memory.push({ when: 'at most', megabytes: peak.peakMegabytes });
    return {
      plan,
      loadTimes,
      list,
      timed: [byHand, ...webhook, ...memories],
      ingested,
      sizes,
      indexSizes,
      ownIndex,
      memory,
    };
  });
}

const HEADERS = { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' } as const;

async function addOwnIndex({ url }: ServerProcess): Promise<MeasuredStore['ownIndex']> {
  const beginMs = performance.now();
  const body = JSON.stringify({ key: KEY_TO_INDEX });
  const answer = await (await fetch(`${url}/v1/indexes`, { method: 'POST', headers: HEADERS, body })).text();
  const summary = JSON.parse(answer.trim().split('\n').at(-1) ?? '{}') as {
    readonly index?: { readonly bytes: number };
  };
  if (summary.index === undefined) throw new Error(`The index of ${KEY_TO_INDEX} was not made: ${answer.slice(-500)}`);
  return { seconds: (performance.now() - beginMs) / 1000, bytes: summary.index.bytes };
}

async function dropOwnIndex({ url }: ServerProcess): Promise<void> {
  const { status } = await fetch(`${url}/v1/indexes?key=${KEY_TO_INDEX}`, { method: 'DELETE', headers: HEADERS });
  if (status !== 204 && status !== 404) throw new Error(`The index of ${KEY_TO_INDEX} was not dropped: ${status}`);
}
