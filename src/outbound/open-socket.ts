import type { LookupAddress } from 'node:dns';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

export interface SocketTarget {
  /** A name, or an IP address without brackets. */
  readonly hostname: string;
  readonly port: number;
  readonly isSecure: boolean;
  /** The only addresses that are connected to, in this order, one after the other while they fail. */
  readonly addresses: readonly LookupAddress[];
}

export type OpenSocket = (target: SocketTarget) => Socket;

/**
 * A connection to one of the target's addresses: what answers the name look-up of node:net is the list that was checked, so there is no
 * second look-up that could say something else. Over TLS the server must prove the name, by the machine's trusted roots.
 *
 * @param roots trusted in place of the machine's, in PEM
 */
export function openSocket({ hostname, port, isSecure, addresses }: SocketTarget, roots?: string): Socket {
  const options = { host: hostname, port, lookup: pinned(addresses) };
  if (!isSecure) return connect(options);
  // A name's final dot is no part of what a certificate is for (RFC 6066), and an address is no server name.
  const servername = isIP(hostname) !== 0 ? '' : hostname.replace(/\.$/, '');
  return connectSecurely({
    ...options,
    servername,
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
    ...(roots === undefined ? {} : { ca: roots }),
  });
}

function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const first = addresses[0];
    // Later, as a look-up would: node:net does not expect its answer before it has asked.
    process.nextTick(() => {
      if (options.all === true) callback(null, [...addresses]);
      else callback(null, first?.address ?? '', first?.family);
    });
  };
}
