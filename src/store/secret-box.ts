/**
 * Encrypts what workspaces keep in the database, and tells whether two of them keep the same.
 *
 * The keys come from `RINGBACK_SECRET_KEY`; with the embedded database and without that variable from a file in the data directory.
 */
export interface SecretBox {
  /** `context` (workspace, platform) is authenticated: a text moved to another row does not open. */
  seal(text: string, context: string): Buffer;
  /** Undefined for what another key sealed, or another context, or what was changed. */
  open(sealed: Buffer, context: string): string | undefined;
  /** The same for the same text, and nothing can be learned from it without the key. */
  fingerprint(text: string): Buffer;
}
