import { readPublicKey } from './telnyx/signature.js';

/**
 * The secrets that a platform and a workspace have in common, and what each is for. `lookup` is no platform: its secrets are for the
 * sources that policies ask, under names that people choose (`{{ secrets.crm_token }}`).
 */
const SECRET_KINDS = {
  telnyx: {
    public_key: 'checks the signatures of its webhooks: as the portal shows it, 32 bytes in base64',
    api_key: 'fetches the messages of conversations that ended, and imports',
  },
  vapi: {
    secret: 'what Vapi sends as x-vapi-secret, or as a Bearer token',
    hmac_secret: 'checks the signatures of its requests, where they are signed',
  },
  retell: {
    api_key: 'checks x-retell-signature: the API key that has the webhook badge',
  },
  lookup: {},
} as const;

export type SecretPlatform = keyof typeof SECRET_KINDS;

export const SECRET_PLATFORMS = Object.keys(SECRET_KINDS) as readonly SecretPlatform[];

/** As they stand in templates. */
const LOOKUP_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

/** What is wrong with the name of a platform's secret, as the end of a sentence; undefined: nothing is. */
export function secretNameProblem(platform: SecretPlatform, name: string): string | undefined {
  if (platform === 'lookup') {
    return LOOKUP_NAME.test(name) ? undefined : 'has to be of letters, digits, "_" and "-", such as crm_token.';
  }
  const names = Object.keys(SECRET_KINDS[platform]);
  if (names.includes(name)) return undefined;
  return `has to be one of ${names.map((known) => JSON.stringify(known)).join(', ')} for ${platform}.`;
}

const CHARACTERS_MIN = 8;
const CHARACTERS_MAX = 1024;
const VISIBLE_ASCII = /^[\x21-\x7e]*$/;

/**
 * A secret as it is kept: without the white space that copying adds around it, and a public key in its one true spelling, so that
 * equal secrets are equal texts.
 *
 * @returns or what is wrong with it, as the end of a sentence that does not quote it
 */
export function readSecret(
  platform: SecretPlatform,
  name: string,
  text: string,
): { readonly value: string } | { readonly problem: string } {
  const value = text.trim();
  if (platform === 'telnyx' && name === 'public_key') {
    if (readPublicKey(value) === undefined) {
      return { problem: 'has to be the public key as the Telnyx portal shows it: 32 bytes in base64.' };
    }
    return { value: Buffer.from(value, 'base64').toString('base64') };
  }
  if (value.length < CHARACTERS_MIN || value.length > CHARACTERS_MAX) {
    return { problem: `has ${value.length} characters; it has to have ${CHARACTERS_MIN} to ${CHARACTERS_MAX}.` };
  }
  if (!VISIBLE_ASCII.test(value)) {
    return { problem: 'has to be of letters, digits and signs of ASCII, without spaces.' };
  }
  return { value };
}
