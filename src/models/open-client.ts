import type { OpenAI } from 'openai';
import { cappedFetch } from './capped-fetch.js';
import type { ModelSettings } from './model-settings.js';

/**
 * OpenAI's own client, for any endpoint that speaks its API; it tries each request once.
 *
 * @param answerBytesMax of one HTTP answer, whatever it holds
 */
export async function openClient(
  { baseUrl, apiKey }: Pick<ModelSettings, 'baseUrl' | 'apiKey'>,
  answerBytesMax: number,
): Promise<OpenAI> {
  // Loaded with the first question, so that no start of a server waits for it.
  const { OpenAI } = await import('openai');
  return new OpenAI({
    baseURL: baseUrl,
    // The package insists on a key, and takes those of OPENAI_* from the environment where nothing is said.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    defaultHeaders: { 'User-Agent': 'ringback', ...(apiKey === undefined ? { Authorization: null } : {}) },
    maxRetries: 0,
    fetch: cappedFetch(answerBytesMax),
    // At `debug`, which OPENAI_LOG may ask for, it writes what it sends and gets to the console.
    logLevel: 'off',
  });
}
