import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

/**
 * Who a request is counted for, by Express's `trust proxy`: an IPv4 address, or the 64 bits of an IPv6 address that one customer of a
 * provider has to himself. `unknown` for a connection that is gone already.
 */
export function clientAddress(req: Pick<Request, 'ip'>): string {
  const { ip } = req;
  if (ip === undefined) return 'unknown';
  if (!ip.includes(':')) return ip;
  if (!ipaddr.IPv6.isValid(ip)) return 'unknown';
  const address = ipaddr.IPv6.parse(ip);
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().toString();
  return `${address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
