import { parentPort } from 'node:worker_threads';
import { builtInExtractor } from './built-in-extractor.js';
import type { Call } from './call.js';
import type { Extraction } from './extraction.js';

/** A call to be read, and what it taught: what goes into the thread and comes out of it. */
export interface ExtractionRequest {
  readonly id: number;
  readonly call: Call;
}

export type ExtractionResponse =
  | { readonly id: number; readonly extraction: Extraction }
  | { readonly id: number; readonly error: string };

/** What the thread says first: it has loaded all that it needs. */
export const READY = 'ready';

const never = new AbortController().signal;

parentPort?.postMessage(READY);
parentPort?.on('message', ({ id, call }: ExtractionRequest) => {
  builtInExtractor.extract(call, never).then(
    (extraction) => parentPort?.postMessage({ id, extraction } satisfies ExtractionResponse),
    // The kind alone: a message could quote the caller.
    (error: unknown) => {
      const kind = error instanceof Error ? error.name : 'error';
      parentPort?.postMessage({ id, error: kind } satisfies ExtractionResponse);
    },
  );
});
