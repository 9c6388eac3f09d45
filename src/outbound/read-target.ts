import { isIP } from 'node:net';
import { OutboundRefused } from './outbound.js';

/** A URL that may be called as far as its text goes. */
export interface Target {
  /** As messages name it: the host without port, path or query, which may hold secrets. */
  readonly shownHost: string;
  /** A name, or an IP address without brackets, in the one spelling that URL parsing gives it. */
  readonly hostname: string;
  readonly isAddress: boolean;
  readonly port: number;
  readonly isSecure: boolean;
  /** The `Host` header: with the port where it is not the scheme's own. */
  readonly host: string;
  /** Path and query, as they go out. */
  readonly path: string;
}

const URL_CHARACTERS_MAX = 8192;
/** RFC 1035. */
const NAME_CHARACTERS_MAX = 253;

/**
 * Reads a URL as browsers do (WHATWG), so that `http://0x7f.1`, `http://2130706433`, `http://%6cocalhost` and full-width digits are the
 * hosts that they lead to, and nothing else is left to be read another way further on.
 *
 * @throws OutboundRefused whose message holds nothing of the URL but its scheme or host
 */
export function readTarget(text: string): Target {
  if (text.length > URL_CHARACTERS_MAX) {
    throw new OutboundRefused(`The URL has ${text.length} characters: ${URL_CHARACTERS_MAX} are allowed.`);
  }
  if (!URL.canParse(text)) {
    throw new OutboundRefused('The URL cannot be read: it must be like https://hooks.example.com/calls.');
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new OutboundRefused(`A ${url.protocol} URL cannot be called: it must begin with https:// or http://.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new OutboundRefused(`The URL to ${url.hostname} holds a user name or a password: send them in a header.`);
  }
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  if (hostname.length > NAME_CHARACTERS_MAX + 1) {
    throw new OutboundRefused(
      `The URL's host name has ${hostname.length} characters: ${NAME_CHARACTERS_MAX} are allowed.`,
    );
  }
  const isSecure = url.protocol === 'https:';
  return {
    shownHost: url.hostname,
    hostname,
    isAddress: isIP(hostname) !== 0,
    port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
    isSecure,
    host: url.host,
    path: `${url.pathname}${url.search}`,
  };
}
