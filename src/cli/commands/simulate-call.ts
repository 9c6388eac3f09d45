import { join } from 'node:path';
import type { Config } from '../../config.js';
import { signWebhook } from '../../platforms/telnyx/signing.js';
import { lint, parse } from '../../query/index.js';
import { CommandFailed } from '../command-failed.js';
import { printJson } from '../print.js';
import { printable } from '../printable.js';
import { createCallProgress } from '../simulate/call-progress.js';
import { type CallTotals, createCallCounter, isFlawless } from '../simulate/call-totals.js';
import { type JudgedCall, judgeReply } from '../simulate/judge-reply.js';
import { runCalls } from '../simulate/run-calls.js';
import { createWebhookSender } from '../simulate/send-webhook.js';
import { showMs, showTotals } from '../simulate/show-totals.js';
import { type SigningKey, signingKeyOfFile } from '../simulate/signing-key.js';
import { type CallTemplate, isNumber, simulatedEvent } from '../simulate/simulated-call.js';
import { signingKeyOfWorkspace } from '../simulate/workspace-key.js';
import { untilInterrupted } from '../until-interrupted.js';

export interface SimulateCallOptions {
  readonly to: string;
  readonly from: string;
  readonly agent: string;
  readonly assistant?: string;
  readonly channel: string;
  readonly verified: CallTemplate['verified'];
  readonly field: Readonly<Record<string, string>>;
  readonly callers: number;
  readonly count: number;
  readonly rate?: number;
  readonly concurrency?: number;
  readonly timeoutMs: number;
  readonly budgetMs: number;
  readonly keyFile?: string;
  readonly workspace?: string;
  readonly json: boolean;
}

/** Where there is a rate, more than that under way are no load any more but a pile. */
const OPEN_LOOP_MAX = 1_000;

/** The key of simulated events, unless another one is named. */
export function keyFileOf(config: Config): string {
  return join(config.dataDir, 'simulate-key.pem');
}

/** Plays a platform against a webhook, and says how it did. Exit code 1 when anything was wrong. */
export async function simulateCallCommand(options: SimulateCallOptions, config: Config): Promise<void> {
  const url = readUrl(options.to);
  if (options.callers > 1 && !isNumber(options.from)) {
    throw new CommandFailed('--callers needs a --from that is a phone number: the others follow it.');
  }
  if (options.keyFile !== undefined && options.workspace !== undefined) {
    throw new CommandFailed('--key-file and --workspace both name a key to sign with: give one of them.');
  }
  const key =
    options.workspace === undefined
      ? await signingKeyOfFile(options.keyFile ?? keyFileOf(config))
      : await signingKeyOfWorkspace(options.workspace, config);
  if (key.isNew) {
    console.error(`Made the key ${key.origin}. Set TELNYX_PUBLIC_KEY=${key.publicKey} where the webhook runs.`);
  } else if (!options.json) {
    console.error(`Signed with ${key.origin}, public key ${key.publicKey}`);
  }
  const run = await untilInterrupted((signal) => play(options, url, key, signal));
  if (options.json) printRun(run, options, key);
  else if (run.single !== undefined) showCall(run.single, options);
  else console.log(showTotals(run.totals, { ...options, elapsedMs: run.elapsedMs }));
  if (run.statuses.has(401) || run.statuses.has(404)) {
    console.error(`Is TELNYX_PUBLIC_KEY=${key.publicKey} set where the webhook runs, and is this its address?`);
  }
  if (!isFlawless(run.totals)) process.exitCode ??= 1;
}

interface Run {
  readonly totals: CallTotals;
  readonly elapsedMs: number;
  readonly statuses: ReadonlySet<number>;
  /** Of a run of one call, unless it was interrupted before it ended. */
  readonly single?: JudgedCall & { readonly event: object };
}

async function play(options: SimulateCallOptions, url: URL, key: SigningKey, signal: AbortSignal): Promise<Run> {
  const { count, rate, timeoutMs } = options;
  const concurrency = options.concurrency ?? (rate === undefined ? 1 : OPEN_LOOP_MAX);
  const template: CallTemplate = { ...options, fields: options.field };
  const sender = createWebhookSender(url, concurrency);
  const counter = createCallCounter();
  const progress = createCallProgress(count);
  const statuses = new Set<number>();
  let ended = 0;
  let notOk = 0;
  let single: Run['single'];
  const startMs = performance.now();
  try {
    await runCalls({ count, rate, concurrency, signal }, async (index, waitedMs) => {
      const event = simulatedEvent(template, index, new Date());
      const body = JSON.stringify(event);
      const reply = await sender.send(body, signWebhook(key.privateKey, body, new Date()), timeoutMs);
      const call = judgeReply(reply, options, waitedMs);
      counter.add(call);
      if (call.status !== undefined) statuses.add(call.status);
      if (count === 1) single = { ...call, event };
      ended += 1;
      if (call.outcome !== 'ok') notOk += 1;
      progress.update(ended, notOk);
    });
  } finally {
    progress.stop();
    sender.close();
  }
  const run = { totals: counter.totals(), elapsedMs: performance.now() - startMs, statuses };
  return single === undefined ? run : { ...run, single };
}

function showCall({ status, durationMs, answer, leftOut, problems }: JudgedCall, options: SimulateCallOptions): void {
  const outcome = status === undefined ? 'no answer' : String(status);
  console.log(`${outcome} after ${showMs(durationMs)} (budget ${options.budgetMs} ms)`);
  if (answer !== undefined) {
    console.log(printable(typeof answer === 'string' ? answer.slice(0, 4_000) : JSON.stringify(answer, null, 2)));
  }
  if (leftOut !== undefined) console.log(printable(`left out: ${leftOut}`));
  for (const problem of problems) console.log(printable(`wrong: ${problem}`));
  for (const note of queryNotes(answer)) console.log(printable(`worth a look: memory.conversation_query: ${note}`));
  if (problems.length === 0) console.log('Nothing is wrong with it.');
}

/** What is valid in the memory query and yet likely wrong. */
function queryNotes(answer: unknown): readonly string[] {
  const text = (answer as { memory?: { conversation_query?: unknown } } | undefined)?.memory?.conversation_query;
  if (typeof text !== 'string') return [];
  try {
    return lint(parse(text)).map(({ code, message }) => `${code} ${message}`);
  } catch {
    // That it cannot be read is said as what is wrong.
    return [];
  }
}

function printRun({ totals, elapsedMs, single }: Run, options: SimulateCallOptions, key: SigningKey): void {
  printJson({
    to: options.to,
    public_key: key.publicKey,
    budget_ms: options.budgetMs,
    timeout_ms: options.timeoutMs,
    elapsed_ms: Math.round(elapsedMs),
    count: totals.count,
    outcomes: Object.fromEntries(
      Object.entries(totals.outcomes).map(([outcome, times]) => [outcome.replace(' ', '_'), times]),
    ),
    latency_ms: totals.latency === undefined ? null : roundedMembers(totals.latency),
    left_out: totals.leftOut,
    problems: totals.problems,
    ...(single === undefined
      ? {}
      : { call: { event: single.event, status: single.status ?? null, answer: single.answer ?? null } }),
  });
}

function roundedMembers(members: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, Math.round(value * 1000) / 1000]));
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new CommandFailed(`--to is ${JSON.stringify(text)}; it has to be the address of a webhook, https://….`);
}
