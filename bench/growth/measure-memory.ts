import { Agent } from 'node:http';
import { type Asked, ask } from '../recall/ask.js';
import { askByOneQuery } from '../recall/one-query.js';
import { callerNameOf, callerOf, phoneOf } from '../store/generated-conversation.js';
import { isRemembered } from '../store/generated-memory.js';
import type { PreparedStore } from '../store/prepared-store.js';
import type { StorePlan } from '../store/store-plan.js';
import { API_KEY } from '../support/product.js';
import { createRandom } from '../support/random.js';
import type { GrowthEffort } from './effort.js';
import type { Timed } from './timed.js';

const CONCURRENT = 10;
/** Between an answer and the sender's next request: what is measured is how long one waits, and not how much two cores can do. */
const PAUSE_MS = 100;
/** Something of every caller in the store answers them. */
const QUESTIONS = [
  'Where does the caller live now?',
  'Do they prefer mornings or evenings?',
  "What is the caller's name?",
] as const;

/** Fewer than the process keeps warm. */
const HOT_CALLERS = 40;

type What = 'recall' | 'search';

/** What is known of a caller, and the search in it: of callers whom the process has not seen, and of those who were there just now. */
export async function measureMemory(
  { plan, url: databaseUrl, workspaceId }: PreparedStore,
  url: string,
  { coldCallers, warmRequests }: GrowthEffort,
): Promise<readonly Timed[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  const send = (requests: readonly Asked[]) =>
    ask({ url, agent, apiKey: API_KEY, concurrent: CONCURRENT, pauseMs: PAUSE_MS, requests });
  try {
    const found: Timed[] = [];
    // Nobody is asked for twice: the first request of a search would find its caller warm.
    const callers = rememberedCallers(plan, 2 * coldCallers);
    for (const [index, what] of (['recall', 'search'] as const).entries()) {
      const cold = callers.slice(index * coldCallers, (index + 1) * coldCallers);
      found.push({ what: `${what}, callers not seen before`, who: 'ringback', ...(await send(requests(what, cold))) });
      const hot = cold.slice(-HOT_CALLERS);
      await send(requests(what, hot));
      const again = Array.from({ length: warmRequests }, (_, at) => hot[at % hot.length] as number);
      found.push({ what: `${what}, callers of a moment ago`, who: 'ringback', ...(await send(requests(what, again))) });
      const phones = cold.map(phoneOf);
      const durationsMs = await askByOneQuery({
        ...{ url: databaseUrl, workspaceId, concurrent: CONCURRENT, pauseMs: PAUSE_MS, phones, what },
      });
      found.push({ what: `${what}, callers not seen before`, who: 'one SQL statement by pg', durationsMs });
    }
    return found;
  } finally {
    agent.destroy();
  }
}

/** Different ones who have called, as the busy ones have more often; fewer where there are not as many. */
function rememberedCallers(plan: StorePlan, count: number): readonly number[] {
  const random = createRandom(count);
  const chosen = new Set<number>();
  // As good as everybody who is there is found long before.
  for (let tries = 0; chosen.size < count && tries < 100 * count * plan.rememberedEvery; tries += 1) {
    const caller = callerOf(plan, random.below(plan.conversations));
    if (isRemembered(plan, caller)) chosen.add(caller);
  }
  return [...chosen];
}

function requests(what: What, callers: readonly number[]): readonly Asked[] {
  return callers.map((caller, index) => {
    const user = { phone: phoneOf(caller) };
    if (what === 'recall')
      return { path: '/v1/recall', body: JSON.stringify({ user }), faultOf: recallFaultOf(caller) };
    const query = QUESTIONS[index % QUESTIONS.length];
    return { path: '/v1/search', body: JSON.stringify({ user, query }), faultOf: searchFaultOf };
  });
}

function recallFaultOf(caller: number): Asked['faultOf'] {
  return ({ status, name, summary }) => {
    if (status !== 'known') return `${status}`;
    if (name !== callerNameOf(caller)) return 'another name';
    return `${summary}`.length > 20 ? undefined : 'a short summary';
  };
}

const searchFaultOf: Asked['faultOf'] = ({ complete, results }) => {
  if (complete !== true) return 'incomplete';
  return Array.isArray(results) && results.length > 0 ? undefined : 'nothing found';
};
