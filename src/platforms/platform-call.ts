import type { CallReport } from './call-report.js';

/** A call that goes on, as far as a platform's message tells. */
export interface PlatformCall
  extends Pick<
    CallReport,
    'agentId' | 'agentTarget' | 'channel' | 'direction' | 'endUserTarget' | 'externalId' | 'startedAt' | 'endedAt'
  > {
  /** The platform's id; undefined: nobody knows which call it is. */
  readonly callId: string | undefined;
}
