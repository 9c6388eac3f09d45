import { openSecretBox } from '../../src/store/open-secret-box.js';
import type { SecretBox } from '../../src/store/secret-box.js';

/** A box as RINGBACK_SECRET_KEY opens it, the same one for the same key. */
export async function secretBoxFor(
  secretKey = 'the secret key of the tests, 32 characters or more',
): Promise<SecretBox> {
  const box = await openSecretBox('server', '', secretKey);
  if (box === undefined) throw new Error('There is no box.');
  return box;
}
