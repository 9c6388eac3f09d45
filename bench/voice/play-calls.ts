import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sign } from '../support/voice-signers.js';
import { callsOf, PAUSE_MS, type Platform, SEARCHES } from './call.js';
import { type Answered, createLine } from './line.js';
import { playRetellCall } from './retell-call.js';
import { playVapiCall } from './vapi-call.js';

export interface PlayOptions {
  readonly url: string;
  readonly signers: Readonly<Record<Platform, Sign>>;
  /** Calls at a time, half of them on each platform. */
  readonly lines: number;
  /** In all. */
  readonly calls: number;
  /** Of the store. */
  readonly callers: number;
  readonly seed: number;
  readonly judges: boolean;
}

/** About how long a call takes. */
const CALL_MS = (SEARCHES + 1) * PAUSE_MS;

const PLAY: Readonly<Record<Platform, typeof playVapiCall>> = { Vapi: playVapiCall, Retell: playRetellCall };

/** Plays so many calls, on every line one after the other. Never rejects. */
export async function playCalls(options: PlayOptions): Promise<readonly Answered[]> {
  const { lines } = options;
  // Platforms keep connections open. Every line has one, and events of a call's end may need another.
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * lines });
  const answers: Answered[] = [];
  const line = createLine({ ...options, agent, answered: (answer) => answers.push(answer) });
  try {
    await Promise.all(
      Array.from({ length: lines }, async (_, index) => {
        // People do not call all at once: while one begins, others talk or hang up.
        await sleep((index * CALL_MS) / lines);
        for (const call of callsOf(index, options)) await PLAY[call.platform](call, line);
      }),
    );
  } finally {
    agent.destroy();
  }
  return answers;
}
