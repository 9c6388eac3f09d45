import type { KeyObject } from 'node:crypto';
import type { SecretPlatform } from './secret-kinds.js';

/** The platforms' secrets as the environment has them: the configuration, or what is handed on of it. */
export interface EnvironmentPlatforms {
  readonly telnyxPublicKeys: readonly KeyObject[];
  readonly telnyxApiKey?: string | undefined;
  readonly vapiSecret?: string | undefined;
  readonly retellApiKey?: string | undefined;
}

const RAW_KEY_BYTES = 32;

/** The same as a list, in the form in which workspaces keep theirs. */
export function environmentSecrets(
  environment: EnvironmentPlatforms,
): readonly { readonly platform: SecretPlatform; readonly name: string; readonly value: string }[] {
  const { telnyxPublicKeys, telnyxApiKey, vapiSecret, retellApiKey } = environment;
  return [
    ...telnyxPublicKeys.map((key) => ({ platform: 'telnyx', name: 'public_key', value: publicKeyText(key) }) as const),
    ...(telnyxApiKey === undefined ? [] : [{ platform: 'telnyx', name: 'api_key', value: telnyxApiKey } as const]),
    ...(vapiSecret === undefined ? [] : [{ platform: 'vapi', name: 'secret', value: vapiSecret } as const]),
    ...(retellApiKey === undefined ? [] : [{ platform: 'retell', name: 'api_key', value: retellApiKey } as const]),
  ];
}

/** An Ed25519 public key as `readPublicKey` reads it. */
function publicKeyText(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(-RAW_KEY_BYTES).toString('base64');
}
