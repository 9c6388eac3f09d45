/** What the API said of a request that failed (`{"errors":[…]}`), in its own sentences; undefined where that is no error of it. */
export function reasonOf(body: Readonly<Record<string, unknown>> | undefined): string | undefined {
  if (!Array.isArray(body?.errors)) return undefined;
  return body.errors.map(({ detail, title }: { detail?: string; title?: string }) => detail ?? title).join(' ');
}

/** The same of an answer that was not asked to succeed: with its status where nothing else is said, as on a proxy's page. */
export async function reasonIn(response: Response): Promise<string> {
  return reasonOf(readObject(await response.text())) ?? `The server answered ${response.status}.`;
}

/** The JSON object that a text holds; undefined for anything else. */
export function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
