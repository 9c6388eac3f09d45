/** One problem, as Telnyx writes it: the only shape of an error that leaves this server. */
export interface ErrorItem {
  /** A Telnyx code (`10005`), or one of the query language (`RQ201`). */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** Where the culprit stands: a parameter of the query string, or a JSON pointer into the body. */
  readonly source?: { readonly parameter?: string; readonly pointer?: string };
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** The codes of Telnyx's general catalogue that this server uses, with their titles. */
const TELNYX_CODES = {
  missingParameter: { code: '10004', title: 'Missing required parameter' },
  notFound: { code: '10005', title: 'Resource not found' },
  unexpected: { code: '10007', title: 'Unexpected error' },
  unauthenticated: { code: '10009', title: 'Authentication failed' },
  forbidden: { code: '10010', title: 'Authorization failed' },
  tooManyRequests: { code: '10011', title: 'Too many requests' },
  badRequest: { code: '10015', title: 'Bad Request' },
  invalidJson: { code: '10023', title: 'Invalid JSON' },
  unprocessable: { code: '10027', title: 'Unprocessable Entity' },
  methodNotAllowed: { code: '10030', title: 'Method not allowed' },
  invalidEnum: { code: '10032', title: 'Invalid enumerated value' },
  outOfRange: { code: '10033', title: 'Value outside of range' },
  beingProcessed: { code: '10036', title: 'Resource is being processed' },
  unavailable: { code: '10037', title: 'Service unavailable' },
} as const;

export type TelnyxCode = keyof typeof TELNYX_CODES;

/** An error item of Telnyx's catalogue, with the link to its page. */
export function errorItem(code: TelnyxCode, detail: string, source?: ErrorItem['source']): ErrorItem {
  const entry = TELNYX_CODES[code];
  return {
    ...entry,
    detail,
    ...(source === undefined ? {} : { source }),
    meta: { url: `https://developers.telnyx.com/docs/overview/errors/${entry.code}` },
  };
}
