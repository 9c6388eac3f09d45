import { CommandFailed } from './command-failed.js';
import { reasonOf } from './open-api.js';

/**
 * The JSON lines of an answer, as they come.
 *
 * @throws CommandFailed for another status than 200, and for an answer that is cut off
 */
export async function* linesOfResponse<Line extends object>(
  response: Response,
): AsyncGenerator<Line | { readonly errors: readonly unknown[] }, void, undefined> {
  if (!response.ok) {
    const text = await response.text();
    let reason: string | undefined;
    try {
      reason = reasonOf(JSON.parse(text));
    } catch {
      // Not ours: a proxy's page.
    }
    throw new CommandFailed(reason ?? `The server answered ${response.status}.`);
  }
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() as string;
      for (const line of lines) yield JSON.parse(line) as Line;
    }
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    throw new CommandFailed('The server does not answer any more.', { cause: error });
  }
}
