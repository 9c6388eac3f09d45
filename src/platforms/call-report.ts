/** A turn as a platform reports it. */
export interface ReportedTurn {
  /** `user`: the caller's side. Turns of `system` and `tool` are kept by nobody: they are not what was said. */
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** ISO 8601, where the platform says when it was said. */
  readonly at?: string | undefined;
  /** Of the one who said it, and anything to be kept with it: as the sender of our own API has them. */
  readonly name?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  /** Somebody else on that side: the person a call was transferred to. Nothing of theirs is the caller's or the agent's. */
  readonly isOther?: boolean | undefined;
}

/** A call (or chat) in words that are no platform's: what the translations of Vapi's, Retell's and Telnyx's events give. */
export interface CallReport {
  readonly platform: 'telnyx' | 'vapi' | 'retell';
  /** The platform's id of the call. */
  readonly callId: string;
  /** The platform's id of the assistant or agent. */
  readonly agentId?: string | undefined;
  readonly channel: 'phone_call' | 'web_call' | 'sms_chat' | 'web_chat';
  readonly direction?: 'inbound' | 'outbound' | undefined;
  /** The other side's number or address as the carrier gives it; never the business's own. Absent: there is none. */
  readonly endUserTarget?: string | undefined;
  /** The business's number. */
  readonly agentTarget?: string | undefined;
  /** An id of the person that the operator vouches for: a trusted static parameter, signed metadata. Never the model's. */
  readonly externalId?: string | undefined;
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
  readonly endedReason?: string | undefined;
  /** Oldest first. */
  readonly turns: readonly ReportedTurn[];
  /** False: the customer chose not to keep what was said; then there are no turns here either. */
  readonly retained: boolean;
}
