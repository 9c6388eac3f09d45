import type { Operation } from '../operation.js';

type Access = Operation['access'];
type Requirement = Readonly<Record<string, readonly string[]>>;

const header = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description });

const SCHEMES = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key of a workspace. Its scopes open: `read` what reads, `write` what changes, `platform` the routes of voice platforms, and `admin` everything.',
  },
  telnyxSignature: header(
    'telnyx-signature-ed25519',
    "Ed25519 over the time, `|` and the body, base64, by Telnyx's key.",
  ),
  telnyxTimestamp: header('telnyx-timestamp', 'The time of the signature in Unix seconds: five minutes ago at most.'),
  vapiSecret: header('x-vapi-secret', "The secret of Vapi's server URL."),
  retellSignature: header('x-retell-signature', "`v={time},d={HMAC}` by Retell's API key."),
} as const;

/**
 * What a request needs: one of these. A scope stands as a role, which OpenAPI 3.1 has for schemes of every type.
 *
 * A platform's signature is what is asked for where the workspace has its key; where it has none, an API key of the scope `platform`.
 */
const REQUIREMENTS: Readonly<Record<Access, readonly Requirement[]>> = {
  read: [{ apiKey: ['read'] }],
  write: [{ apiKey: ['write'] }],
  admin: [{ apiKey: ['admin'] }],
  platform: [{ apiKey: ['platform'] }],
  telnyx: [{ telnyxSignature: [], telnyxTimestamp: [] }, { apiKey: ['platform'] }],
  vapi: [{ vapiSecret: [] }, { apiKey: ['platform'] }],
  retell: [{ retellSignature: [] }, { apiKey: ['platform'] }],
  open: [],
};

export function securityOf(access: Access): readonly Requirement[] {
  return REQUIREMENTS[access];
}

/** The schemes that these need, by name. */
export function securitySchemes(accesses: readonly Access[]): Readonly<Record<string, object>> {
  const needed = new Set(accesses.flatMap(securityOf).flatMap((requirement) => Object.keys(requirement)));
  return Object.fromEntries(Object.entries(SCHEMES).filter(([name]) => needed.has(name)));
}
