/** The endpoint sent more than it may. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
}

/** Statuses whose answers may have no body. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * A `fetch` that reads the whole answer before it gives it back, up to `bytesMax` (decompressed), and follows no redirects: they
 * would take the prompt and the key to where nobody configured.
 *
 * @throws AnswerTooLong beside what fetch throws
 */
export function cappedFetch(bytesMax: number): typeof fetch {
  return async (input, init) => {
    const answer = await fetch(input, { ...init, redirect: 'manual' });
    const { status, headers } = answer;
    const body = await readUpTo(bytesMax, answer);
    return new Response(BODILESS.has(status) ? null : body, { status, headers });
  };
}

async function readUpTo(bytesMax: number, answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop gives the rest of the answer up, and closes the connection.
    if (bytes > bytesMax) throw new AnswerTooLong(`More than ${bytesMax} bytes.`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
