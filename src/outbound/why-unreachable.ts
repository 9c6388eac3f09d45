const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'is not known to the name service',
  EAI_AGAIN: 'could not be looked up: the name service does not answer',
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'closed the connection before its answer was whole',
  EPIPE: 'closed the connection before its answer was whole',
  ETIMEDOUT: 'did not take the connection',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  EADDRNOTAVAIL: 'cannot be reached from here',
};

/** What OpenSSL and Node say of a certificate that does not prove who is there. */
const CERTIFICATE_CODE = /CERT|ISSUER|SELF_SIGNED|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH|CRL_/;

/**
 * The second half of a sentence that begins with the host, from an error of node:dns, node:net, node:tls or node:http. Only the code
 * is taken: messages and other properties may hold bytes of the answer.
 */
export function whyUnreachable(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !/^[A-Z0-9_]{1,60}$/.test(code)) return 'could not be called';
  return `${reasonOf(code)} (${code})`;
}

function reasonOf(code: string): string {
  const known = REASONS[code];
  if (known !== undefined) return known;
  if (code.startsWith('HPE_')) return 'did not answer in HTTP';
  if (CERTIFICATE_CODE.test(code)) return 'showed a certificate that is not trusted';
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return 'did not agree on TLS';
  return 'could not be called';
}
