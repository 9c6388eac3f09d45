/** What the command line names cannot be measured; the message says what to do about it. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
