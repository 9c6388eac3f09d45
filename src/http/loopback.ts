import type { Request } from 'express';

/** What proxies add: behind one, a loopback peer says nothing of where a request comes from. */
const FORWARDING_HEADERS = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'cf-connecting-ip',
  'true-client-ip',
] as const;

/** An address that only this machine can reach. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address === 'localhost' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);
}

/** A request that was made on this machine and not handed on by a proxy. `TRUST_PROXY` has no say in it. */
export function isLocalRequest(req: Request): boolean {
  return (
    isLoopbackAddress(req.socket.remoteAddress ?? '') &&
    FORWARDING_HEADERS.every((name) => req.headers[name] === undefined)
  );
}
