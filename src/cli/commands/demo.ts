import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../config.js';
import { type RunningServer, serve } from '../../serve.js';
import { callsStory } from '../demo/calls-story.js';
import { conversationsStory } from '../demo/conversations-story.js';
import { DemoApi } from '../demo/demo-api.js';
import type { Story } from '../demo/story.js';
import { publicKeyOf } from '../simulate/signing-key.js';

/** What the demo can play. */
export const STORIES = { conversations: conversationsStory, calls: callsStory } as const satisfies Record<
  string,
  Story
>;

export type StoryName = keyof typeof STORIES;

/**
 * Plays a story on a database of its own, and says what happens. Nothing is left of it, also when SIGINT or SIGTERM ends it early.
 */
export async function demo(name: StoryName, print: (line: string) => void): Promise<void> {
  const interruption = awaitInterruption();
  const dataDir = await mkdtemp(join(tmpdir(), 'ringback-demo-'));
  let server: RunningServer | undefined;
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    const apiKey = 'a-key-for-the-demo';
    const retellKey = 'a-retell-key-for-the-demo';
    const config = readConfig({
      PORT: '0',
      RINGBACK_DATA_DIR: dataDir,
      RINGBACK_API_KEY: apiKey,
      TELNYX_PUBLIC_KEY: publicKeyOf(privateKey),
      RETELL_API_KEY: retellKey,
      RINGBACK_TIME_ZONE: 'America/Chicago',
      // It shows what is answered, also on a machine that is busy.
      RINGBACK_RECALL_MS: '5000',
      RINGBACK_BUDGET_MS: '5000',
    });
    server = await serve(config, pino({ level: 'silent' }), () => {});
    let isOver = false;
    const printUntilOver = (line: string) => {
      if (!isOver) print(line);
    };
    const signal = await Promise.race([
      interruption.signal,
      STORIES[name]({
        api: new DemoApi(server.url, apiKey),
        telnyxKey: privateKey,
        retellKey,
        print: printUntilOver,
      }),
    ]);
    isOver = true;
    if (signal !== undefined) process.exitCode = 128 + constants.signals[signal];
  } finally {
    interruption.ignore();
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The first signal to end the process; a second one ends it on the spot. */
function awaitInterruption(): { readonly signal: Promise<NodeJS.Signals>; ignore(): void } {
  let onSignal: (signal: NodeJS.Signals) => void = () => {};
  const ignore = () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  const signal = new Promise<NodeJS.Signals>((resolve) => {
    onSignal = (received) => {
      ignore();
      resolve(received);
    };
  });
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return { signal, ignore };
}
