import { Agent } from 'node:http';
import { callerOf, phoneOf } from '../store/generated-conversation.js';
import type { StorePlan } from '../store/store-plan.js';
import { type Answer, builtInFaultOf, type CallersOptions, makeCalls } from '../support/callers.js';
import { createRandom } from '../support/random.js';
import { startServer } from '../support/server-process.js';
import type { TelnyxSigner } from '../support/telnyx-signer.js';
import type { GrowthEffort } from './effort.js';
import type { Timed } from './timed.js';

const CONCURRENT = 20;
const CALLERS = 50_000;
const WHAT = `webhook, ${CONCURRENT} events at a time`;

/** `assistant.initialization` of callers who are in the store, beside an Express route that returns a constant, in turns. */
export async function measureWebhook(
  plan: StorePlan,
  url: string,
  signer: TelnyxSigner,
  { webhookMs, webhookRounds }: GrowthEffort,
): Promise<readonly Timed[]> {
  const random = createRandom(11);
  const phones = Array.from({ length: CALLERS }, () => phoneOf(callerOf(plan, random.below(plan.conversations))));
  const bare = await startServer(new URL('../initialization/bare-server.js', import.meta.url), [], {});
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  try {
    const round = (to: string, faultOf: NonNullable<CallersOptions['faultOf']>) =>
      makeCalls({ url: to, agent, signer, phones, concurrent: CONCURRENT, durationMs: webhookMs, faultOf });
    const bareFaultOf = ({ status }: { readonly status: number | undefined }) =>
      status === 200 ? undefined : `status ${status}`;
    const ours: Answer[] = [];
    const theirs: Answer[] = [];
    // The first round finds code that has not run before.
    await round(url, builtInFaultOf);
    await round(bare.url, bareFaultOf);
    for (let index = 0; index < webhookRounds; index += 1) {
      ours.push(...(await round(url, builtInFaultOf)));
      theirs.push(...(await round(bare.url, bareFaultOf)));
    }
    return [timedOf('ringback', ours), timedOf('bare Express', theirs)];
  } finally {
    agent.destroy();
    await bare.stop();
  }
}

function timedOf(who: string, answers: readonly Answer[]): Timed {
  const incomplete = answers.filter(({ kind }) => kind !== 'complete');
  return {
    what: WHAT,
    who,
    durationsMs: answers.map(({ durationMs }) => durationMs),
    faultCount: incomplete.length,
    faults: [...new Set(incomplete.map(({ fault, kind }) => fault ?? kind))],
  };
}
