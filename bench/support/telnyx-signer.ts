import { generateKeyPairSync, sign } from 'node:crypto';

/** Signs webhooks as Telnyx does. */
export interface TelnyxSigner {
  /** As the portal shows it: base64 of the raw 32 bytes. */
  readonly publicKey: string;
  /** The headers of a body that is sent now. */
  headers(body: string): Record<string, string>;
}

export function createTelnyxSigner(): TelnyxSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
    headers(body) {
      const timestamp = `${Math.floor(Date.now() / 1000)}`;
      return {
        'content-type': 'application/json',
        'telnyx-timestamp': timestamp,
        'telnyx-signature-ed25519': sign(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString('base64'),
      };
    },
  };
}

/** The body of an `assistant.initialization` event, in Telnyx's documented shape. */
export function initializationBody(eventNumber: number, endUserTarget: string): string {
  const eventId = `event_00000000-0000-4000-8000-${`${eventNumber}`.padStart(12, '0')}`;
  return JSON.stringify({
    data: {
      record_type: 'event',
      id: eventId,
      event_type: 'assistant.initialization',
      occurred_at: new Date().toISOString(),
      payload: {
        telnyx_conversation_channel: 'phone_call',
        telnyx_agent_target: '+13128675309',
        telnyx_end_user_target: endUserTarget,
        telnyx_end_user_target_verified: false,
        call_control_id: `v3:${eventId}`,
        assistant_id: 'assistant-3',
      },
    },
  });
}
