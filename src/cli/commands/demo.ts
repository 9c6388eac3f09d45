import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../config.js';
import { type RunningServer, serve } from '../../serve.js';

/** Who calls in the demo; the numbers are those of Telnyx's documentation. */
const CALLER = '+13128675309';
const STRANGER = '+15551234567';
const AGENT = '+13125550100';

type Json = Record<string, unknown>;

/**
 * Plays the main job on a database of its own, and says what happens: conversations and messages come in, filters find them,
 * a call begins, the webhook answers, and the query it answers with finds that caller's last five conversations. Nothing is left
 * of it, also when SIGINT or SIGTERM ends it early.
 */
export async function demo(print: (line: string) => void): Promise<void> {
  const interruption = awaitInterruption();
  const dataDir = await mkdtemp(join(tmpdir(), 'ringback-demo-'));
  let server: RunningServer | undefined;
  try {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const apiKey = 'a-key-for-the-demo';
    const config = readConfig({
      PORT: '0',
      RINGBACK_DATA_DIR: dataDir,
      RINGBACK_API_KEY: apiKey,
      TELNYX_PUBLIC_KEY: rawPublicKey(publicKey),
    });
    server = await serve(config, pino({ level: 'silent' }), () => {});
    let isOver = false;
    const printUntilOver = (line: string) => {
      if (!isOver) print(line);
    };
    const signal = await Promise.race([
      interruption.signal,
      play(new Api(server.url, apiKey), privateKey, printUntilOver),
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

async function play(api: Api, privateKey: KeyObject, print: (line: string) => void): Promise<void> {
  print('1. Six conversations with Sarah and one with somebody else, written through the conversations API:');
  for (let day = 1; day <= 6; day++) await hold(api, CALLER, `2025-04-0${day}`, `Call ${day}`, print);
  await hold(api, STRANGER, '2025-04-07', 'Call of a stranger', print);

  print('');
  print('2. The List endpoint runs the query language:');
  for (const query of [
    `metadata->telnyx_end_user_target=eq.${CALLER}&limit=2&order=last_message_at.desc`,
    'or=(name.like.*stranger,last_message_at.lt.2025-04-02)&order=created_at.asc',
  ]) {
    await list(api, query, print);
  }

  print('');
  print('3. A mistyped query is told where and how:');
  const refused = await api.get(`/v2/ai/conversations?last_mesage_at=gte.now-10d`);
  print(`   GET /v2/ai/conversations?last_mesage_at=gte.now-10d  ->  ${refused.status}`);
  for (const { code, detail, meta } of refused.body.errors as {
    code: string;
    detail: string;
    meta: { hint: string };
  }[]) {
    print(`   ${code} ${detail} ${meta.hint}`);
  }

  print('');
  print('4. Sarah calls. Telnyx signs an assistant.initialization event and asks what to know:');
  const startedMs = performance.now();
  const answer = await api.sendEvent(privateKey, {
    telnyx_conversation_channel: 'phone_call',
    telnyx_agent_target: AGENT,
    telnyx_end_user_target: CALLER,
    telnyx_end_user_target_verified: true,
  });
  const tookMs = performance.now() - startedMs;
  print(`   POST /telnyx/dynamic-variables  ->  ${answer.status} in ${Math.ceil(tookMs)} ms`);
  print(indent(JSON.stringify(answer.body, null, 2)));

  print('');
  print('5. That very conversation_query, run on the List endpoint, is her last five conversations:');
  const { conversation_query: query } = answer.body.memory as { conversation_query: string };
  await list(api, query, print);

  print('');
  print('6. A forged event gets nothing:');
  const forged = await api.sendEvent(generateKeyPairSync('ed25519').privateKey, { telnyx_end_user_target: CALLER });
  print(`   POST /telnyx/dynamic-variables  ->  ${forged.status}`);
}

async function hold(
  api: Api,
  target: string,
  date: string,
  name: string,
  print: (line: string) => void,
): Promise<void> {
  const created = await api.post('/v2/ai/conversations', {
    name,
    metadata: {
      telnyx_conversation_channel: 'phone_call',
      telnyx_agent_target: AGENT,
      telnyx_end_user_target: target,
    },
  });
  const path = `/v2/ai/conversations/${created.body.id}/message`;
  await api.post(path, { role: 'user', content: 'Hello, it is me again.', sent_at: `${date}T15:00:00Z` });
  print(`   POST /v2/ai/conversations  ->  ${created.status} ${name}, ${target}, ${date}`);
}

async function list(api: Api, query: string, print: (line: string) => void): Promise<void> {
  const { status, body } = await api.get(`/v2/ai/conversations?${query}`);
  print(`   GET /v2/ai/conversations?${query}  ->  ${status}`);
  for (const { name, last_message_at } of body.data as Json[]) print(`     ${last_message_at}  ${name}`);
}

const indent = (text: string) => text.replace(/^/gm, '   ');

/** Telnyx hands out the raw 32 bytes in base64. */
const rawPublicKey = (key: KeyObject) => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url').toString('base64');

/** The requests of a program that uses the API, and of Telnyx. */
class Api {
  readonly #url: string;
  readonly #apiKey: string;

  constructor(url: string, apiKey: string) {
    this.#url = url;
    this.#apiKey = apiKey;
  }

  get(path: string) {
    return this.#send(path, { headers: this.#headers() });
  }

  post(path: string, body: Json) {
    return this.#send(path, { method: 'POST', headers: this.#headers(), body: JSON.stringify(body) });
  }

  sendEvent(privateKey: KeyObject, payload: Json) {
    const now = new Date();
    const body = JSON.stringify({
      data: { record_type: 'event', event_type: 'assistant.initialization', occurred_at: now.toISOString(), payload },
    });
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const signature = sign(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString('base64');
    return this.#send('/telnyx/dynamic-variables', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'telnyx-timestamp': timestamp,
        'telnyx-signature-ed25519': signature,
      },
      body,
    });
  }

  #headers() {
    return { authorization: `Bearer ${this.#apiKey}`, 'content-type': 'application/json' };
  }

  async #send(path: string, init: RequestInit): Promise<{ status: number; body: Json }> {
    const response = await fetch(`${this.#url}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Json) };
  }
}
