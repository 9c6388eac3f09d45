import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A request as a platform's public schemas have it, with what is expected of its answer. */
export interface PlatformPayload {
  readonly id: string;
  readonly title: string;
  readonly suggested_path: string;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: JSON of a file that is no part of the project
  readonly body: any;
  /** The text of the body, whose bytes are signed. */
  readonly raw_body: string;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly expected: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly hmac_vectors?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly signature_vector?: any;
}

function fileOf(platform: 'vapi' | 'retell'): string {
  return fileURLToPath(new URL(`../../../shared/payloads/${platform}.json`, import.meta.url));
}

/** Whether the platforms' payloads lie beside the project: they are no part of it, and tests of them are left out without them. */
export const HAS_PLATFORM_PAYLOADS = existsSync(fileOf('vapi')) && existsSync(fileOf('retell'));

/** All payloads of a platform; none without the files. */
export function platformPayloads(platform: 'vapi' | 'retell'): readonly PlatformPayload[] {
  return HAS_PLATFORM_PAYLOADS ? JSON.parse(readFileSync(fileOf(platform), 'utf8')).payloads : [];
}
