import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandFailed } from '../command-failed.js';

/** With what simulated events are signed. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** Standard base64 of the raw 32 bytes, as `TELNYX_PUBLIC_KEY` takes it. */
  readonly publicKey: string;
  /** Where it came from, in words. */
  readonly origin: string;
  /** It was made just now: nobody knows its public half yet. */
  readonly isNew: boolean;
}

const RAW_KEY_BYTES = 32;

/** The key of a file (PKCS #8 in PEM), which is made when it is not there: only its owner may read it. */
export async function signingKeyOfFile(path: string): Promise<SigningKey> {
  const found = await read(path);
  if (found !== undefined) return { ...keyOf(found, path), origin: path, isNew: false };
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, pem, { flag: 'wx', mode: 0o600 });
  return { ...keyOf(pem, path), origin: path, isNew: true };
}

/** Standard base64 of the raw public half of an Ed25519 private key. */
export function publicKeyOf(privateKey: KeyObject): string {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return der.subarray(-RAW_KEY_BYTES).toString('base64');
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new CommandFailed(`The key file ${path} cannot be read: ${code}.`, { cause: error });
  }
}

function keyOf(pem: string, path: string): Pick<SigningKey, 'privateKey' | 'publicKey'> {
  let privateKey: KeyObject | undefined;
  try {
    privateKey = createPrivateKey(pem);
  } catch {
    // Its message may quote the file.
  }
  if (privateKey?.asymmetricKeyType !== 'ed25519') {
    throw new CommandFailed(
      `The key file ${path} holds no Ed25519 private key in PEM. Name another one with --key-file.`,
    );
  }
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}
