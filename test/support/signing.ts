import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** Someone who signs webhooks as Telnyx does. */
export interface TelnyxSigner {
  /** As the portal shows it: base64 of the raw 32 bytes. */
  readonly publicKey: string;
  /** The headers of a body, signed at a time in Unix seconds (default: now). */
  headers(body: string | Buffer, atSeconds?: number | string): Record<string, string>;
}

export function telnyxSigner(): TelnyxSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: rawPublicKey(publicKey),
    headers(body, atSeconds = Math.floor(Date.now() / 1000)) {
      const signed = Buffer.concat([Buffer.from(`${atSeconds}|`), Buffer.from(body)]);
      return {
        'telnyx-signature-ed25519': sign(null, signed, privateKey).toString('base64'),
        'telnyx-timestamp': `${atSeconds}`,
      };
    },
  };
}

function rawPublicKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
}

/** An `assistant.initialization` event in Telnyx's documented shape; `payload` replaces or adds fields. */
export function initializationEvent(payload: Record<string, unknown> = {}): object {
  return {
    data: {
      record_type: 'event',
      id: 'event_12345678-90ab-cdef-1234-567890abcdef',
      event_type: 'assistant.initialization',
      occurred_at: '2025-04-07T10:00:00Z',
      payload: {
        telnyx_conversation_channel: 'phone_call',
        telnyx_agent_target: '+13128675309',
        telnyx_end_user_target: '+15551234567',
        telnyx_end_user_target_verified: false,
        call_control_id: 'v3:u5OAKGEPT3Dx8SZSSDRWEMdNH2OripQhO',
        assistant_id: 'assistant_12345678-90ab-cdef-1234-567890abcdef',
        ...payload,
      },
    },
  };
}
