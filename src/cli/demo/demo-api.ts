import type { KeyObject } from 'node:crypto';
import { signRetell } from '../../platforms/retell/signature.js';
import { signWebhook } from '../../platforms/telnyx/signing.js';

export type Json = Record<string, unknown>;

export interface DemoAnswer {
  readonly status: number;
  readonly body: Json;
}

/** The requests of a program that uses the API, and of Telnyx. */
export class DemoApi {
  readonly #url: string;
  readonly #apiKey: string;

  constructor(url: string, apiKey: string) {
    this.#url = url;
    this.#apiKey = apiKey;
  }

  get(path: string): Promise<DemoAnswer> {
    return this.#send(path, { headers: this.#headers() });
  }

  post(path: string, body: Json): Promise<DemoAnswer> {
    return this.#send(path, { method: 'POST', headers: this.#headers(), body: JSON.stringify(body) });
  }

  /** As Telnyx sends it, signed. */
  sendEvent(privateKey: KeyObject, payload: Json): Promise<DemoAnswer> {
    const now = new Date();
    const body = JSON.stringify({
      data: { record_type: 'event', event_type: 'assistant.initialization', occurred_at: now.toISOString(), payload },
    });
    const headers = { 'content-type': 'application/json', ...signWebhook(privateKey, body, now) };
    return this.#send('/telnyx/dynamic-variables', { method: 'POST', headers, body });
  }

  /** As Retell sends it, signed. */
  async sendRetell(path: string, apiKey: string, payload: Json): Promise<DemoAnswer> {
    const body = JSON.stringify(payload);
    const headers = { 'content-type': 'application/json', ...signRetell(apiKey, body, new Date()) };
    return this.#send(path, { method: 'POST', headers, body });
  }

  #headers() {
    return { authorization: `Bearer ${this.#apiKey}`, 'content-type': 'application/json' };
  }

  async #send(path: string, init: RequestInit): Promise<DemoAnswer> {
    const response = await fetch(`${this.#url}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Json) };
  }
}
