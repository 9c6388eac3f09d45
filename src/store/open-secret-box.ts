import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from './database.js';
import type { SecretBox } from './secret-box.js';
import { makeSecretKeyFile, readSecretKeyFile } from './secret-key-file.js';

/** The file in the data directory that holds the key, where no variable does. */
const KEY_FILE = 'secret.key';

const VERSION = Buffer.of(1);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = VERSION.length + NONCE_BYTES + TAG_BYTES;
const DERIVED_BYTES = 32;

interface DerivedKeys {
  readonly sealing: Buffer;
  readonly fingerprints: Buffer;
}

/**
 * Without a key, that of `<dataDir>/secret.key` is used; beside the embedded database one is made there when it is first needed.
 *
 * @returns undefined beside a database on a server where there is no file either: processes on several machines need the same one,
 * so it has to be brought, as `ringback move` says
 * @throws SecretKeyFileUnusable when the file is there and cannot be what this made
 */
export async function openSecretBox(
  kind: Database['kind'],
  dataDir: string,
  secretKey: string | undefined,
): Promise<SecretBox | undefined> {
  if (secretKey !== undefined) {
    const keys = derive(Buffer.from(secretKey));
    return boxOf(() => keys);
  }
  const path = join(dataDir, KEY_FILE);
  const found = readSecretKeyFile(path);
  if (kind === 'server' && found === undefined) return undefined;
  let keys = found === undefined ? undefined : derive(found);
  return boxOf(() => {
    keys ??= derive(makeSecretKeyFile(path));
    return keys;
  });
}

/** Sealed: a version, the nonce, the tag, and as many bytes as the text has in UTF-8. */
function boxOf(keys: () => DerivedKeys): SecretBox {
  return {
    seal(text, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keys().sealing, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(authenticated(context));
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([VERSION, nonce, cipher.getAuthTag(), encrypted]);
    },

    open(sealed, context) {
      if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION[0]) return undefined;
      const nonce = sealed.subarray(VERSION.length, VERSION.length + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', keys().sealing, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(authenticated(context));
      decipher.setAuthTag(sealed.subarray(VERSION.length + NONCE_BYTES, HEAD_BYTES));
      const text = decipher.update(sealed.subarray(HEAD_BYTES));
      try {
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },

    fingerprint(text) {
      return createHmac('sha256', keys().fingerprints).update(text).digest();
    },
  };
}

function authenticated(context: string): Buffer {
  return Buffer.concat([VERSION, Buffer.from(context)]);
}

/** One key for each use, so that none of them tells anything of another. */
function derive(key: Buffer): DerivedKeys {
  const of = (use: string) => Buffer.from(hkdfSync('sha256', key, 'ringback', use, DERIVED_BYTES));
  return { sealing: of('seal'), fingerprints: of('fingerprint') };
}
