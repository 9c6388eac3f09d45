import { validateHeaderName, validateHeaderValue } from 'node:http';
import { OutboundRefused } from './outbound.js';
import type { Target } from './read-target.js';

/** Decided by the connection and the target, not by whoever names the URL. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  ...['host', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'te', 'trailer', 'upgrade', 'expect'],
  ...['accept-encoding', 'proxy-authorization', 'proxy-connection'],
]);

/**
 * The headers of a request: the wanted ones, beside those that are ours to set.
 *
 * @throws OutboundRefused for a header that HTTP cannot carry (a line break in it, say); its value is not in the message
 */
export function outgoingHeaders(
  target: Target,
  wanted: Readonly<Record<string, string>>,
  userAgent: string,
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = { 'user-agent': userAgent };
  for (const [name, value] of Object.entries(wanted)) {
    const lowerName = name.toLowerCase();
    if (OWN_HEADERS.has(lowerName)) continue;
    try {
      validateHeaderName(lowerName);
      validateHeaderValue(lowerName, value);
    } catch {
      throw new OutboundRefused(
        `The request to ${target.shownHost} has a header ${JSON.stringify(name.slice(0, 60))} that HTTP cannot carry.`,
      );
    }
    headers[lowerName] = value;
  }
  // Compressed, a small answer could become a large one.
  return { ...headers, host: target.host, connection: 'close', 'accept-encoding': 'identity' };
}
