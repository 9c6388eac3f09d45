import { text } from 'node:stream/consumers';
import autocannon, { type Request } from 'autocannon';

/**
 * A program of its own, so that making load does not wait for what the benchmark does: reads a LoadRequest as JSON, makes the load,
 * writes a LoadResult as JSON.
 */
export interface LoadRequest {
  readonly url: string;
  readonly connections: number;
  readonly durationS: number;
  /** Every connection sends some of them in turn. */
  readonly requests: readonly Request[];
}

export interface LoadResult {
  readonly answers: number;
  readonly answersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers that were no 2xx, and requests without an answer. */
  readonly failures: number;
}

const { url, connections, durationS, requests } = JSON.parse(await text(process.stdin)) as LoadRequest;
/** Each connection keeps its requests as bytes, which takes time to make. */
const REQUESTS_PER_CONNECTION = 20;

let started = 0;
const result = await autocannon({
  url,
  connections,
  duration: durationS,
  requests: requests.slice(0, 1),
  setupClient(client) {
    const first = Math.floor((started++ * requests.length) / connections);
    const turn = [...requests.slice(first), ...requests.slice(0, first)];
    client.setRequests(turn.slice(0, REQUESTS_PER_CONNECTION));
  },
});
const found: LoadResult = {
  answers: result['2xx'],
  answersPerSecond: result['2xx'] / result.duration,
  p50Ms: result.latency.p50,
  p99Ms: result.latency.p99,
  failures: result.non2xx + result.errors,
};
process.stdout.write(JSON.stringify(found));
