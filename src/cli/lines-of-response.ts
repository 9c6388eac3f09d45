import { CommandFailed } from './command-failed.js';
import { reasonIn } from './refusal-text.js';

/**
 * The JSON lines of an answer, as they come.
 *
 * @param signal ends the answer. That of `fetch` is not enough: once its request is garbage, it does not hear of it
 * @throws CommandFailed for another status than 200, and for an answer that is cut off
 */
export async function* linesOfResponse<Line extends object>(
  response: Response,
  signal?: AbortSignal,
): AsyncGenerator<Line | { readonly errors: readonly unknown[] }, void, undefined> {
  if (!response.ok) throw new CommandFailed(await reasonIn(response));
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const cancel = (): void => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', cancel);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw new CommandFailed('The server does not answer any more.', { cause: error });
      });
      signal?.throwIfAborted();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() as string;
      for (const line of lines) yield JSON.parse(line) as Line;
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
