import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LanguageModel } from '../../src/models/language-model.js';
import { createLanguageModel } from '../../src/models/openai-model.js';

/** An OpenAI-compatible endpoint on loopback that says what the test wants, with the client that talks to it. */
export interface PlayedModel extends LanguageModel {
  /** What it was asked, oldest first. */
  readonly requests: readonly PlayedRequest[];
  /** The next answers, in their order; after these `answer`. */
  next(...answers: readonly PlayedAnswer[]): void;
  close(): Promise<void>;
}

/** What is said, or the status of a failure. */
export type PlayedAnswer = string | number;

export interface PlayedRequest {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: unknown } };
}

export async function playedModel(answer: PlayedAnswer = 'An answer.'): Promise<PlayedModel> {
  const requests: PlayedRequest[] = [];
  const answers: PlayedAnswer[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      requests.push(JSON.parse(Buffer.concat(chunks).toString()));
      const said = answers.shift() ?? answer;
      res.setHeader('content-type', 'application/json');
      if (typeof said === 'number') return res.writeHead(said).end('{"error":{"message":"Nora Quist"}}');
      res.end(JSON.stringify({ choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: said } }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const model = createLanguageModel({ baseUrl, model: 'played' }, { firstWaitMs: 1 });
  return {
    ...model,
    requests,
    next: (...more) => void answers.push(...more),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
