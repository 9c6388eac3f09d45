import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { InitializationRecorder } from '../assistants/initialization-recorder.js';
import type { JobQueue } from '../jobs/job-queue.js';
import type { Compiler } from '../query/index.js';

/** What became of a platform's webhook: of one that wants an answer, and of an event. */
export type WebhookOutcome =
  | ('answered' | 'left-out' | 'refused')
  | ('fetching' | 'ended' | 'insights' | 'kept' | 'noted' | 'erased' | 'duplicate');

/** The measurements of one app, in a registry of its own, so that two apps in one process do not mix. */
export interface Metrics {
  /** `route` is a pattern, so that there are few of them. */
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  countWebhook(webhook: string, outcome: WebhookOutcome): void;
  /** A part of an answer that was not ready within the budget. */
  countLeftOut(part: string, reason: 'late' | 'failed'): void;
  countKeyLookUp(result: 'hit' | 'miss' | 'stale' | 'failed'): void;
  readonly contentType: string;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
}

/** With the borders that matter to a caller on the line: our own budget, and the second after which Telnyx goes on without us. */
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.7, 1, 1.5, 2.5, 5, 10];

export interface MetricsOptions {
  /** Also the process's own: memory, event loop, garbage collection. They are observed until the process ends. */
  readonly ofProcess: boolean;
  readonly compilerStats: Compiler['stats'];
  readonly jobs: Pick<JobQueue, 'ended' | 'countWaiting'>;
  /** Absent: nobody keeps records of initializations. */
  readonly recorder?: Pick<InitializationRecorder, 'counts'> | undefined;
}

export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  if (options.ofProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];

  const requests = new Histogram({
    name: 'ringback_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const webhooks = new Counter({
    name: 'ringback_webhooks_total',
    help: 'Webhooks of platforms by what became of them. How long they took is in the requests, by route.',
    labelNames: ['webhook', 'outcome'],
    registers,
  });
  const leftOut = new Counter({
    name: 'ringback_left_out_total',
    help: 'Parts of an answer that were not ready within the budget.',
    labelNames: ['part', 'reason'],
    registers,
  });
  const keyLookUps = new Counter({
    name: 'ringback_api_key_look_ups_total',
    help: 'API keys looked up: hit (cached), miss (asked the database), stale (database down, kept), failed.',
    labelNames: ['result'],
    registers,
  });

  // Read when somebody asks; the objects stay alive through the registry.
  new Gauge({
    name: 'ringback_query_shapes',
    help: 'Shapes of queries whose SQL is kept.',
    registers,
    collect() {
      this.set(options.compilerStats().shapes);
    },
  });
  new Counter({
    name: 'ringback_query_compilations_total',
    help: 'Queries compiled: hit (the SQL of the shape was kept), miss (it was built).',
    labelNames: ['result'],
    registers,
    collect() {
      const { hits, misses } = options.compilerStats();
      this.reset();
      this.inc({ result: 'hit' }, hits);
      this.inc({ result: 'miss' }, misses);
    },
  });
  new Counter({
    name: 'ringback_jobs_ended_total',
    help: 'Jobs that came to their end in this process, by outcome: completed, or failed for good.',
    labelNames: ['type', 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const { type, outcome, count } of options.jobs.ended()) this.inc({ type, outcome }, count);
    },
  });
  new Gauge({
    name: 'ringback_jobs_waiting',
    help: 'Jobs that wait, in the whole database. Left out while that does not answer.',
    registers,
    async collect() {
      this.remove();
      const waiting = await options.jobs.countWaiting().catch(() => undefined);
      if (waiting !== undefined) this.set(waiting);
    },
  });
  const { recorder } = options;
  if (recorder !== undefined) {
    new Counter({
      name: 'ringback_initialization_records_total',
      help: 'Records of initializations: written, overflowed (too many waited for the database), failed (see the log).',
      labelNames: ['outcome'],
      registers,
      collect() {
        const { written, overflowed, failed } = recorder.counts();
        this.reset();
        this.inc({ outcome: 'written' }, written);
        this.inc({ outcome: 'overflowed' }, overflowed);
        this.inc({ outcome: 'failed' }, failed);
      },
    });
  }

  return {
    observeRequest(method, route, status, seconds) {
      requests.observe({ method, route, status }, seconds);
    },
    countWebhook(webhook, outcome) {
      webhooks.inc({ webhook, outcome });
    },
    countLeftOut(part, reason) {
      leftOut.inc({ part, reason });
    },
    countKeyLookUp(result) {
      keyLookUps.inc({ result });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
