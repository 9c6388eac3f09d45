/**
 * The one way out to a URL that a user or a payload names. The host is resolved once, every address of it is checked, the
 * connection goes to a checked address and nowhere else, redirects are not followed, time and size are capped.
 */
export interface Outbound {
  /** @throws OutboundRefused before a packet is sent; OutboundFailed when no whole answer came */
  request(request: OutboundRequest): Promise<OutboundAnswer>;
}

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  /** `http:` or `https:`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For everything, from the name look-up to the last byte. */
  readonly timeoutMs: number;
  readonly answerBytesMax: number;
  readonly signal?: AbortSignal;
}

/** Any status, redirects included: they are not followed. */
export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly durationMs: number;
}

/** A URL that may not be called. The message says why, and what to do. */
export class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused';
}

export class OutboundFailed extends Error {
  override readonly name = 'OutboundFailed';
  readonly reason: 'timeout' | 'too-large' | 'unreachable' | 'aborted';

  constructor(reason: OutboundFailed['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
