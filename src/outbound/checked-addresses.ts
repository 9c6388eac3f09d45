import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { judgeAddress } from './address-verdict.js';
import { OutboundFailed, OutboundRefused } from './outbound.js';
import type { Target } from './read-target.js';
import { whyUnreachable } from './why-unreachable.js';

/** Every address of a name; asked once per request. `dns.promises.lookup` with `all` is one. */
export type ResolveName = (hostname: string) => Promise<readonly LookupAddress[]>;

/**
 * The addresses of the target's host, each of them checked: a name that has one forbidden address among allowed ones is refused as a whole,
 * since it would only take another try to get there.
 *
 * The message does not hold the address that a name leads to: who may name URLs need not learn what the operator's name service knows.
 *
 * @throws OutboundRefused for a forbidden address; OutboundFailed (`unreachable`) for a name without any
 */
export async function checkedAddresses(
  target: Target,
  resolve: ResolveName,
  allowPrivate: boolean,
): Promise<readonly LookupAddress[]> {
  const addresses = target.isAddress
    ? [{ address: target.hostname, family: isIP(target.hostname) }]
    : await resolve(target.hostname).catch((error: unknown) => {
        throw new OutboundFailed('unreachable', `${target.shownHost} ${whyUnreachable(error)}.`);
      });
  if (addresses.length === 0) throw new OutboundFailed('unreachable', `${target.shownHost} has no address.`);
  for (const { address } of addresses) {
    const { reach, what } = judgeAddress(address);
    const leads = `${target.shownHost} ${target.isAddress ? 'is' : 'leads to'} ${what}`;
    if (reach === 'never') throw new OutboundRefused(`${leads}: such addresses are never called.`);
    if (reach === 'private' && !allowPrivate) {
      throw new OutboundRefused(
        `${leads}: only public addresses are called. Set RINGBACK_ALLOW_PRIVATE_URLS=1 to call it all the same.`,
      );
    }
  }
  return addresses;
}
