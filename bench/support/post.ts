import { type Agent, request } from 'node:http';

/** No answer comes after this: an event that is lost must not hold the benchmark up. */
const LOST_MS = 5_000;

/** As it came. */
export interface Response {
  readonly status: number | undefined;
  readonly leftOut: string | undefined;
  readonly body: string;
}

/** Sends a body, and waits for the whole answer. Rejects when there is none. */
export function post(url: string, headers: Record<string, string>, body: string, agent: Agent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent };
    const sent = request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        clearTimeout(lost);
        const leftOut = response.headers['x-ringback-left-out'];
        resolve({ status: response.statusCode, leftOut: leftOut?.toString(), body: text });
      });
    });
    const lost = setTimeout(() => sent.destroy(new Error('no answer')), LOST_MS);
    sent.on('error', (error) => {
      clearTimeout(lost);
      reject(error);
    });
    sent.end(body);
  });
}
