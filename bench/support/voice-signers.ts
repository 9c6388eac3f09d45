import { createHmac } from 'node:crypto';

/** The headers with which a body is sent now. */
export type Sign = (body: string) => Record<string, string>;

const JSON_TYPE = { 'content-type': 'application/json' } as const;

/** As Vapi does with an HMAC credential that has its defaults. */
export function createVapiSigner(secret: string): Sign {
  return (body) => {
    const timestamp = `${Date.now()}`;
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    return { ...JSON_TYPE, 'x-timestamp': timestamp, 'x-signature': signature };
  };
}

/** As Retell does, with the API key that has the webhook badge. */
export function createRetellSigner(apiKey: string): Sign {
  return (body) => {
    const timestamp = `${Date.now()}`;
    const digest = createHmac('sha256', apiKey).update(body).update(timestamp).digest('hex');
    return { ...JSON_TYPE, 'x-retell-signature': `v=${timestamp},d=${digest}` };
  };
}
