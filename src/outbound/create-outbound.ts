import type { Outbound } from './outbound.js';

export interface OutboundOptions {
  /** Whether private, loopback and link-local addresses may be called. */
  readonly allowPrivate: boolean;
}

export function createOutbound(_options: OutboundOptions): Outbound {
  return {
    request: async () => {
      throw new Error('not built');
    },
  };
}
