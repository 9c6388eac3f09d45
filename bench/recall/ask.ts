import { type Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One request, and what its answer has to say. */
export interface Asked {
  readonly path: string;
  readonly body: string;
  /** The status of an answer that may be whole: 200 where it is not given. */
  readonly accepted?: number;
  /** What is wrong with an answer; undefined: nothing. */
  readonly faultOf: (answer: Readonly<Record<string, unknown>>) => string | undefined;
}

export interface AskOptions {
  readonly url: string;
  readonly agent: Agent;
  readonly apiKey: string;
  readonly concurrent: number;
  /** Between an answer and the sender's next request: somebody speaks meanwhile. */
  readonly pauseMs: number;
  readonly requests: readonly Asked[];
}

export interface Answered {
  readonly durationsMs: readonly number[];
  /** Each once. */
  readonly faults: readonly string[];
  readonly faultCount: number;
}

/** Sends every request once, by so many senders, each its next one when it has its answer and has paused. */
export async function ask({ url, agent, apiKey, concurrent, pauseMs, requests }: AskOptions): Promise<Answered> {
  const durationsMs: number[] = [];
  const faults = new Set<string>();
  let faultCount = 0;
  const waiting = requests.values();
  async function sender(index: number): Promise<void> {
    // They do not all begin in the same millisecond.
    await sleep((index * pauseMs) / concurrent);
    for (const { path, body, accepted = 200, faultOf } of waiting) {
      const startMs = performance.now();
      const fault = await post(`${url}${path}`, body, apiKey, agent).then(
        ({ status, text }) => (status === accepted ? faultOf(JSON.parse(text)) : `status ${status}`),
        (error: Error) => error.message,
      );
      durationsMs.push(performance.now() - startMs);
      if (fault !== undefined) {
        faultCount += 1;
        faults.add(fault);
      }
      if (pauseMs > 0) await sleep(pauseMs);
    }
  }
  await Promise.all(Array.from({ length: concurrent }, (_, index) => sender(index)));
  return { durationsMs, faults: [...faults], faultCount };
}

function post(
  url: string,
  body: string,
  apiKey: string,
  agent: Agent,
): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${apiKey}`,
    };
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
